using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Editing;

/// <summary>Whoever has a public address in a state serves there, whether or not the entry says so.</summary>
public sealed class PlacesTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new();
    private Catalogue _catalogue = null!;

    private static Guid Id => Ids.Of("care");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(LocationVisibility.Full, "california (derived)")]
    [InlineData(LocationVisibility.Area, "california (derived)")]
    [InlineData(LocationVisibility.Hidden, "")]
    public async Task A_public_location_serves_its_state(LocationVisibility visibility, string places)
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Oakland", "CA")];
        organization.Locations[0].Visibility = visibility;
        await _catalogue.SaveAsync(organization);

        Assert.Equal(places, await PlacesAsync());
    }

    [Fact]
    public async Task A_place_follows_its_location()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Oakland", "CA")];
        await _catalogue.SaveAsync(organization);

        await _catalogue.EditAsync(Id, o => (o.Locations[0].City, o.Locations[0].StateProvince) = ("Albany", "NY"));
        Assert.Equal("new-york (derived)", await PlacesAsync());

        await _catalogue.EditAsync(Id, o => o.Locations[0].Visibility = LocationVisibility.Hidden);
        Assert.Equal("", await PlacesAsync());
    }

    [Fact]
    public async Task A_state_of_another_country_is_none_of_ours()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Somewhere", "CA")];
        organization.Locations[0].Country = "MX";
        await _catalogue.SaveAsync(organization);

        Assert.Equal("", await PlacesAsync());
    }

    [Fact]
    public async Task A_place_that_is_also_stated_stands_once()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Oakland", "CA")];
        await _catalogue.SaveAsync(organization);

        await _catalogue.EditAsync(Id, o => o.Terms.Add(Samples.Link("place", "california")));
        Assert.Equal("california", await PlacesAsync());

        await _catalogue.EditAsync(Id, o => o.Terms.RemoveAll(l => !l.Derived));
        Assert.Equal("california (derived)", await PlacesAsync());
    }

    [Fact]
    public async Task A_place_that_follows_is_not_part_of_the_text()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Oakland", "CA")];
        await _catalogue.SaveAsync(organization);

        Assert.False(await _catalogue.EditAsync(Id, o => o.Terms.Clear()));
        Assert.Equal("california (derived)", await PlacesAsync());
    }

    [Fact]
    public async Task A_new_place_is_found_for_entries_that_are_there_already()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Portland", "OR")];
        await _catalogue.SaveAsync(organization);
        Assert.Equal("", await PlacesAsync());

        _files.Vocabulary("place", 3, ("everywhere", "Everywhere", "national"), ("california", "California", "CA"), ("new-york", "New York", "NY"),
            ("oregon", "Oregon", "OR"));
        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);

        Assert.Equal("oregon (derived)", await PlacesAsync());
        Assert.Equal(["care"], await _catalogue.FoundByAsync("oregon"));
    }

    private async Task<string> PlacesAsync() => string.Join(", ", (await _catalogue.OrganizationAsync(Id)).Terms
        .Where(l => l.Term.Vocabulary.Slug == "place").Select(l => l.Term.Slug + (l.Derived ? " (derived)" : "")));
}
