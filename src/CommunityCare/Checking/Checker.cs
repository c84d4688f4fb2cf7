using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Reads the curated files as an editor would, and says what is wrong with them. It needs no database.</summary>
public static class Checker
{
    /// <param name="seedDataPath">The folder of curated files.</param>
    /// <param name="fix">Put files into canonical form and write missing ids first.</param>
    /// <param name="today">No page was read and no check was made after it.</param>
    /// <param name="output">Takes the report.</param>
    /// <returns>The exit code: 1 if there are errors.</returns>
    public static int Run(string seedDataPath, bool fix, DateOnly today, TextWriter output)
    {
        if (!Directory.Exists(seedDataPath))
        {
            output.WriteLine($"There is no folder {seedDataPath}.");
            return 1;
        }

        var folder = SeedFolder.Open(seedDataPath);
        if (fix && CanonicalForm.Fix(folder, SeedReader.Read(folder, giveIds: true)) is { Count: > 0 } changes)
        {
            CheckReport.WriteChanges(changes, output);
            folder = SeedFolder.Open(seedDataPath);
        }

        var reading = SeedReader.Read(folder);
        var problems = Problems(folder, reading, today);
        CheckReport.Write(folder, reading, problems, output);
        return problems.Exists(p => p.Severity == Severity.Error) ? 1 : 0;
    }

    private static List<Problem> Problems(SeedFolder folder, SeedReading reading, DateOnly today)
    {
        var prose = Prose.Of(reading);
        IEnumerable<Problem> all =
        [
            .. reading.Problems,
            .. CanonicalForm.Check(folder, reading),
            .. Links.Check(reading),
            .. Guides.Check(reading),
            .. Organizations.Check(reading),
            .. FutureDates.Check(reading, today),
            .. Notices.Check(reading, today),
            .. LookAlikes.Check(reading),
            .. Kinds.Check(reading),
            .. Synonyms.Check(reading),
            .. LocationStates.Check(reading),
            .. OriginalPages.Check(reading),
            .. NoteWords.Check(prose),
            .. DoubledWords.Check(prose),
            .. EmptyDescriptions.Check(prose),
            .. RepeatedSentences.Check(prose),
            .. SharedWords.Check(prose),
            .. ContactsInText.Check(reading, prose),
            .. ClaimsOfChecking.Check(reading, prose),
            .. StatesInText.Check(reading, prose),
        ];
        return [.. all.OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line)];
    }
}
