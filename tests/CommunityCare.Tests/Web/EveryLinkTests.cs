using System.Net;
using AngleSharp.Dom;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Where the pages lead.</summary>
[Collection(ReaderSite.Name)]
public sealed class EveryLinkTests(Walk walk)
{
    [Fact]
    public async Task Every_link_within_the_site_leads_somewhere()
    {
        var complaints = new List<string>();
        foreach (var (page, link) in await LinksAsync())
        {
            var (path, fragment) = Split(page, link);
            var target = await walk.AskAsync(path);
            if (target.Status != HttpStatusCode.OK)
            {
                complaints.Add($"{page.Path}: {link} answers {target.Status}");
            }
            else if (fragment.Length > 0 && target.Page.GetElementById(fragment) is null)
            {
                complaints.Add($"{page.Path}: {link} has no such place");
            }
        }

        Walk.Complaints(complaints);
    }

    [Fact]
    public async Task Links_stay_in_the_language_of_their_page() => Walk.Complaints(
        from entry in await LinksAsync()
        let language = new Answer(Split(entry.Page, entry.Link).Path, default, "", "").Language
        where entry.Link.StartsWith('/') && language != entry.Page.Language && !IsShared(entry.Link) && !IsSwitch(entry.Page, entry.Link)
        select $"{entry.Page.Path}: {entry.Link}");

    [Fact]
    public Task Every_link_is_of_a_kind_that_we_know() => walk.EachPageAsync(page =>
        page.All("a", "href").Where(href => !IsWithin(href)
            && !href.StartsWith("https://", StringComparison.Ordinal) && !href.StartsWith("http://", StringComparison.Ordinal)
            && !href.StartsWith("tel:", StringComparison.Ordinal) && !href.StartsWith("sms:", StringComparison.Ordinal)
            && !href.StartsWith("mailto:", StringComparison.Ordinal)));

    [Fact]
    public Task A_link_to_elsewhere_tells_nothing_of_its_reader() => walk.EachPageAsync(page =>
        page.Page.QuerySelectorAll("a[href^='http']").Where(a => a.GetAttribute("rel") is not "noopener noreferrer").Select(a => a.OuterHtml));

    [Fact]
    public Task No_link_opens_a_window() => walk.EachPageAsync(page => page.Page.QuerySelectorAll("[target]").Select(e => e.OuterHtml));

    [Fact]
    public async Task Every_page_names_its_own_address_and_those_in_other_languages()
    {
        var complaints = new List<string>();
        foreach (var page in (await walk.PagesAsync()).Where(p => p.Page.QuerySelector("meta[name=robots]") is null))
        {
            var path = Without(page.Path);
            var expected = new Dictionary<string, string>
            {
                ["en"] = Walk.Root + path,
                ["es"] = Walk.Root + (path == "/" ? "/es" : "/es" + path),
                ["x-default"] = Walk.Root + path,
            };
            var alternates = page.Page.QuerySelectorAll("link[rel=alternate][hreflang]").ToDictionary(l => l.GetAttribute("hreflang")!, l => l.GetAttribute("href")!);
            if (!alternates.OrderBy(a => a.Key, StringComparer.Ordinal).SequenceEqual(expected.OrderBy(a => a.Key, StringComparer.Ordinal)))
            {
                complaints.Add($"{page.Path}: alternates {string.Join(" ", alternates)}");
            }

            foreach (var own in new[] { page.All("link[rel=canonical]", "href").Single(), page.All("meta[property='og:url']", "content").Single() })
            {
                if (own != expected[page.Language])
                {
                    complaints.Add($"{page.Path}: calls itself {own}");
                }
            }

            foreach (var alternate in alternates.Values)
            {
                if ((await walk.AskAsync(Walk.Below(alternate))).Status != HttpStatusCode.OK)
                {
                    complaints.Add($"{page.Path}: {alternate} does not exist");
                }
            }
        }

        Walk.Complaints(complaints);
    }

    [Theory]
    [InlineData("/ABOUT", "/about")]
    [InlineData("/about/", "/about")]
    [InlineData("/care/", "/care")]
    [InlineData("/CARE/peer-support/", "/care/peer-support")]
    [InlineData("/es/Crisis/", "/es/crisis")]
    [InlineData("/es/", "/es")]
    [InlineData("/privacy?utm_source=x", "/privacy")]
    [InlineData("/organizations?sort=best&page=1&nonsense=1", "/organizations")]
    public async Task A_page_asked_for_in_another_way_names_the_same_address(string asked, string canonical)
    {
        var answer = await walk.AskAsync(asked);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(Walk.Root + canonical, answer.All("link[rel=canonical]", "href").Single());
    }

    [Fact]
    public async Task What_was_typed_is_not_for_search_engines() => Walk.Complaints(
        from page in await walk.PagesAsync()
        where page.Path.Contains("q=", StringComparison.Ordinal) && page.All("meta[name=robots]", "content").SingleOrDefault() != "noindex"
        select page.Path);

    private async Task<List<(Answer Page, string Link)>> LinksAsync() =>
    [
        .. from page in await walk.PagesAsync()
           from element in page.Page.QuerySelectorAll("a, link[rel=icon], link[rel=stylesheet], script[src], form")
           where page.Path.EndsWith("/organizations", StringComparison.Ordinal) || !IsOneOfManyFilters(element)
           let link = element.GetAttribute("href") ?? element.GetAttribute("src") ?? element.GetAttribute("action") ?? ""
           where IsWithin(link)
           select (page, link),
    ];

    // Each list has some fifty, and each leads to another list: the first of each filter stands for its neighbors.
    private static bool IsOneOfManyFilters(IElement link) => link.Closest(".filters li") is { PreviousElementSibling: not null };

    private static bool IsWithin(string link) => link.StartsWith('#') || (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal));

    private static bool IsShared(string link) =>
        link.StartsWith("/site.", StringComparison.Ordinal) || link.StartsWith("/js/", StringComparison.Ordinal) || link.StartsWith("/icons/", StringComparison.Ordinal);

    private static bool IsSwitch(Answer page, string link) =>
        page.Page.QuerySelector(".site-nav a[hreflang]") is { } a && a.GetAttribute("href") == link && a.GetAttribute("hreflang") != page.Language;

    private static (string Path, string Fragment) Split(Answer page, string link)
    {
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (link, "") : (hash == 0 ? page.Path : link[..hash], Uri.UnescapeDataString(link[(hash + 1)..]));
    }

    private static string Without(string path) =>
        path == "/es" ? "/" : path.StartsWith("/es/", StringComparison.Ordinal) ? path[3..] : path;
}
