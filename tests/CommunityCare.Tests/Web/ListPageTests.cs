using System.Net;
using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>The list of organizations, as a reader meets it.</summary>
public sealed class ListPageTests(ListPageTests.Filled filled) : IClassFixture<ListPageTests.Filled>
{
    [Fact]
    public async Task Each_chosen_filter_is_a_tag_that_takes_it_away()
    {
        var page = await filled.Site.PageAsync("/organizations?q=summary&cost=free&language=not-stated&sort=name");
        var tags = page.QuerySelectorAll(".tags a").Select(a => $"{Words(a)} -> {a.GetAttribute("href")}");

        Assert.Equal(
            [
                "Remove “summary” -> /organizations?cost=free&language=not-stated&sort=name",
                "Remove Free -> /organizations?q=summary&language=not-stated&sort=name",
                "Remove Filter language: not stated -> /organizations?q=summary&cost=free&sort=name",
                "Clear all -> /organizations",
            ],
            tags);
        Assert.Empty((await filled.Site.PageAsync("/organizations")).QuerySelectorAll(".tags"));
    }

    [Fact]
    public async Task A_facet_is_a_link_that_is_switched_on_and_off()
    {
        var off = (await filled.Site.PageAsync("/organizations?q=summary&page=1")).QuerySelector(".facet a[href*='cost=free']")!;
        Assert.Equal(("/organizations?q=summary&cost=free", null), (off.GetAttribute("href"), off.GetAttribute("aria-current")));
        Assert.Equal("Free 2", Words(off));

        var on = Assert.Single((await filled.Site.PageAsync("/organizations?q=summary&cost=free")).QuerySelectorAll(".facet a[aria-current=true]"));
        Assert.Equal("/organizations?q=summary", on.GetAttribute("href"));
        Assert.Equal("Free 2", Words(on));

        // The number is what would be left beside the words.
        var all = (await filled.Site.PageAsync("/organizations")).QuerySelector(".facet a[href*='cost=free']")!;
        Assert.Equal("Free 3", Words(all));
    }

    [Fact]
    public async Task Paper_is_told_what_a_link_hides_and_how_many_pages_there_are()
    {
        await using var site = new SmallSite();
        await site.AddAsync("writes", change: o => o.Email = "care@example.org");
        for (var i = 0; i < CommunityCare.Search.OrganizationSearch.PageSize; i++)
        {
            await site.AddAsync($"more-{i:00}");
        }

        var pages = new[] { await site.PageAsync("/organizations"), await site.PageAsync("/organizations?page=2") };
        Assert.Equal(["Page 1 of 2", "Page 2 of 2"], pages.Select(p => Words(p.QuerySelector("p.print-only")!)));
        Assert.Equal(["care@example.org"], pages.SelectMany(p => p.QuerySelectorAll(".actions .print-only")).Select(Words));
    }

    [Fact]
    public async Task The_order_in_use_is_marked()
    {
        var sorts = (await filled.Site.PageAsync("/organizations?sort=fresh&cost=free")).QuerySelectorAll(".sorts a");

        Assert.Equal(
            ["Name /organizations?cost=free&sort=name", "Freshest facts /organizations?cost=free&sort=fresh true"],
            sorts.Select(a => $"{Words(a)} {a.GetAttribute("href")} {a.GetAttribute("aria-current")}".TrimEnd()));
    }

    [Fact]
    public async Task A_card_answers_who_what_for_whom_and_where()
    {
        var card = Card(await filled.Site.PageAsync("/organizations"), "full");

        Assert.Equal(
            ["Who: We sit together.", "Offers: full service", "For: People of color, Immigrants", "Where: Oakland, CA. Free"],
            card.QuerySelectorAll("dl.answers dt").Select(t => $"{Words(t)}: {Words(t.NextElementSibling!)}"));
        Assert.Equal(["Peer support"], card.QuerySelectorAll(".kind-tag").Select(Words));
        Assert.Equal(
            ["tel:+15550100199 Call 555-010-0199: Name of full", "https://full.example.org Website: Name of full"],
            card.QuerySelectorAll(".actions a").Select(a => $"{a.GetAttribute("href")} {Words(a)}"));
        Assert.Equal("/organizations/full", card.QuerySelector("h3 a")!.GetAttribute("href"));
        Assert.NotNull(card.QuerySelector("svg.quilt[aria-hidden=true]"));

        var bare = Card(await filled.Site.PageAsync("/organizations"), "silent");
        Assert.Equal(["Not stated", "Cost not stated"], bare.QuerySelectorAll(".not-stated").Select(Words));
        Assert.Equal("We could not confirm any way to reach them.", Words(bare.QuerySelector(".unreachable")!));
        Assert.Empty(bare.QuerySelectorAll(".actions"));
    }

    [Theory]
    [InlineData("", "full", "From pages dated May 2026, not yet checked by us.")]
    [InlineData("", "old", "From pages dated 2021, not yet checked by us. May be out of date.")]
    [InlineData("", "silent", "Undated, not yet checked by us. May be out of date.")]
    [InlineData("", "verified", "Verified October 1, 2026 by Ana (by phone).")]
    [InlineData("/es", "full", "Datos de páginas con fecha de mayo de 2026, aún sin verificar.")]
    [InlineData("/es", "verified", "Ficha verificada el 1 de octubre de 2026 por Ana (por teléfono).")]
    public async Task Card_and_page_say_how_recent_it_is(string language, string slug, string line)
    {
        Assert.Equal(line, Words(Card(await filled.Site.PageAsync(language + "/organizations"), slug).QuerySelector(".fresh")!));
        Assert.Equal(line, Words((await filled.Site.PageAsync($"{language}/organizations/{slug}")).QuerySelector(".fresh")!));
    }

    [Fact]
    public async Task A_card_says_what_could_not_be_confirmed_and_closed_groups_stand_apart()
    {
        var page = await filled.Site.PageAsync("/organizations?q=verified");
        Assert.Equal("We could not confirm that this group is active.", Words(Card(page, "verified").QuerySelector(".result-body strong")!));

        var closed = await filled.Site.PageAsync("/organizations?q=Name+of+closed");
        Assert.Equal("No organization fits for “Name of closed”", Words(closed.QuerySelector(".results-count")!));
        Assert.Contains("No longer active", closed.QuerySelectorAll(".results-heading").Select(Words));
        Assert.Equal("This group has closed.", Words(Card(closed, "closed").QuerySelector(".result-body strong")!));
        Assert.Empty(Card(closed, "closed").QuerySelectorAll(".actions, .unreachable"));
        Assert.DoesNotContain("Name of closed", (await filled.Site.PageAsync("/organizations")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_serve_everywhere_stand_under_a_heading_of_their_own()
    {
        var page = await filled.Site.PageAsync("/organizations?place=california");

        Assert.Equal("2 organizations, Filter place: California: 1 in the place you chose, 1 serving everywhere", Words(page.QuerySelector(".results-count")!));
        Assert.Equal(["Name of full", "Name of verified"], page.QuerySelectorAll(".result h3").Select(Words));
        var heading = Assert.Single(page.QuerySelectorAll(".results-heading"));
        Assert.Equal("Also serving everywhere", Words(heading));
        Assert.Equal("Name of verified", Words(heading.ParentElement!.QuerySelector("ol.results:last-of-type h3")!));
    }

    [Fact]
    public async Task When_nothing_fits_each_way_out_says_how_many_it_finds()
    {
        var notice = (await filled.Site.PageAsync("/organizations?q=summary&cost=sliding-scale&language=spanish")).QuerySelector(".notice")!;
        Assert.Equal(
            [
                "Without “Spanish”: 1 organization -> /organizations?q=summary&cost=sliding-scale",
                "Use fewer words, or a more general one. -> ",
                "Look through the six kinds of care -> /care",
                "Start over with all organizations -> /organizations",
                "Do you know a group that should be here? Tell us -> /suggest-an-organization",
            ],
            notice.QuerySelectorAll("li").Select(li => $"{Words(li)} -> {li.QuerySelector("a")?.GetAttribute("href")}"));
        Assert.Equal("/crisis", notice.QuerySelector("a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/organizations?page=2")]
    [InlineData("/organizations?q=zzz&page=2")]
    [InlineData("/organizations?page=10000")]
    public async Task Beyond_the_end_there_is_no_page(string path) => await filled.Site.PageAsync(path, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("/organizations?q=!!!")]
    [InlineData("/organizations?q=%EF%BF%BE")]
    [InlineData("/organizations?q=%00%FF")]
    [InlineData("/es/organizations?q=%22%20OR%20*&cost=x&page=-1&sort=__")]
    [InlineData("/organizations?q=a%27%3B+DROP+TABLE+Organizations%3B--")]
    public async Task Absurd_questions_are_answered(string path) => await filled.Site.PageAsync(path);

    internal static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Card(IParentNode page, string slug) =>
        page.QuerySelectorAll("li.result").Single(r => r.QuerySelector("h3 a")!.GetAttribute("href")!.EndsWith("/" + slug, StringComparison.Ordinal));

    /// <summary>Filled once; these tests only read.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public SmallSite Site { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Site.AddAsync("full", "kind=peer-support cost=free community=people-of-color community=immigrants", o =>
            {
                (o.Summary, o.AsOf) = ("We **sit** together.", new(2026, 5));
                (o.Phones, o.Locations) = ([Samples.Phone("555-010-0199")], [Samples.Location("Oakland", "CA")]);
            });
            await Site.AddAsync("old", "cost=free", o => o.AsOf = new(2021));
            await Site.AddAsync("silent", "", o => o.Website = null);
            await Site.AddAsync("verified", "place=everywhere cost=free", o =>
            {
                o.Status = OrganizationStatus.Unknown;
                o.Verified = new() { On = new(2026, 10, 1), By = "Ana", How = VerifiedHow.Called };
            });
            await Site.AddAsync("sliding", "cost=sliding-scale language=english place=new-york");
            await Site.AddAsync("closed", "cost=free", o => o.Status = OrganizationStatus.Closed);
        }

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
