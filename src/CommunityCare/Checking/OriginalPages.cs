using CommunityCare.Documents;
using CommunityCare.Seeding;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityCare.Checking;

/// <summary>Links lead to the page that says a thing, and not to a copy of it or past somebody who counts who comes.</summary>
internal static class OriginalPages
{
    public static IEnumerable<Problem> Check(SeedReading reading) =>
        from entry in CheckedFile.AllOf(reading)
        from file in CheckedFile.AllLanguages(entry)
        from link in Fields(file).Concat(Markdown(file))
        let found = WebCopy.Of(link.Url)
        where found is not null
        select new Problem(file.Name, link.Line, $"the link `{link.Url}` {found.Why}; {Advice(found)}");

    private static string Advice(WebCopy found) => found.Original is null ? "link the original page" : $"link `{found.Original}`";

    private static IEnumerable<(string Url, int Line)> Fields(CheckedFile file) =>
        file.Values().Where(value => value.Path[^1] is "website" or "url" || value.Path[0] == "sources").Select(value => (value.Text, value.Line));

    private static IEnumerable<(string Url, int Line)> Markdown(CheckedFile file) =>
        from part in file.Document?.Descendants() ?? []
        let url = part switch
        {
            LinkInline link => link.Url,
            AutolinkInline { IsEmail: false } link => link.Url,
            _ => null,
        }
        where url is not null
        select (url, file.LineOf(part));
}
