using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>What the list says of a question: how it was understood, what was found where, and why.</summary>
public sealed partial class SearchPageTests(SearchPageTests.Filled filled) : IClassFixture<SearchPageTests.Filled>
{
    [Theory]
    [InlineData("", "Showing results for weavers. Search instead for “wevers”")]
    [InlineData("/es", null)]
    public async Task A_corrected_word_is_said_and_can_be_taken_back(string language, string? line)
    {
        var page = await filled.Site.PageAsync($"{language}/organizations?q=wevers&cost=free");
        var notice = Assert.Single(page.QuerySelectorAll("p.corrected"));

        Assert.Equal(line ?? Words(notice), Words(notice));
        Assert.Equal("weavers", notice.QuerySelector("strong")!.TextContent);
        Assert.Contains("wevers", notice.QuerySelector("a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"{language}/organizations?q=wevers&exact=1&cost=free", notice.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal(["Circle"], Names(page));

        // As it is spelled it finds nobody, and the notice offers the way back.
        var exact = await filled.Site.PageAsync(notice.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Empty(exact.QuerySelectorAll("p.corrected"));
        var back = Assert.Single(exact.QuerySelectorAll(".notice a"), a => a.TextContent.Contains("weavers", StringComparison.Ordinal));
        Assert.Equal($"{language}/organizations?q=weavers&cost=free", back.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_is_said_to_be_corrected_where_nothing_is_shown()
    {
        var page = await filled.Site.PageAsync("/organizations?q=wevers&cost=sliding-scale");

        Assert.Empty(page.QuerySelectorAll(".result-list:first-of-type .result, p.corrected"));
        Assert.NotEmpty(page.QuerySelectorAll(".notice"));
    }

    [Theory]
    [InlineData("food+94601", "/organizations?q=food&near=94601", "Look for “food” near 94601")]
    [InlineData("food+in+oakland+ca", "/organizations?q=food&near=Oakland, CA", "Look for “food” near Oakland, CA")]
    [InlineData("94601", "/organizations?near=94601", "Look near 94601")]
    public async Task A_place_among_the_words_offers_to_look_near_it(string typed, string href, string text)
    {
        var page = await filled.Site.PageAsync($"/organizations?q={typed}&cost=free");
        var link = page.QuerySelectorAll("main p > a").Single(a => Words(a).StartsWith("Look ", StringComparison.Ordinal));

        Assert.Equal(href + "&cost=free", Uri.UnescapeDataString(link.GetAttribute("href")!));
        Assert.Equal(text, Words(link));
        Assert.DoesNotContain((await filled.Site.PageAsync("/organizations?q=food")).QuerySelectorAll("main p > a"), a => Words(a).StartsWith("Look ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_place_that_is_not_understood_is_no_tag_as_if_it_filtered()
    {
        Assert.Contains(Tags(await filled.Site.PageAsync("/organizations?near=94601&cost=free")), t => t.Contains("94601", StringComparison.Ordinal));

        var page = await filled.Site.PageAsync("/organizations?near=Nowhereville&cost=free");
        Assert.DoesNotContain(Tags(page), t => t.Contains("Nowhereville", StringComparison.Ordinal));
        Assert.Equal("Nowhereville", page.QuerySelector("input[name=near]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task The_sentence_says_what_was_searched_for_and_what_was_chosen()
    {
        Assert.Equal("1 organization for “weavers”, Filter cost: Free", Count(await filled.Site.PageAsync("/organizations?q=wevers&cost=free")));
        Assert.Equal("No organization fits for “weavers”, Filter cost: not stated or Sliding scale", Count(await filled.Site.PageAsync("/organizations?q=weavers&cost=not-stated&cost=sliding-scale")));
    }

    [Fact]
    public async Task The_guide_of_a_kind_stands_above_the_results()
    {
        var page = await filled.Site.PageAsync("/organizations?q=peer+support");
        var guide = Assert.Single(page.QuerySelectorAll(".kind-answer"));

        Assert.Equal("/care/peer-support", guide.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Read first: Peer support", Words(guide.QuerySelector("a")!));
        Assert.True(guide.CompareDocumentPosition(page.QuerySelector(".result")!).HasFlag(DocumentPositions.Following));
        Assert.Empty((await filled.Site.PageAsync("/organizations?q=weavers")).QuerySelectorAll(".kind-answer"));
    }

    [Fact]
    public async Task What_was_searched_for_is_marked_where_it_stands()
    {
        var card = Card(await filled.Site.PageAsync("/organizations?q=weavers"), "circle");
        Assert.Equal(["weavers"], card.QuerySelectorAll("mark").Select(m => m.TextContent));
        Assert.Empty(card.QuerySelectorAll(".why"));

        var name = Card(await filled.Site.PageAsync("/organizations?q=circle"), "circle");
        Assert.Equal(["Circle"], name.QuerySelectorAll("h3 mark").Select(m => m.TextContent));
        Assert.Empty((await filled.Site.PageAsync("/organizations")).QuerySelectorAll("mark"));
    }

    [Theory]
    [InlineData("Older Name", "Also called", "Older Name")]
    [InlineData("embroidery", "In its services", "We teach embroidery.")]
    [InlineData("immigrants", "Listed under", "Immigrants")]
    [InlineData("berkeley", "Place", "Berkeley")]
    public async Task A_card_that_does_not_show_the_word_says_why_it_is_there(string typed, string label, string words)
    {
        var why = Assert.Single(Card(await filled.Site.PageAsync($"/organizations?q={typed}"), "circle").QuerySelectorAll(".why"));

        Assert.Equal((label, words), (Words(why.QuerySelector("dt")!), Words(why.QuerySelector("dd")!)));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("weavers</mark><script>")]
    [InlineData("' onmouseover='alert(1)")]
    public async Task Nothing_that_is_typed_becomes_markup(string typed)
    {
        foreach (var field in new[] { "q", "near" })
        {
            var (status, text) = await filled.Site.AskAsync($"/organizations?{field}={Uri.EscapeDataString(typed)}");
            var page = Responses.Parse(text);

            Assert.Equal(HttpStatusCode.OK, status);
            Assert.Empty(page.QuerySelectorAll("script:not([src]):not([type='application/ld+json']), img[src=x], [onerror], [onmouseover]"));
            Assert.Equal(typed, page.QuerySelector($"main input[name={field}], input[name={field}]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task A_name_that_is_markup_is_shown_as_it_is_and_marked()
    {
        var page = await filled.Site.PageAsync("/organizations?q=alert");
        var heading = Card(page, "hostile").QuerySelector("h3 a")!;

        Assert.Equal("<script>alert(1)</script> & <b>bold</b>", heading.TextContent);
        Assert.Equal(["mark"], heading.Children.Select(c => c.LocalName));
        Assert.Empty(page.QuerySelectorAll("main script:not([src]), main .result b"));
    }

    [Theory]
    [InlineData("/organizations?q=weavers&cost=sliding-scale&sort=name")]
    [InlineData("/organizations?q=weavers+embroidery+sliders&exact=1")]
    [InlineData("/organizations?q=weavers&near=10001&cost=free&cost=sliding-scale")]
    [InlineData("/organizations?community=immigrants&cost=sliding-scale")]
    [InlineData("/es/organizations?q=weavers&cost=sliding-scale")]
    public async Task When_nothing_fits_each_number_is_true_when_it_is_followed(string path)
    {
        var notice = (await filled.Site.PageAsync(path)).QuerySelector(".notice")!;
        var ways = notice.QuerySelectorAll("li a").Select(a => (Href: a.GetAttribute("href")!, Number: CountInWay().Match(Words(a)))).Where(w => w.Number.Success).ToList();

        Assert.NotEmpty(ways);
        foreach (var (href, number) in ways)
        {
            var then = await filled.Site.PageAsync(href);
            Assert.Equal(int.Parse(number.Groups[1].Value, null), then.QuerySelectorAll(".result").Length - Partly(then));
        }
    }

    [Fact]
    public async Task Each_number_beside_a_filter_is_true_when_it_is_followed()
    {
        foreach (var path in new[] { "/organizations", "/organizations?q=summary", "/organizations?near=94601&cost=free" })
        {
            var links = (await filled.Site.PageAsync(path)).QuerySelectorAll(".facet a:not([aria-current]):not([href*='place='])").ToList();
            Assert.InRange(links.Count, 3, 100);
            foreach (var link in links.Where(l => l.Closest("ul")!.QuerySelector("[aria-current]") is null))
            {
                var then = await filled.Site.PageAsync(link.GetAttribute("href")!);
                Assert.Equal(int.Parse(link.QuerySelector(".count")!.TextContent, null), then.QuerySelectorAll(".result").Length - Partly(then));
                Assert.Contains(then.QuerySelectorAll(".facet a[aria-current=true]"), a => a.GetAttribute("href") == path);
            }
        }
    }

    [Fact]
    public async Task Near_a_place_each_part_has_its_heading_and_those_here_their_miles()
    {
        var page = await filled.Site.PageAsync("/organizations?near=94601&sort=nearest");

        Assert.Equal(["Near 94601 (Oakland, CA)", "Serving California", "Also serving everywhere"], page.QuerySelectorAll(".results-heading").Select(Words));
        Assert.Equal("About a mile away · Oakland, CA.", Words(Card(page, "slider").QuerySelectorAll("dd")[3])[..32]);
        Assert.DoesNotContain("away", Words(Card(page, "everywhere")), StringComparison.Ordinal);
        Assert.EndsWith(": 2 nearby, 1 serving the state, 1 serving everywhere", Count(page), StringComparison.Ordinal);
        Assert.Equal("/organizations", Assert.Single(page.QuerySelectorAll(".tags a:not(.tag-all)")).GetAttribute("href"));
    }

    [Fact]
    public async Task Where_nobody_is_near_it_says_so()
    {
        var page = await filled.Site.PageAsync("/organizations?near=99501");

        var heading = Assert.Single(page.QuerySelectorAll(".results-heading"));
        Assert.Equal("Also serving everywhere", Words(heading));
        Assert.StartsWith("None here yet.", Words(heading.NextElementSibling!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_have_some_of_the_words_stand_under_a_heading_of_their_own()
    {
        var page = await filled.Site.PageAsync("/organizations?q=weavers+sliders&exact=1");

        Assert.Equal(["These have some of what you wrote"], page.QuerySelectorAll(".results-heading").Select(Words));
        Assert.Equal(["Circle", "Slider"], Names(page).Order());
    }

    [GeneratedRegex(@": (\d+) \w+$")]
    private static partial Regex CountInWay();

    private static int Partly(IParentNode page) =>
        page.QuerySelectorAll(".results-heading").FirstOrDefault(h => Words(h) is "These have some of what you wrote" or "No longer active")?.NextElementSibling?.NextElementSibling?.QuerySelectorAll(".result").Length ?? 0;

    private static IEnumerable<string> Tags(IParentNode page) => page.QuerySelectorAll(".tags a").Select(Words);

    private static string Count(IParentNode page) => Words(page.QuerySelector(".results-count")!);

    private static IEnumerable<string> Names(IParentNode page) => page.QuerySelectorAll(".result h3").Select(Words);

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Card(IParentNode page, string slug) =>
        page.QuerySelectorAll("li.result").Single(r => r.QuerySelector("h3 a")!.GetAttribute("href")!.EndsWith("/" + slug, StringComparison.Ordinal));

    /// <summary>Filled once; these tests only read.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public SmallSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await AddAsync("circle", "Circle", "cost=free community=immigrants", o =>
            {
                (o.Summary, o.AlternateNames) = ("Summary of weavers.", ["Older Name"]);
                (o.Services[0].Description, o.Locations) = ("We teach embroidery.", [Samples.Location("Berkeley", "CA")]);
                o.Locations[0].PostalCode = "94704";
            });
            await AddAsync("slider", "Slider", "cost=sliding-scale", o => (o.Summary, o.Locations) = ("Summary of sliders.", [Samples.Location("Oakland", "CA")]));
            await AddAsync("state", "State", "place=california cost=free language=spanish", _ => { });
            await AddAsync("everywhere", "Every", "place=everywhere kind=peer-support", _ => { });
            await AddAsync("hostile", "<script>alert(1)</script> & <b>bold</b>", "cost=free", _ => { });
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();

        private Task AddAsync(string slug, string name, string terms, Action<Organization> change) => Site.AddAsync(slug, terms, o =>
        {
            (o.Name, o.Summary, o.Services[0].Name) = (name, "Summary.", "Meeting");
            change(o);
        });
    }
}
