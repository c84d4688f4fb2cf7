using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>What distances are measured to: as exact as the public may know, and no exacter.</summary>
public sealed class SearchPointsTests : IAsyncLifetime
{
    // Oakland's middle, the middle of 94601 in it, and a point that stands for a house. All are told apart below.
    private const double HouseLatitude = 37.123456;
    private const double HouseLongitude = -121.987654;

    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Guid Id => Ids.Of("care");

    public async ValueTask InitializeAsync() => _catalogue = await Catalogue.NewAsync();

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(LocationVisibility.Full, true, true, "the house")]
    [InlineData(LocationVisibility.Full, false, true, "94601")]
    [InlineData(LocationVisibility.Full, false, false, "Oakland, CA")]
    [InlineData(LocationVisibility.Area, true, true, "Oakland, CA")]
    [InlineData(LocationVisibility.Hidden, true, true, "")]
    public async Task A_point_is_as_exact_as_the_public_may_know(LocationVisibility visibility, bool hasHouse, bool hasCode, string expected)
    {
        await SaveAsync(l =>
        {
            l.Visibility = visibility;
            l.PostalCode = hasCode ? "94601" : null;
            l.Latitude = hasHouse ? HouseLatitude : null;
            l.Longitude = hasHouse ? HouseLongitude : null;
        });

        Assert.Equal(expected, await PointsAsync());
    }

    [Fact]
    public async Task A_ZIP_code_that_we_do_not_know_leaves_the_city()
    {
        await SaveAsync(l => l.PostalCode = "00000");
        Assert.Equal("Oakland, CA", await PointsAsync());
    }

    [Theory]
    [InlineData("MX", "Oakland", "CA")]
    [InlineData("US", "Nowhere At All", "CA")]
    [InlineData("US", "Oakland", "ZZ")]
    [InlineData("US", null, "CA")]
    [InlineData("US", "Oakland", null)]
    public async Task Another_country_and_an_unknown_city_have_no_point(string country, string? city, string? state)
    {
        await SaveAsync(l =>
        {
            (l.Country, l.City, l.StateProvince) = (country, city, state);
            l.PostalCode = country == "US" ? null : l.PostalCode;
            l.Latitude = country == "US" ? null : HouseLatitude;
            l.Longitude = country == "US" ? null : HouseLongitude;
        });

        Assert.Equal("", await PointsAsync());
    }

    [Theory]
    [InlineData(Publication.Draft)]
    [InlineData(Publication.Archived)]
    public async Task What_is_not_public_is_nowhere(Publication publication)
    {
        await SaveAsync(_ => { });
        Assert.Equal("94601", await PointsAsync());

        await _catalogue.EditAsync(Id, o => o.Publication = publication);
        Assert.Equal("", await PointsAsync());

        await _catalogue.EditAsync(Id, o => o.Publication = Publication.Published);
        Assert.Equal("94601", await PointsAsync());
    }

    [Fact]
    public async Task Points_follow_their_locations()
    {
        await SaveAsync(_ => { });

        await _catalogue.EditAsync(Id, o => (o.Locations[0].PostalCode, o.Locations[0].City) = (null, "Berkeley"));
        Assert.Equal("Berkeley, CA", await PointsAsync());

        await _catalogue.EditAsync(Id, o => o.Locations[0].Visibility = LocationVisibility.Hidden);
        Assert.Equal("", await PointsAsync());
    }

    [Fact]
    public async Task Each_place_of_an_organization_counts_once()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Oakland", "CA"), Samples.Location("OAKLAND", "CA"), Samples.Location("Albany", "NY")];
        organization.Locations.ForEach(l => l.PostalCode = null);
        organization.Locations[1].Id = Ids.Of("second");
        await _catalogue.SaveAsync(organization);

        Assert.Equal("Albany, NY; Oakland, CA", await PointsAsync());
    }

    [Fact]
    public async Task A_write_that_fails_leaves_the_points_as_they_were()
    {
        await SaveAsync(_ => { });

        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalogue.WriteAsync<bool>(async write =>
        {
            var organization = (await write.FindOrganizationAsync(Id, Stop))!;
            organization.Locations[0].PostalCode = null;
            await write.SaveAsync(organization, stop: Stop);
            throw new InvalidOperationException();
        }));

        Assert.Equal("94601", await PointsAsync());
    }

    [Fact]
    public async Task No_point_tells_where_a_hidden_place_or_one_known_by_its_area_is()
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Secret("Oakland", "CA", LocationVisibility.Hidden), Secret("Albany", "NY", LocationVisibility.Area)];
        await _catalogue.SaveAsync(organization);

        var points = await _catalogue.ReadAsync(db => db.SearchPoints.Select(p => new GeoPoint(p.Latitude, p.Longitude)).ToListAsync(Stop));

        var house = new GeoPoint(HouseLatitude, HouseLongitude);
        Assert.InRange(Assert.Single(points).MilesTo((await FindAsync("Albany, NY")).Point), 0, 0.001);
        Assert.All(points, point => Assert.True(point.MilesTo(house) > 100));
    }

    private static Location Secret(string city, string state, LocationVisibility visibility)
    {
        var location = Samples.Location(city, state);
        (location.Latitude, location.Longitude, location.Visibility) = (HouseLatitude, HouseLongitude, visibility);
        return location;
    }

    private Task<bool> SaveAsync(Action<Location> change)
    {
        var organization = Samples.Organization("care");
        organization.Locations = [Samples.Location("Oakland", "CA")];
        change(organization.Locations[0]);
        return _catalogue.SaveAsync(organization);
    }

    private async Task<Place> FindAsync(string typed) => (await _catalogue.ReadAsync(db => new Geocoder(db).FindAsync(typed, Stop)))!;

    /// <summary>The names of the points that are kept.</summary>
    private async Task<string> PointsAsync()
    {
        var known = new List<(string Name, GeoPoint Point)> { ("the house", new(HouseLatitude, HouseLongitude)) };
        foreach (var name in new[] { "94601", "Oakland, CA", "Berkeley, CA", "Albany, NY" })
        {
            known.Add((name, (await FindAsync(name)).Point));
        }

        Assert.Equal(known.Count, known.Select(k => k.Point).Distinct().Count());
        var points = await _catalogue.ReadAsync(db => db.SearchPoints.ToListAsync(Stop));
        return string.Join("; ", points.Select(p => known.Single(k => k.Point == new GeoPoint(p.Latitude, p.Longitude)).Name).Order(StringComparer.Ordinal));
    }
}
