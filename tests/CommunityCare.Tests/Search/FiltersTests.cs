using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>Filters: or within a group, and between groups, and all of it for one service.</summary>
public sealed class FiltersTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.NewAsync();

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Values_of_one_filter_mean_or_and_filters_together_mean_and()
    {
        await _shelf.AddAsync("a", "cost=free language=spanish");
        await _shelf.AddAsync("b", "cost=sliding-scale language=spanish");
        await _shelf.AddAsync("c", "cost=free language=english");

        Assert.Equal("a c", await _shelf.ShownAsync("?cost=free"));
        Assert.Equal("a b c", await _shelf.ShownAsync("?cost=free&cost=sliding-scale"));
        Assert.Equal("a", await _shelf.ShownAsync("?cost=free&language=spanish"));
        Assert.Equal("a b", await _shelf.ShownAsync("?cost=free&cost=sliding-scale&language=spanish"));
        Assert.Equal("", await _shelf.ShownAsync("?cost=sliding-scale&language=english"));
        Assert.Equal("a", await _shelf.ShownAsync("?cost=free&language=spanish&q=summary"));
    }

    [Fact]
    public async Task All_filters_must_hold_for_one_service()
    {
        await _shelf.AddAsync("split", "", o =>
        {
            o.Services = [Samples.Service("split one"), Samples.Service("split two")];
            o.Terms = [Shelf.Link("cost=free", o.Services[0]), Shelf.Link("language=spanish", o.Services[1])];
        });
        await _shelf.AddAsync("joined", "", o =>
        {
            o.Services = [Samples.Service("joined one"), Samples.Service("joined two")];
            o.Terms = [Shelf.Link("cost=free", o.Services[1]), Shelf.Link("language=spanish", o.Services[1])];
        });
        await _shelf.AddAsync("shared", "cost=free", o =>
        {
            o.Services = [Samples.Service("shared one"), Samples.Service("shared two")];
            o.Terms.Add(Shelf.Link("language=spanish", o.Services[1]));
        });

        Assert.Equal("joined shared split", await _shelf.ShownAsync("?cost=free"));
        Assert.Equal("joined shared split", await _shelf.ShownAsync("?language=spanish"));
        Assert.Equal("joined shared", await _shelf.ShownAsync("?cost=free&language=spanish"));
    }

    [Fact]
    public async Task Not_stated_is_a_value()
    {
        await _shelf.AddAsync("states", "cost=free language=spanish place=california");
        await _shelf.AddAsync("silent", "language=spanish place=everywhere");
        await _shelf.AddAsync("partly", "language=spanish", o =>
        {
            o.Services = [Samples.Service("priced"), Samples.Service("unpriced")];
            o.Terms.Add(Shelf.Link("cost=sliding-scale", o.Services[0]));
        });

        Assert.Equal("partly silent", await _shelf.ShownAsync("?cost=not-stated"));
        Assert.Equal("partly silent states", await _shelf.ShownAsync("?cost=not-stated&cost=free"));
        Assert.Equal("partly silent", await _shelf.ShownAsync("?cost=not-stated&language=spanish"));
        Assert.Equal("", await _shelf.ShownAsync("?cost=not-stated&language=not-stated"));
        Assert.Equal("partly", await _shelf.ShownAsync("?place=not-stated"));
    }

    [Fact]
    public async Task A_term_that_no_organization_has_finds_nothing()
    {
        await _shelf.AddAsync("a", "cost=free");

        Assert.Equal("", await _shelf.ShownAsync("?cost=sliding-scale"));
        Assert.Equal(0, await _shelf.CountAsync("?cost=sliding-scale"));
    }

    [Fact]
    public async Task A_count_is_what_the_list_would_show()
    {
        await _shelf.AddAsync("a", "cost=free language=spanish");
        await _shelf.AddAsync("b", "cost=free");
        await _shelf.AddAsync("closed", "cost=free", o => o.Status = OrganizationStatus.Closed);
        await _shelf.AddAsync("draft", "cost=free", o => o.Publication = Publication.Draft);

        foreach (var question in new[] { "", "?cost=free", "?cost=free&language=spanish", "?q=name", "?q=b", "?cost=not-stated", "?q=closed", "?q=draft", "?q=!!" })
        {
            Assert.Equal((await _shelf.FindAsync(question)).Total, await _shelf.CountAsync(question));
        }

        Assert.Equal(2, await _shelf.CountAsync("?cost=free"));
    }
}
