using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Search;

public sealed class NearbyTests : IAsyncLifetime
{
    private static readonly GeoPoint Oakland = new(37.8044, -122.2712);

    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await AddAsync("at-the-point", Oakland);
        await AddAsync("nine-miles", new GeoPoint(37.9344, -122.2712));
        await AddAsync("two-places", new(37.6, -122.2712), new(37.8144, -122.2712));
        await AddAsync("new-york", new GeoPoint(40.7, -74));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(5, "at-the-point two-places")]
    [InlineData(10, "at-the-point two-places nine-miles")]
    [InlineData(100, "at-the-point two-places nine-miles")]
    public async Task Those_within_the_circle_are_found_once_each_the_nearest_first(int miles, string slugs) =>
        Assert.Equal(slugs, string.Join(' ', (await WithinAsync(Oakland, miles)).Select(n => n.Slug)));

    [Fact]
    public async Task The_database_measures_as_the_program_does()
    {
        var found = await WithinAsync(Oakland, 100);

        Assert.Equal(0, found[0].Miles, 6);
        Assert.Equal(Oakland.MilesTo(new(37.8144, -122.2712)), found[1].Miles, 6);
        Assert.Equal(Oakland.MilesTo(new(37.9344, -122.2712)), found[2].Miles, 6);
    }

    [Fact]
    public async Task A_corner_of_the_box_is_not_within()
    {
        var box = GeoBox.Around(Oakland, 10);
        await AddAsync("corner", new GeoPoint(box.North - 0.001, box.East - 0.001));

        Assert.DoesNotContain("corner", (await WithinAsync(Oakland, 10)).Select(n => n.Slug));
    }

    [Fact]
    public async Task It_is_found_across_the_line_of_dates()
    {
        await AddAsync("attu", new GeoPoint(52.9, 173.2));
        await AddAsync("west", new GeoPoint(52, 179.9));

        Assert.Equal("west", Assert.Single(await WithinAsync(new(52, -179.9), 25)).Slug);
    }

    [Fact]
    public async Task The_index_alone_answers()
    {
        await using var db = _catalogue.Db();
        await using var explain = Nearby.Within(db, Oakland, 25).CreateDbCommand();
#pragma warning disable CA2100 // Made by EF.
        explain.CommandText = "EXPLAIN QUERY PLAN " + explain.CommandText;
#pragma warning restore CA2100
        await db.Database.OpenConnectionAsync(Stop);
        await using var rows = await explain.ExecuteReaderAsync(Stop);
        var plan = new List<string>();
        while (await rows.ReadAsync(Stop))
        {
            plan.Add(rows.GetString(3));
        }

        Assert.Contains(plan, step => step.Contains("USING COVERING INDEX IX_SearchPoints_Latitude_Longitude_OrganizationKey (Latitude>? AND Latitude<?)", StringComparison.Ordinal));
    }

    private Task<List<(string Slug, double Miles)>> WithinAsync(GeoPoint center, int miles) => _catalogue.ReadAsync(async db =>
    {
        var found = await Nearby.Within(db, center, miles)
            .Join(db.Organizations, n => n.OrganizationKey, o => EF.Property<long>(o, Columns.Key), (n, o) => new { o.Slug, n.Miles })
            .OrderBy(n => n.Miles).ToListAsync(Stop);
        return found.Select(n => (n.Slug, n.Miles)).ToList();
    });

    private Task<bool> AddAsync(string slug, params GeoPoint[] points)
    {
        var organization = Samples.Organization(slug);
        organization.Locations = [.. points.Select((point, i) => new Location
        {
            Id = Ids.Of($"{slug} {i}"),
            Latitude = point.Latitude,
            Longitude = point.Longitude,
        })];
        return _catalogue.SaveAsync(organization);
    }
}
