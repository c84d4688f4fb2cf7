using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using Markdig.Syntax;

namespace CommunityCare.Checking;

/// <summary>What holds for the guides to the kinds of care: their headings, their sources, their plain words.</summary>
internal static class Guides
{
    public static readonly IReadOnlyList<string> Headings =
    [
        "What it is", "What happens the first time", "Who it is for", "What it usually costs", "What it is not, and cautions",
        "Questions to ask", "Its history", "What research says", "How to find or become one",
    ];

    public static IEnumerable<Problem> Check(SeedReading reading) => reading.CareTypes.SelectMany(Check);

    public static double Grade(CareType careType) =>
        MarkdownText.Parse(careType.Guide) is { } document ? ReadingGrade.Of(MarkdownText.Paragraphs(document)) : 0;

    private static IEnumerable<Problem> Check(Read<CareType> read)
    {
        var file = CheckedFile.English(read.File);
        if (read.Entry.Sources.Count == 0)
        {
            yield return new(file.Name, 1, "a guide needs its sources");
        }

        if (Grade(read.Entry) is > ReadingGrade.Highest and var grade)
        {
            yield return new(file.Name, file.BodyLine,
                FormattableString.Invariant($"the reading grade is {grade:0.0}, and must be {ReadingGrade.Highest} or lower: ")
                + "shorten sentences and words");
        }

        if (read.File.Text.Others.Count == 0 || !read.Entry.Translations.Exists(t => t.Field == "guide"))
        {
            yield return new(file.Name, file.BodyLine, "the guide is in English only", Severity.Warning);
        }

        foreach (var problem in file.Document is { } document ? CheckHeadings(file, document) : [])
        {
            yield return problem;
        }
    }

    private static IEnumerable<Problem> CheckHeadings(CheckedFile file, MarkdownDocument document)
    {
        var found = document.Descendants<HeadingBlock>().Where(h => h.Level <= 2)
            .Select(h => (Text: MarkdownText.Text(h), Line: file.LineOf(h))).ToList();
        var missing = Headings.Except(found.Select(h => h.Text)).ToList();
        foreach (var (text, line) in found.Where(h => !Headings.Contains(h.Text)))
        {
            // One slip of the keyboard is one message.
            var meant = Nearest.To(text, missing);
            missing.Remove(meant ?? "");
            yield return new(file.Name, line, $"the heading `{text}` is not one of the nine of a guide"
                + (meant is null ? " (a heading within one of them starts with ###)" : $" (did you mean `{meant}`?)"));
        }

        foreach (var heading in missing)
        {
            yield return new(file.Name, file.BodyLine, $"the heading `## {heading}` is missing");
        }

        var last = -1;
        foreach (var (text, line) in found.Where(h => Headings.Contains(h.Text)))
        {
            var place = Headings.ToList().IndexOf(text);
            if (place <= last)
            {
                yield return new(file.Name, line, $"the heading `{text}` "
                    + (place == last ? "stands twice" : $"must stand before `{Headings[last]}`"));
            }

            last = Math.Max(last, place);
        }
    }
}
