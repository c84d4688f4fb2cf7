using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>What holds for organizations beyond the form of their files.</summary>
internal static class Organizations
{
    public const int FewestWords = 25;
    public const int MostWords = 90;

    public static IEnumerable<Problem> Check(SeedReading reading) => reading.Organizations.SelectMany(read =>
    {
        var file = CheckedFile.English(read.File);
        return (IEnumerable<Problem>)
        [
            .. Summary(file),
            .. Sources(read.Entry, file),
            .. PhoneLanguages(read.Entry, file, reading),
            .. EnglishOnly.Check(read.Entry, file),
            .. Reach(read.Entry, file),
        ];
    });

    /// <summary>Whether a reader who looks for help finds the entry and then no way to use it.</summary>
    public static bool NobodyCanReach(Organization organization) =>
        organization.CanHelpToday && PublicView.Of(organization) is { } seen && !PublicView.CanBeReached(seen);

    private static IEnumerable<Problem> Summary(CheckedFile file)
    {
        var words = file.Document is { } document ? MarkdownText.CountWords(document) : 0;
        if (words is < FewestWords or > MostWords)
        {
            yield return new(file.Name, file.BodyLine,
                $"the summary has {words} {(words == 1 ? "word" : "words")}, and must have {FewestWords} to {MostWords}");
        }
    }

    private static IEnumerable<Problem> Sources(Organization organization, CheckedFile file)
    {
        if (organization.Sources.Count > 0)
        {
            yield break;
        }

        // Somebody may stake a life on a crisis service.
        var crisis = organization.Services.FindIndex(s => s.Crisis is not null);
        yield return crisis < 0
            ? new(file.Name, 1, "has no sources", Severity.Warning)
            : new(file.Name, file.LineOf("services", crisis, "crisis"), "a crisis service needs its sources");
    }

    private static IEnumerable<Problem> PhoneLanguages(Organization organization, CheckedFile file, SeedReading reading)
    {
        var known = reading.Terminology.Slugs(Vocabulary.Language);
        if (reading.Unreadable.Exists(f => f.Folder == Formats.Vocabularies.Folder && f.Slug == Vocabulary.Language))
        {
            yield break;
        }

        foreach (var (index, phone) in organization.Phones.Index())
        {
            foreach (var language in phone.Languages.Except(known))
            {
                var nearest = Nearest.To(language, known);
                yield return new(file.Name, file.LineOf("phones", index, "languages", language),
                    $"the term of language `{language}` is not known{(nearest is null ? "" : $" (did you mean `{nearest}`?)")}");
            }
        }
    }

    private static IEnumerable<Problem> Reach(Organization organization, CheckedFile file)
    {
        if (NobodyCanReach(organization))
        {
            yield return new(file.Name, 1, "nobody can reach it: there is no website, e-mail, phone or street address to show", Severity.Warning);
        }
    }
}
