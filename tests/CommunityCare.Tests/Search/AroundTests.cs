using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>Near a place: who is there by distance, then who serves its state, then who serves everywhere.</summary>
public sealed class AroundTests(AroundTests.Filled filled) : IClassFixture<AroundTests.Filled>
{
    [Theory]
    [InlineData("?near=94601", "d-at c-near z-near | a-area far | b-everywhere hidden")]
    [InlineData("?near=Oakland, CA&q=summary", "d-at c-near z-near | a-area far | b-everywhere")]
    [InlineData("?near=94601&within=5", "d-at | a-area c-near far z-near | b-everywhere hidden")]
    [InlineData("?near=94601&within=5&cost=free", "d-at |  |")]
    [InlineData("?near=94601&sort=name", "c-near d-at z-near | a-area far | b-everywhere hidden")]
    [InlineData("?near=10001", "|  | b-everywhere hidden")]
    public async Task Here_then_the_state_then_everywhere(string question, string shown)
    {
        var results = await filled.Shelf.FindAsync(question);
        var parts = new[] { Reach.Here, Reach.Area, Reach.Everywhere }.Select(reach => string.Join(' ', results.In(reach).Select(o => o.Slug)));

        Assert.Equal(shown, string.Join(" | ", parts).Trim());
        Assert.Equal(results.Total, results.Totals.Values.Sum());
    }

    [Fact]
    public async Task Each_that_is_near_says_how_far_and_nobody_else_does()
    {
        var results = await filled.Shelf.FindAsync("?near=94601&within=25");
        var miles = results.In(Reach.Here).Select(o => results.Distances[o.Id]).ToList();

        Assert.Equal(miles.Order(), miles);
        Assert.InRange(miles[0], 0, 5);
        Assert.All(miles, m => Assert.InRange(m, 0, 25));
        Assert.Equal(results.In(Reach.Here).Select(o => o.Id).Order(), results.Distances.Keys.Order());
    }

    [Fact]
    public async Task Whoever_hides_where_it_is_has_no_distance_and_is_not_here()
    {
        var results = await filled.Shelf.FindAsync("?near=94601&within=100&q=confidential");

        Assert.Equal("hidden", Assert.Single(results.In(Reach.Everywhere)).Slug);
        Assert.Empty(results.Distances);
        Assert.Equal(0, results.Totals[Reach.Here]);
    }

    [Theory]
    [InlineData("?near=95112&within=5", "?near=95112&within=50 3")]
    [InlineData("?near=95112&within=5&q=summary", "?q=summary&near=95112&within=50 3")]
    [InlineData("?near=95112&cost=free", "?near=95112&within=50&cost=free 1")]
    [InlineData("?near=94601&within=5", null)]
    [InlineData("?near=10001&within=5", null)]
    [InlineData("?near=94601&within=5&q=confidential", null)]
    public async Task Where_nobody_is_near_enough_the_next_distance_is_offered(string question, string? offered)
    {
        var farther = (await filled.Shelf.FindAsync(question)).Farther;

        Assert.Equal(offered, farther is null ? null : $"{farther.Query.ToQueryString()} {farther.Count}");
        if (farther is not null)
        {
            Assert.Equal(farther.Count, (await filled.Shelf.FindAsync(farther.Query.ToQueryString())).Totals[Reach.Here]);
        }
    }

    [Fact]
    public async Task A_place_that_is_not_known_leaves_nobody_out()
    {
        var results = await filled.Shelf.FindAsync("?near=Nowhere at all");

        Assert.Null(results.Near);
        Assert.Equal((await filled.Shelf.FindAsync("")).Total, results.Total);
    }

    /// <summary>Filled once; these tests only ask.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public Shelf Shelf { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Shelf = await Shelf.NewAsync();
            await AddAsync("a-area", "place=california");
            await AddAsync("b-everywhere", "place=everywhere");
            await AddAsync("d-at", "cost=free", (37.7767, -122.2166));
            await AddAsync("c-near", "place=california", (37.8716, -122.2727));
            await AddAsync("z-near", "place=california", (37.9358, -122.3477));
            await AddAsync("far", "place=california", (34.05, -118.24));
            await AddAsync("far-and-silent", "", (34.06, -118.25));
            await AddAsync("silent", "");
            await Shelf.AddAsync("hidden", "place=everywhere", o =>
            {
                (o.Summary, o.Locations) = ("A confidential house.", [new() { Id = Ids.Of("hidden place"), Visibility = LocationVisibility.Hidden, PostalCode = "94601", Latitude = 37.7767, Longitude = -122.2166, City = "Oakland", StateProvince = "CA" }]);
                o.Name = "House";
            });
        }

        public ValueTask DisposeAsync()
        {
            Shelf.Dispose();
            return ValueTask.CompletedTask;
        }

        private Task AddAsync(string slug, string terms, params (double Latitude, double Longitude)[] points) => Shelf.AddAsync(slug, terms, o =>
            o.Locations = [.. points.Select(p => new Location { Id = Ids.Of($"{slug} {p}"), Latitude = p.Latitude, Longitude = p.Longitude })]);
    }
}
