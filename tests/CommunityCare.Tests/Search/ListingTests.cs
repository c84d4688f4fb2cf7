using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>Who is listed, in which order, and what is counted.</summary>
public sealed class ListingTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.NewAsync();

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Who_cannot_be_reached_stands_last_in_every_order()
    {
        await _shelf.AddAsync("a-silent", "cost=free", o => (o.Website, o.AsOf) = (null, new(2026, 11, 20)));
        await _shelf.AddAsync("b-reachable", "cost=free", o => o.Summary = "Other words than those of a.");
        await _shelf.AddAsync("c-phone", "cost=free", o => (o.Website, o.Phones) = (null, [Samples.Phone("510-555-0100")]));
        await _shelf.AddAsync("d-private", "cost=free", o => (o.Website, o.Phones) = (null, [new() { Id = Ids.Of("p"), Number = "510-555-0101", Private = true }]));

        foreach (var question in new[] { "", "?sort=name", "?sort=fresh", "?cost=free", "?q=free", "?q=free&sort=fresh" })
        {
            var shown = (await _shelf.ShownAsync(question)).Split(' ');
            Assert.Equal(["a-silent", "d-private"], shown[2..].Order());
        }
    }

    [Fact]
    public async Task Closed_groups_are_found_by_their_names_alone()
    {
        await _shelf.AddAsync("open", "cost=free", o => o.Name = "Breakfast, today");
        await _shelf.AddAsync("closed", "cost=free", o => (o.Name, o.Status) = ("Breakfast for children", OrganizationStatus.Closed));
        await _shelf.AddAsync("historical", "cost=free", o =>
            (o.Name, o.AlternateNames, o.Status) = ("Panthers", ["Free breakfast program"], OrganizationStatus.Historical));
        await _shelf.AddAsync("unknown", "cost=free", o => (o.Name, o.Status) = ("A breakfast, maybe", OrganizationStatus.Unknown));

        Assert.Equal("unknown open", await _shelf.ShownAsync(""));
        Assert.Equal("unknown open", await _shelf.ShownAsync("?cost=free"));
        Assert.Equal("unknown open", await _shelf.ShownAsync("?q=gratis&sort=name"));
        Assert.Equal(" |  | historical", await _shelf.ShownAsync("?q=panthers"));
        var found = await _shelf.FindAsync("?q=breakfast");
        Assert.Equal(2, found.Total);
        Assert.Equal(["open", "unknown"], found.In(Reach.Here).Select(o => o.Slug).Order());
        Assert.Equal(["closed", "historical"], found.NoLongerActive.Select(o => o.Slug).Order());
        Assert.Equal(2, (await _shelf.OfferAsync()).Count("cost", "free"));
    }

    [Fact]
    public async Task Closed_groups_stand_below_the_last_of_those_that_can_help()
    {
        for (var i = 0; i < 25; i++)
        {
            await _shelf.AddAsync($"open-{i:00}", change: o => o.Name = $"Kitchen {i:00}");
        }

        await _shelf.AddAsync("closed", change: o => (o.Name, o.Status) = ("Kitchen of old", OrganizationStatus.Closed));

        Assert.Empty((await _shelf.FindAsync("?q=kitchen")).NoLongerActive);
        Assert.Equal("closed", Assert.Single((await _shelf.FindAsync("?q=kitchen&page=2")).NoLongerActive).Slug);

        // Unless it is the one whose whole name was typed.
        var named = await _shelf.FindAsync("?q=Kitchen, of old!");
        Assert.True(named.IsNoLongerActiveFirst);
        Assert.Equal("closed", Assert.Single(named.NoLongerActive).Slug);
    }

    [Theory]
    [InlineData(Publication.Draft)]
    [InlineData(Publication.Archived)]
    public async Task What_is_not_published_is_nowhere(Publication publication)
    {
        await _shelf.AddAsync("hidden", "cost=sliding-scale", o => o.Publication = publication);
        await _shelf.AddAsync("hidden-and-closed", "cost=sliding-scale", o => (o.Publication, o.Status) = (publication, OrganizationStatus.Closed));

        foreach (var question in new[] { "", "?q=hidden", "?cost=sliding-scale", "?cost=sliding-scale&cost=not-stated", "?sort=fresh" })
        {
            Assert.Equal("", await _shelf.ShownAsync(question));
        }

        Assert.Equal(0, (await _shelf.OfferAsync()).Count("cost", "sliding-scale"));
    }

    [Fact]
    public async Task Names_are_sorted_as_people_look_for_them()
    {
        foreach (var (slug, name) in new[]
        {
            ("zora", "zora"), ("okra", "The Okra Project"), ("alamo", "Álamo"), ("albany", "Albany"), ("cura", "La Cura"), ("hawaii", "Hawaiʻi Circle"), ("hawk", "Hawk"),
            ("theory", "Theory"), ("number", "988"), ("n", "Ñandú"), ("nap", "Nap"),
        })
        {
            await _shelf.AddAsync(slug, change: o => o.Name = name);
        }

        Assert.Equal("number alamo albany cura hawaii hawk n nap okra theory zora", await _shelf.ShownAsync("?sort=name"));
    }

    [Fact]
    public async Task The_freshest_facts_come_first_and_undated_ones_last()
    {
        await _shelf.AddAsync("undated");
        await _shelf.AddAsync("year", change: o => o.AsOf = new(2025));
        await _shelf.AddAsync("month", change: o => o.AsOf = new(2025, 3));
        await _shelf.AddAsync("verified", change: o => (o.AsOf, o.Verified) = (new(2019), new() { On = new(2026, 1, 1), By = "Ana" }));
        await _shelf.AddAsync("compiled", change: o => o.Compiled = new(2026, 11, 22));

        Assert.Equal("verified month year compiled undated", await _shelf.ShownAsync("?sort=fresh"));
    }

    [Fact]
    public async Task A_name_counts_for_more_than_a_text()
    {
        await _shelf.AddAsync("a-text", change: o => o.Summary = "We bake bread. Bread for all, bread every day.");
        await _shelf.AddAsync("z-name", change: o => o.Name = "Bread");

        Assert.Equal("z-name a-text", await _shelf.ShownAsync("?q=bread"));
        Assert.Equal("a-text z-name", await _shelf.ShownAsync("?q=bread&sort=name"));
    }

    [Fact]
    public async Task Pages_follow_one_another_and_end()
    {
        Assert.Equal((0, 1, false), Of(await _shelf.FindAsync("")));
        Assert.Equal((0, 1, true), Of(await _shelf.FindAsync("?page=2")));
        for (var i = 0; i < 41; i++)
        {
            await _shelf.AddAsync($"group-{i:00}");
        }

        var pages = new List<SearchResults>();
        for (var page = 1; page <= 3; page++)
        {
            pages.Add(await _shelf.FindAsync($"?page={page}"));
        }

        Assert.Equal([20, 20, 1], pages.Select(p => p.In(Reach.Here).Count));
        Assert.Equal(Enumerable.Range(0, 41).Select(i => $"group-{i:00}"), pages.SelectMany(p => p.In(Reach.Here)).Select(o => o.Slug));
        Assert.All(pages, page => Assert.Equal((41, 3, false), Of(page)));
        Assert.Equal((41, 3, true), Of(await _shelf.FindAsync("?page=4")));
        Assert.Empty((await _shelf.FindAsync("?page=10000")).In(Reach.Here));
    }

    private static (int Total, int Pages, bool IsBeyondTheEnd) Of(SearchResults results) => (results.Total, results.Pages, results.IsBeyondTheEnd);
}
