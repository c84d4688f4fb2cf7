using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>The filters that are offered lead somewhere, and say how far.</summary>
public sealed class OfferTests : IAsyncLifetime
{
    private Shelf _shelf = null!;

    public async ValueTask InitializeAsync() => _shelf = await Shelf.NewAsync();

    public ValueTask DisposeAsync()
    {
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Those_who_can_help_today_are_counted_and_apart_from_them_those_who_can_be_reached()
    {
        await _shelf.AddAsync("a", "cost=free");
        await _shelf.AddAsync("unknown", "cost=free", o => o.Status = OrganizationStatus.Unknown);
        await _shelf.AddAsync("silent", "cost=free", o => o.Website = null);
        await _shelf.AddAsync("closed", "cost=free", o => o.Status = OrganizationStatus.Closed);
        await _shelf.AddAsync("historical", "cost=free", o => o.Status = OrganizationStatus.Historical);
        await _shelf.AddAsync("draft", "cost=free", o => o.Publication = Publication.Draft);
        await _shelf.AddAsync("archived", "cost=free", o => o.Publication = Publication.Archived);

        var offer = await _shelf.OfferAsync();
        Assert.Equal((3, 2), (offer.Count("cost", "free"), offer.Reachable("cost", "free")));
    }

    [Fact]
    public async Task An_organization_counts_once_however_often_it_says_so()
    {
        await _shelf.AddAsync("a", "cost=free", o =>
        {
            o.Services = [Samples.Service("one"), Samples.Service("two")];
            o.Terms.AddRange([Shelf.Link("cost=free", o.Services[0]), Shelf.Link("cost=free", o.Services[1]), Shelf.Link("language=spanish", o.Services[1])]);
        });

        var offer = await _shelf.OfferAsync();
        Assert.Equal((1, 1), (offer.Count("cost", "free"), offer.Count("language", "spanish")));
    }

    [Fact]
    public async Task A_term_without_organizations_is_not_offered()
    {
        await _shelf.AddAsync("a", "cost=free");
        await _shelf.AddAsync("closed", "cost=sliding-scale", o => o.Status = OrganizationStatus.Closed);

        Assert.Equal("cost: free", await OfferedAsync());
    }

    [Fact]
    public async Task A_place_that_follows_from_an_address_is_offered()
    {
        await _shelf.AddAsync("a", change: o => o.Locations = [Samples.Location("Oakland", "CA")]);

        Assert.Equal("place: california", await OfferedAsync());
    }

    [Fact]
    public async Task A_retired_term_is_not_offered_and_still_filters()
    {
        await _shelf.AddAsync("a", "cost=free");
        await _shelf.AddAsync("b", "cost=sliding-scale");
        _shelf.Files.Vocabulary("cost", 6, ("sliding-scale", "Sliding scale", "low fee"));
        await _shelf.SeedAsync();

        Assert.Equal("cost: sliding-scale", await OfferedAsync());
        Assert.Equal("a", await _shelf.ShownAsync("?cost=free"));
    }

    [Fact]
    public async Task Filters_and_terms_stand_in_their_own_order()
    {
        await _shelf.AddAsync("a", "cost=free cost=sliding-scale language=english place=new-york place=california place=everywhere kind=mutual-aid kind=peer-support");

        Assert.Equal("kind: peer-support mutual-aid; place: everywhere california new-york; language: english; cost: free sliding-scale", await OfferedAsync());
    }

    private async Task<string> OfferedAsync()
    {
        var offer = await _shelf.OfferAsync();
        return string.Join("; ", offer.Vocabularies.Where(v => offer.TermsOf(v).Any()).Select(v => $"{v.Slug}: {string.Join(' ', offer.TermsOf(v).Select(t => t.Slug))}"));
    }
}
