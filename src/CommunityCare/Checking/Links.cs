using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityCare.Checking;

/// <summary>Follows the links of every text as far as that is possible without the network, and refuses raw HTML.</summary>
internal sealed class Links
{
    private static readonly string[] FixedPages = ["/", "/care", "/organizations", "/crisis", "/suggest-an-organization", "/about", "/privacy", "/accessibility"];

    private readonly HashSet<string> _pages;
    private readonly Terminology _terminology;

    private Links(SeedReading reading)
    {
        // A file that has to be mended first still is what others link to.
        _pages =
        [
            .. FixedPages,
            .. reading.CareTypes.Where(c => PublicView.IsPublic(c.Entry)).Select(c => "/care/" + c.Entry.Slug),
            .. reading.Organizations.Where(o => PublicView.IsPublic(o.Entry)).Select(o => "/organizations/" + o.Entry.Slug),
            .. reading.Unreadable.Where(f => f.Folder == Formats.CareTypes.Folder).Select(f => "/care/" + f.Slug),
            .. reading.Unreadable.Where(f => f.Folder == Formats.Organizations.Folder).Select(f => "/organizations/" + f.Slug),
        ];
        _terminology = reading.Terminology;
    }

    public static IEnumerable<Problem> Check(SeedReading reading)
    {
        var links = new Links(reading);
        return CheckedFile.AllOf(reading).SelectMany(CheckedFile.AllLanguages).SelectMany(links.Check);
    }

    private IEnumerable<Problem> Check(CheckedFile file)
    {
        if (file.Document is null)
        {
            return [new(file.Name, file.BodyLine, "the Markdown is nested too deeply")];
        }

        return file.Document.Descendants()
            .Select(part => (part, wrong: part switch
            {
                HtmlBlock or HtmlInline => "raw HTML is not allowed; write it in Markdown",
                LinkInline { IsImage: true } => "pictures are not shown; say it in words",
                LinkInline link => Wrong(link.Url ?? ""),
                AutolinkInline { IsEmail: false } link => Wrong(link.Url),
                _ => null,
            }))
            .Where(found => found.wrong is not null)
            .Select(found => new Problem(file.Name, file.LineOf(found.part), found.wrong!));
    }

    private string? Wrong(string url)
    {
        if (url.StartsWith('#'))
        {
            return null;
        }

        // Two slashes would be another site, and a path of the disk to Uri.
        var otherSite = url.StartsWith("//", StringComparison.Ordinal);
        if (url.StartsWith('/') && !otherSite)
        {
            return WrongPage(url);
        }

        if (otherSite || !Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return $"the link `{url}` leads nowhere{Meant("/" + url.TrimStart('.', '/'))}";
        }

        return address.Scheme switch
        {
            "http" or "https" => Make<Organization>.WrongUrl(url) is { } wrong ? "the link: " + wrong.InFile : null,
            "mailto" or "tel" => null,
            _ => $"links of the kind `{address.Scheme}:` are not allowed (use one of: https, http, mailto, tel)",
        };
    }

    private string? WrongPage(string url)
    {
        var path = url.Split('#')[0].Split('?')[0];
        if (!_pages.Contains(path))
        {
            return $"the link `{url}` leads to no page of the site{Meant(path)}";
        }

        return path == "/organizations" ? WrongFilter(url.Split('#')[0]) : null;
    }

    private string? WrongFilter(string url)
    {
        foreach (var pair in url.Contains('?', StringComparison.Ordinal) ? url.Split('?', 2)[1].Split('&') : [])
        {
            var (filter, slug) = pair.Split('=', 2) is [var name, var value] ? (name, value) : (pair, "");
            var known = _terminology.Slugs(filter);
            if (_terminology.Has(filter) && slug != Term.NotStated && !known.Contains(slug))
            {
                return $"the link `{url}` asks for a term of {filter} that is not known{Meant(slug, known)}";
            }
        }

        return null;
    }

    private string Meant(string path) => Meant(path, _pages);

    private static string Meant(string word, IEnumerable<string> known) =>
        Nearest.To(word, known) is { } nearest ? $" (did you mean `{nearest}`?)" : "";
}
