using CommunityCare.Search;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>Local groups first: those that serve the whole country stand below them and do not bury them.</summary>
public sealed class PlaceTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.NewAsync();

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Located_or_serving_comes_first_and_everywhere_after_it()
    {
        await _shelf.AddAsync("z-located", change: o => o.Locations = [Samples.Location("Oakland", "CA")]);
        await _shelf.AddAsync("y-serving", "place=california");
        await _shelf.AddAsync("x-both", "place=california place=everywhere");
        await _shelf.AddAsync("a-everywhere", "place=everywhere");
        await _shelf.AddAsync("b-far", "place=new-york");
        await _shelf.AddAsync("c-silent");

        foreach (var more in new[] { "", "&sort=name", "&sort=fresh", "&q=summary&sort=name" })
        {
            Assert.Equal("x-both y-serving z-located | a-everywhere", await _shelf.ShownAsync("?place=california" + more));
        }

        Assert.Equal("a-everywhere", Assert.Single((await _shelf.FindAsync("?place=california&q=summary")).In(Reach.Everywhere)).Slug);

        Assert.Equal("b-far x-both y-serving z-located | a-everywhere", await _shelf.ShownAsync("?place=california&place=new-york"));
        Assert.Equal("a-everywhere x-both", await _shelf.ShownAsync("?place=everywhere"));
        Assert.Equal("a-everywhere b-far c-silent x-both y-serving z-located", await _shelf.ShownAsync(""));
    }

    [Fact]
    public async Task The_order_holds_across_pages()
    {
        for (var i = 0; i < 15; i++)
        {
            await _shelf.AddAsync($"a-{i:00}", "place=everywhere");
            await _shelf.AddAsync($"z-{i:00}", "place=california");
        }

        var (first, second) = (await _shelf.FindAsync("?place=california"), await _shelf.FindAsync("?place=california&page=2"));

        Assert.Equal((30, 2, 15, 5), (first.Total, first.Pages, first.In(Reach.Here).Count, first.In(Reach.Everywhere).Count));
        Assert.Equal((0, 10), (second.In(Reach.Here).Count, second.In(Reach.Everywhere).Count));
        Assert.Equal((15, 15), (first.Totals[Reach.Here], second.Totals[Reach.Here]));
        Assert.Single((await _shelf.FindAsync("")).Totals);
        Assert.All(first.In(Reach.Here), o => Assert.StartsWith("z-", o.Slug, StringComparison.Ordinal));
        Assert.Equal(15, first.In(Reach.Everywhere).Concat(second.In(Reach.Everywhere)).Select(o => o.Slug).Distinct().Count());
    }

    [Fact]
    public async Task A_place_holds_for_one_service_too()
    {
        await _shelf.AddAsync("a", change: o =>
        {
            o.Services = [Samples.Service("here"), Samples.Service("free")];
            o.Terms = [Shelf.Link("place=california", o.Services[0]), Shelf.Link("cost=free", o.Services[1])];
        });
        await _shelf.AddAsync("b", "place=california cost=free");

        Assert.Equal("a b", await _shelf.ShownAsync("?place=california"));
        Assert.Equal("b", await _shelf.ShownAsync("?place=california&cost=free"));
    }

    [Fact]
    public async Task Who_can_be_reached_stands_first_in_each_part()
    {
        await _shelf.AddAsync("a-here", "place=california", o => o.Website = null);
        await _shelf.AddAsync("b-here", "place=california");
        await _shelf.AddAsync("c-everywhere", "place=everywhere", o => o.Website = null);
        await _shelf.AddAsync("d-everywhere", "place=everywhere");

        Assert.Equal("b-here a-here | d-everywhere c-everywhere", await _shelf.ShownAsync("?place=california"));
    }
}
