using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>The numbers beside the filters say what would be left, and nothing leads to nobody.</summary>
public sealed class FacetTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync()
    {
        _shelf = await Shelf.NewAsync();
        await _shelf.AddAsync("a", "kind=peer-support cost=free community=immigrants place=california");
        await _shelf.AddAsync("b", "kind=peer-support cost=sliding-scale place=everywhere");
        await _shelf.AddAsync("c", "kind=mutual-aid cost=free community=people-of-color");
        await _shelf.AddAsync("gone", "kind=mutual-aid cost=sliding-scale", o => o.Status = OrganizationStatus.Closed);
    }

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("", "cost=free", 2)]
    [InlineData("", "cost=sliding-scale", 1)]
    [InlineData("", "community=not-stated", 1)]
    [InlineData("?kind=peer-support", "cost=free", 1)]
    [InlineData("?kind=peer-support", "community=people-of-color", 0)]
    [InlineData("?kind=mutual-aid", "cost=sliding-scale", 0)]
    [InlineData("?kind=mutual-aid", "community=not-stated", 0)]
    [InlineData("?kind=mutual-aid", "kind=peer-support", 2)]
    [InlineData("?cost=free&kind=mutual-aid", "kind=peer-support", 1)]
    [InlineData("?place=california", "kind=peer-support", 2)]
    [InlineData("?kind=peer-support", "place=california", 1)]
    [InlineData("?q=summary", "cost=free", 2)]
    [InlineData("?q=zzzz", "cost=free", 0)]
    public async Task A_number_says_how_many_have_the_term_beside_what_is_chosen(string chosen, string term, int count) =>
        Assert.Equal(count, (await _shelf.FacetsAsync(chosen)).Of(term.Split('=')[0], term.Split('=')[1]));

    [Fact]
    public async Task All_of_it_is_true_of_one_service()
    {
        await _shelf.AddAsync("two", change: o =>
        {
            o.Services = [Samples.Service("one"), Samples.Service("two")];
            o.Terms.AddRange([Shelf.Link("language=spanish", o.Services[0]), Shelf.Link("cost=sliding-scale", o.Services[1])]);
        });

        var facets = await _shelf.FacetsAsync("?language=spanish");
        Assert.Equal((0, 1), (facets.Of("cost", "sliding-scale"), facets.Of("cost", Term.NotStated)));
    }

    [Fact]
    public async Task Each_number_is_what_the_list_then_shows()
    {
        foreach (var chosen in new[] { "", "?kind=peer-support", "?cost=free", "?q=summary&cost=free" })
        {
            var facets = await _shelf.FacetsAsync(chosen);
            foreach (var (vocabulary, slug) in new[] { ("community", "immigrants"), ("language", "not-stated"), ("place", "not-stated") })
            {
                var then = chosen + (chosen.Length == 0 ? "?" : "&") + $"{vocabulary}={slug}";
                Assert.Equal(facets.Of(vocabulary, slug), await _shelf.CountAsync(then));
            }
        }
    }
}
