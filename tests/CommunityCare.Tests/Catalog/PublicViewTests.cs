using System.Collections;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Catalog;

/// <summary>The one projection that decides what the public may see.</summary>
public sealed class PublicViewTests
{
    // What the public may know of a location of which only the area, or nothing, is told. Whoever adds a property decides here.
    private static readonly Dictionary<string, (bool Area, bool Hidden)> Told = new()
    {
        [nameof(Location.Id)] = (true, true),
        [nameof(Location.Order)] = (true, true),
        [nameof(Location.Visibility)] = (true, true),
        [nameof(Location.City)] = (true, false),
        [nameof(Location.StateProvince)] = (true, false),
        [nameof(Location.Country)] = (true, false),
        [nameof(Location.Name)] = (false, false),
        [nameof(Location.Address1)] = (false, false),
        [nameof(Location.Address2)] = (false, false),
        [nameof(Location.PostalCode)] = (false, false),
        [nameof(Location.Latitude)] = (false, false),
        [nameof(Location.Longitude)] = (false, false),
        [nameof(Location.Description)] = (false, false),
        [nameof(Location.Accessibility)] = (false, false),
        [nameof(Location.Transportation)] = (false, false),
        [nameof(Location.Translations)] = (false, false),
    };

    [Theory]
    [InlineData(LocationVisibility.Area)]
    [InlineData(LocationVisibility.Hidden)]
    public void Each_property_of_a_location_is_decided_on(LocationVisibility visibility)
    {
        var known = Full(visibility);
        var seen = PublicView.Of(new() { Locations = [known] })!.Locations[0];
        var properties = typeof(Location).GetProperties().Where(p => p.CanWrite).ToList();

        Assert.Equal(properties.Select(p => p.Name).Order(), Told.Keys.Order());
        foreach (var property in properties)
        {
            var told = visibility == LocationVisibility.Area ? Told[property.Name].Area : Told[property.Name].Hidden;
            var nothing = property.GetValue(new Location());
            Assert.True(property.Name == nameof(Location.Visibility) || !Same(property.GetValue(known), nothing), $"the sample says nothing in {property.Name}");
            Assert.True(Same(property.GetValue(seen), told ? property.GetValue(known) : nothing), property.Name);
        }
    }

    [Fact]
    public void A_full_location_is_seen_as_it_is()
    {
        var known = Full(LocationVisibility.Full);

        Assert.Same(known, PublicView.Of(new() { Locations = [known] })!.Locations[0]);
    }

    [Theory]
    [InlineData(Publication.Published, true)]
    [InlineData(Publication.Draft, false)]
    [InlineData(Publication.Archived, false)]
    public void Only_what_is_published_is_seen(Publication publication, bool seen)
    {
        var organization = new Organization { Publication = publication };

        Assert.Equal(seen, PublicView.IsPublic(organization));
        Assert.Equal(seen, PublicView.Of(organization) is not null);
    }

    [Fact]
    public void Private_phones_and_contacts_are_left_out_and_the_original_keeps_them()
    {
        var organization = new Organization
        {
            Phones = [new() { Number = "1", Private = true }, new() { Number = "2" }],
            Contacts = [new() { Name = "Sam", Private = true }, new() { Name = "Ana" }],
        };

        var seen = PublicView.Of(organization)!;
        Assert.Equal("2", Assert.Single(seen.Phones).Number);
        Assert.Equal("Ana", Assert.Single(seen.Contacts).Name);
        Assert.Equal((2, 2), (organization.Phones.Count, organization.Contacts.Count));
    }

    [Fact]
    public void Only_what_a_reader_can_be_told_is_a_way_to_reach()
    {
        Assert.False(Reached(_ => { }));
        Assert.True(Reached(o => o.Website = "https://care.example.org"));
        Assert.True(Reached(o => o.Email = "care@example.org"));
        Assert.True(Reached(o => o.AdditionalWebsites = [new() { Url = "https://care.example.org" }]));
        Assert.True(Reached(o => o.Phones = [Samples.Phone("988")]));
        Assert.False(Reached(o => o.Phones = [new() { Number = "988", Private = true }]));
        Assert.True(Reached(o => o.Contacts = [new() { Email = "ana@example.org" }]));
        Assert.False(Reached(o => o.Contacts = [new() { Email = "ana@example.org", Private = true }]));
        Assert.False(Reached(o => o.Contacts = [new() { Name = "Ana" }]));
        Assert.True(Reached(o => o.Locations = [Full(LocationVisibility.Full)]));
        Assert.False(Reached(o => o.Locations = [Full(LocationVisibility.Area)]));
        Assert.False(Reached(o => o.Locations = [Full(LocationVisibility.Hidden)]));
        Assert.False(Reached(o => o.Locations = [new() { City = "Oakland", StateProvince = "CA" }]));
    }

    private static bool Reached(Action<Organization> change)
    {
        var organization = new Organization();
        change(organization);
        return PublicView.CanBeReached(organization);
    }

    private static bool Same(object? a, object? b) =>
        a is IEnumerable and not string && b is IEnumerable other ? ((IEnumerable)a).Cast<object>().SequenceEqual(other.Cast<object>()) : Equals(a, b);

    private static Location Full(LocationVisibility visibility) => new()
    {
        Id = Ids.Of("place"),
        Name = "Safe house",
        Address1 = "12 Secret Street",
        Address2 = "Upstairs",
        City = "Oakland",
        StateProvince = "CA",
        PostalCode = "94601",
        Country = "MX",
        Latitude = 37.8,
        Longitude = -122.2,
        Description = "Behind the bakery",
        Accessibility = "Ramp",
        Transportation = "Bus 1",
        Visibility = visibility,
        Order = 3,
        Translations = [new("es", "description", "Detrás de la panadería")],
    };
}
