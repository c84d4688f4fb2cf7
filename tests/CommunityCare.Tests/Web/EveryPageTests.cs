using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>What holds for each page in each language.</summary>
[Collection(ReaderSite.Name)]
public sealed class EveryPageTests(Walk walk)
{
    [Fact]
    public async Task The_sitemap_names_every_kind_and_organization_in_both_languages()
    {
        var paths = await walk.SitemapAsync();

        Assert.Equal(paths.Count, paths.Distinct().Count());
        Assert.Equal(paths.Where(p => !IsSpanish(p)).Select(p => p == "/" ? "/es" : "/es" + p).Order(), paths.Where(IsSpanish).Order());
        foreach (var folder in new[] { ("care-types", "/care/"), ("organizations", "/organizations/") })
        {
            var files = Directory.GetFiles(Path.Combine(Repository.Root, "seed-data", folder.Item1)).Select(Path.GetFileName);
            Assert.Equal(
                files.Where(f => !f!.EndsWith(".es.md", StringComparison.Ordinal)).Select(f => folder.Item2 + f![..^3]).Order(),
                paths.Where(p => p.StartsWith(folder.Item2, StringComparison.Ordinal)).Order());
        }
    }

    [Fact]
    public Task Every_page_answers_with_HTML() => walk.EachPageAsync(page =>
        page is { Status: HttpStatusCode.OK, ContentType: "text/html; charset=utf-8" } ? [] : [$"{page.Status} {page.ContentType}"]);

    [Fact]
    public Task Every_page_has_one_first_heading_and_skips_no_level() => walk.EachPageAsync(Headings);

    [Fact]
    public Task Every_page_says_its_language() => walk.EachPageAsync(page =>
        page.Page.DocumentElement.GetAttribute("lang") == page.Language ? [] : [$"lang is {page.Page.DocumentElement.GetAttribute("lang")}"]);

    [Fact]
    public async Task Every_page_has_a_title_of_its_own_and_a_description()
    {
        var pages = await Task.WhenAll((await walk.SitemapAsync()).Select(walk.AskAsync));

        Walk.Complaints(pages.GroupBy(p => (p.Language, p.Page.Title)).Where(g => g.Count() > 1 || string.IsNullOrWhiteSpace(g.Key.Title))
            .Select(g => $"`{g.Key.Title}` is the title of {string.Join(", ", g.Select(p => p.Path))}"));
        Walk.Complaints(pages.Where(p => string.IsNullOrWhiteSpace(p.All("meta[name=description]", "content").Single())).Select(p => p.Path));
    }

    [Fact]
    public Task Every_id_is_there_once() => walk.EachPageAsync(page =>
        page.All("[id]", "id").CountBy(id => id).Where(c => c.Value > 1 || c.Key.Length == 0).Select(c => $"id `{c.Key}` {c.Value} times"));

    [Fact]
    public Task Nothing_names_an_id_that_is_not_there() => walk.EachPageAsync(page =>
        from attribute in new[] { "aria-labelledby", "aria-describedby", "aria-controls", "for" }
        from element in page.Page.QuerySelectorAll($"[{attribute}]")
        from id in element.GetAttribute(attribute)!.Split(' ')
        where page.Page.GetElementById(id) is null
        select $"{attribute}=`{id}`");

    [Fact]
    public Task No_page_holds_script_or_style_that_the_policy_refuses() => walk.EachPageAsync(page =>
    [
        .. page.Page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), style, iframe, object, embed, base").Select(e => e.OuterHtml),
        .. page.Page.All.SelectMany(e => e.Attributes).Where(a => a.Name == "style" || a.Name.StartsWith("on", StringComparison.Ordinal)).Select(a => $"{a.Name}={a.Value}"),
        .. page.All("script[src]", "src").Concat(page.All("link[rel=stylesheet], link[rel=icon]", "href")).Where(a => !a.StartsWith('/')),
    ]);

    [Fact]
    public Task Structured_data_can_be_read_and_names_its_page() => walk.EachPageAsync(page =>
        from script in page.Page.QuerySelectorAll("script[type='application/ld+json']")
        let id = JsonDocument.Parse(script.TextContent).RootElement.GetProperty("@id").GetString()
        where id != page.All("link[rel=canonical]", "href").Single()
        select $"@id {id}");

    [Fact]
    public async Task Kinds_and_organizations_have_structured_data() => Walk.Complaints(
        from page in await walk.PagesAsync()
        where page.Path.Contains("/care/", StringComparison.Ordinal) || page.Path.Contains("/organizations/", StringComparison.Ordinal)
        where page.Page.QuerySelectorAll("script[type='application/ld+json']").Length != 1
        select page.Path);

    [Fact]
    public Task Every_picture_is_decoration_or_has_a_name() => walk.EachPageAsync(page =>
    [
        .. page.Page.QuerySelectorAll("img:not([alt])").Select(e => e.OuterHtml),
        .. page.Page.QuerySelectorAll("svg").Where(e => e.GetAttribute("aria-hidden") != "true"
            && !(e.GetAttribute("role") == "img" && (e.HasAttribute("aria-label") || e.QuerySelector("title") is not null))).Select(e => e.OuterHtml),
    ]);

    [Fact]
    public Task Every_link_and_button_and_field_has_a_name() => walk.EachPageAsync(page =>
    [
        .. page.Page.QuerySelectorAll("a, button, summary").Where(e => string.IsNullOrWhiteSpace(e.TextContent)).Select(e => e.OuterHtml),
        .. page.Page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .Where(e => page.Page.QuerySelector($"label[for='{e.Id}']") is null).Select(e => e.OuterHtml),
    ]);

    [Fact]
    public Task No_page_shows_a_key_instead_of_words() => walk.EachPageAsync(page =>
        Texts.Keys.Where(key => page.Text.Contains(key, StringComparison.Ordinal)));

    private static bool IsSpanish(string path) => path == "/es" || path.StartsWith("/es/", StringComparison.Ordinal);

    private static IEnumerable<string> Headings(Answer page)
    {
        var levels = page.Page.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName[1] - '0').ToList();
        if (levels.Count(l => l == 1) != 1)
        {
            yield return $"{levels.Count(l => l == 1)} h1";
        }

        if (levels.Zip(levels.Skip(1)).Any(pair => pair.Second > pair.First + 1))
        {
            yield return $"levels {string.Join(' ', levels)}";
        }
    }
}
