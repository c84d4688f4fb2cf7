using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Says what was found: the problems first, the work that waits, and the numbers at the end.</summary>
internal static class CheckReport
{
    public static void WriteChanges(IEnumerable<string> changes, TextWriter output) => Section("Rewritten", changes, output);

    public static void Write(SeedFolder folder, SeedReading reading, IReadOnlyCollection<Problem> problems, TextWriter output)
    {
        foreach (var problem in problems)
        {
            output.WriteLine(problem);
        }

        if (problems.Count > 0)
        {
            output.WriteLine();
        }

        Section("Work to do: nobody can reach these, although they may help today", Coverage.Unreachable(reading), output);
        Section("By kind", Coverage.Of(reading, Vocabulary.Kind), output);
        Section("By place, where they stand or serve", Coverage.Of(reading, Vocabulary.Place), output);
        Section("By community", Coverage.Of(reading, Vocabulary.Community), output);
        Section("Summary", Summary(folder, reading, problems), output);
    }

    private static IEnumerable<string> Summary(SeedFolder folder, SeedReading reading, IReadOnlyCollection<Problem> problems)
    {
        var all = reading.Organizations.ConvertAll(o => o.Entry);
        var seen = Coverage.Counted(reading).Select(PublicView.Of).OfType<Organization>().ToList();
        var kinds = reading.CareTypes.OrderBy(c => c.Entry.Order).ToList();
        var status = Enum.GetValues<OrganizationStatus>().Select(s => $"{s.ToString().ToLowerInvariant()} {all.Count(o => o.Status == s)}");
        var languages = folder.Files.Where(f => !f.IsSynonyms).SelectMany(f => f.Text.Others.Keys.Prepend(LocalText.English)).CountBy(language => language)
            .Select(count => $"{count.Key} {count.Value}");

        yield return $"Organizations: {all.Count} ({string.Join(", ", status)})";
        yield return $"Counted above: {seen.Count} (left out: {Coverage.NotCounted(reading)})";
        yield return $"Can help today and can be reached: {seen.Count(PublicView.CanBeReached)} of {seen.Count}";
        yield return $"Guides, by reading grade: {string.Join(", ", kinds.Select(k => GradeOf(k.Entry)))}";
        yield return $"Files, by language: {string.Join(", ", languages)}";
        if (reading.Synonyms?.List is { } list)
        {
            yield return $"Synonyms: {list.Groups.Count} groups, {list.Pairs.Count()} pairs of words";
        }

        yield return $"Problems: {Count(Severity.Error, "error")}, {Count(Severity.Warning, "warning")}";

        string Count(Severity severity, string word) =>
            problems.Count(p => p.Severity == severity) is var count && count == 1 ? $"1 {word}" : $"{count} {word}s";
    }

    private static string GradeOf(CareType kind) => FormattableString.Invariant($"{kind.Slug} {Guides.Grade(kind):0.0}");

    private static void Section(string heading, IEnumerable<string> lines, TextWriter output)
    {
        if (lines.ToList() is { Count: > 0 } all)
        {
            output.WriteLine($"{heading}:");
            all.ForEach(line => output.WriteLine("  " + line));
            output.WriteLine();
        }
    }
}
