using System.Collections.Concurrent;
using System.Net;
using System.Xml.Linq;
using AngleSharp.Html.Dom;

namespace CommunityCare.Tests.Support;

/// <summary>Every page that a reader can find from the sitemap, and some lists, each asked for once.</summary>
public sealed class Walk : Site
{
    public const string Root = "http://localhost";

    private static readonly string[] Lists =
    [
        "?kind=peer-support", "?kind=mutual-aid&kind=not-stated", "?cost=free&language=spanish", "?q=care", "?q=birth&cost=free",
        "?q=zzzzqqqq", "?q=zzzzqqqq&cost=free", "?sort=name", "?sort=fresh", "?language=not-stated", "?place=everywhere",
    ];

    private readonly ConcurrentDictionary<string, Lazy<Task<Answer>>> _answers = new();

    /// <summary>Those of the sitemap, as paths.</summary>
    public async Task<List<string>> SitemapAsync()
    {
        var map = XDocument.Parse((await AskAsync("/sitemap.xml")).Text);
        return [.. map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => Below(e.Value))];
    }

    /// <summary>All pages that the rules of this site hold for.</summary>
    public async Task<List<Answer>> PagesAsync()
    {
        List<string> paths = [.. await SitemapAsync(), "/", .. from prefix in new[] { "", "/es" } from list in Lists select $"{prefix}/organizations{list}"];
        var answers = new List<Answer>();
        foreach (var path in paths.Distinct())
        {
            answers.Add(await AskAsync(path));
        }

        return answers;
    }

    public Task<Answer> AskAsync(string path) => _answers.GetOrAdd(path, p => new(() => FetchAsync(p))).Value;

    /// <summary>Fails with everything that a rule has to say about any page.</summary>
    public async Task EachPageAsync(Func<Answer, IEnumerable<string>> rule) =>
        Complaints((await PagesAsync()).SelectMany(page => rule(page).Select(complaint => $"{page.Path}: {complaint}")));

    public static void Complaints(IEnumerable<string> complaints)
    {
        var all = complaints.Distinct().ToList();
        Assert.True(all.Count == 0, $"{all.Count} complaints:\n{string.Join('\n', all.Take(20))}");
    }

    public static string Below(string address)
    {
        Assert.StartsWith(Root, address, StringComparison.Ordinal);
        return address.Length == Root.Length ? "/" : address[Root.Length..];
    }

    private async Task<Answer> FetchAsync(string path)
    {
        using var response = await GetAsync(path);
        return new(path, response.StatusCode, response.Content.Headers.ContentType?.ToString() ?? "", await response.TextAsync());
    }
}

public sealed record Answer(string Path, HttpStatusCode Status, string ContentType, string Text)
{
    private readonly Lazy<IHtmlDocument> _document = new(() => Responses.Parse(Text));

    public IHtmlDocument Page => _document.Value;

    public string Language => Path == "/es" || Path.StartsWith("/es/", StringComparison.Ordinal) ? "es" : "en";

    /// <summary>The attribute's values of all elements that match.</summary>
    public IEnumerable<string> All(string selector, string attribute) =>
        Page.QuerySelectorAll(selector).Select(e => e.GetAttribute(attribute) ?? "");
}

/// <summary>Tests that only read share one site.</summary>
[CollectionDefinition(Name)]
public sealed class ReaderSite : ICollectionFixture<Walk>
{
    public const string Name = "A site to read";
}
