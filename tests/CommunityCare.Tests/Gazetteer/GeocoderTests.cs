using System.Diagnostics;
using CommunityCare.Gazetteer;
using CommunityCare.Store;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Gazetteer;

/// <summary>People say where they are in many ways, and mean one place.</summary>
public sealed class GeocoderTests(KnownPlaces places) : IClassFixture<KnownPlaces>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("97201")]
    [InlineData(" 97201 ")]
    [InlineData("97201-1234")]
    [InlineData("97201 1234")]
    [InlineData("972011234")]
    [InlineData("９７２０１")]
    [InlineData("Portland, OR 97201")]
    [InlineData("Portland OR 97201-1234")]
    [InlineData("97201 USA")]
    [InlineData("zip: 97201")]
    public async Task A_ZIP_code_is_itself(string typed)
    {
        var place = await places.FindAsync(typed);

        Assert.Equal("97201 (Portland, OR)", place?.Label);
        Assert.Equal(("97201", "OR", true), (place!.Name, place.StateProvince, place.IsZipCode));
        Assert.InRange(place.Point.MilesTo(new(45.5086, -122.6883)), 0, 0.01);
    }

    [Theory]
    [InlineData("Portland, OR", "Portland, OR")]
    [InlineData("portland or", "Portland, OR")]
    [InlineData("PORTLAND OREGON", "Portland, OR")]
    [InlineData("Portland, Oregón", "Portland, OR")]
    [InlineData("portland,or,usa", "Portland, OR")]
    [InlineData("Portland, Oregon, Estados Unidos", "Portland, OR")]
    [InlineData("Portland, ME", "Portland, ME")]
    [InlineData("Portland, OR 99999", "Portland, OR")]
    [InlineData("St. Louis MO", "Saint Louis, MO")]
    [InlineData("Saint Louis", "Saint Louis, MO")]
    [InlineData("Bay St Louis, MS", "Bay Saint Louis, MS")]
    [InlineData("St. Thomas, VI", "St Thomas, VI")]
    [InlineData("Coeur d'Alene", "Coeur d'Alene, ID")]
    [InlineData("coeur d’alene id", "Coeur d'Alene, ID")]
    [InlineData("Coeur d Alene, Idaho", "Coeur d'Alene, ID")]
    [InlineData("Cañon City", "Canon City, CO")]
    [InlineData("San José, CA", "San Jose, CA")]
    [InlineData("San Jose\u0301", "San Jose, CA")]
    [InlineData("Kāneʻohe, Hawaiʻi", "Kaneohe, HI")]
    [InlineData("San Juan, Puerto Rico", "San Juan, PR")]
    [InlineData("mayagüez pr", "Mayaguez, PR")]
    [InlineData("Winston Salem NC", "Winston-Salem, NC")]
    [InlineData("Ft. Lauderdale", "Fort Lauderdale, FL")]
    [InlineData("N. Las Vegas, NV", "North Las Vegas, NV")]
    [InlineData("McKees Rocks, PA", "Mc Kees Rocks, PA")]
    [InlineData("Charleston, West Virginia", "Charleston, WV")]
    [InlineData("charlotte carolina del norte", "Charlotte, NC")]
    [InlineData("Fargo N. Dakota", "Fargo, ND")]
    [InlineData("Fargo N.D.", "Fargo, ND")]
    [InlineData("Port Washington, NY", "Port Washington, NY")]
    [InlineData("Washington, D.C.", "Washington, DC")]
    [InlineData("DC", "Washington, DC")]
    [InlineData("New York", "New York, NY")]
    [InlineData("Nueva York", "New York, NY")]
    [InlineData("NYC", "New York, NY")]
    [InlineData("New York City, NY", "New York, NY")]
    [InlineData("Nueva Orleans", "New Orleans, LA")]
    [InlineData("Wyoming, Michigan", "Wyoming, MI")]
    [InlineData("Kansas City", "Kansas City, MO")]
    [InlineData("Brooklyn", "Brooklyn, NY")]
    [InlineData("Portland", "Portland, OR")]
    [InlineData("Hilo", "Hilo, HI")]
    public async Task A_city_is_known_however_it_is_written(string typed, string label) =>
        Assert.Equal(label, (await places.FindAsync(typed))?.Label);

    [Theory]
    [InlineData("Springfield")]
    [InlineData("Mount Vernon")]
    [InlineData("Lafayette")]
    [InlineData("Portland, CA")]
    [InlineData("Portlnd")]
    [InlineData("97200")]
    [InlineData("9720")]
    [InlineData("Toronto, Ontario")]
    [InlineData("09001")]
    [InlineData("12345678")]
    public async Task What_could_be_several_places_or_none_is_not_guessed(string typed) => Assert.Null(await places.FindAsync(typed));

    [Theory]
    [InlineData("Oregon", "OR")]
    [InlineData("or", "OR")]
    [InlineData(" Puerto Rico ", "PR")]
    [InlineData("carolina del sur", "SC")]
    [InlineData("N. Carolina", "NC")]
    [InlineData("California, USA", "CA")]
    [InlineData("Washington", "WA")]
    [InlineData("Washington, DC", null)]
    [InlineData("New York", null)]
    [InlineData("D.C.", null)]
    [InlineData("Portland", null)]
    [InlineData("", null)]
    public async Task A_whole_state_is_said_to_be_one_and_is_no_point(string typed, string? state)
    {
        Assert.Equal(state, Geocoder.WholeState(typed));
        if (state is not null)
        {
            Assert.Null(await places.FindAsync(typed));
        }
    }

    [Theory]
    [InlineData("Portlnd", "Portland, OR")]
    [InlineData("Portlnd, Maine", "Portland, ME")]
    [InlineData("oprtland", "Portland, OR")]
    [InlineData("Portland, CA", "Portland, OR")]
    [InlineData("Oaklend, CA", "Oakland, CA")]
    [InlineData("Albuqerque", "Albuquerque, NM")]
    [InlineData("Albuq", "Albuquerque, NM")]
    [InlineData("Springfield", "Springfield, IL")]
    [InlineData("Washington", "Washington, DC")]
    [InlineData("97200", "97201 (Portland, OR)")]
    [InlineData("97200-1234", "97201 (Portland, OR)")]
    [InlineData("972", "97201 (Portland, OR)")]
    public async Task What_was_nearly_right_is_named_first(string typed, string label) =>
        Assert.Equal(label, (await places.NearestAsync(typed)).Select(p => p.Label).FirstOrDefault());

    [Fact]
    public async Task Cities_of_one_name_are_named_by_their_size_and_each_can_be_typed()
    {
        var near = await places.NearestAsync("Springfield");

        Assert.Equal(["Springfield, IL", "Springfield, MA", "Springfield, MO", "Springfield, VA", "Springfield, OH"], near.Select(p => p.Label));
        foreach (var place in near.Concat(await places.NearestAsync("97200")))
        {
            Assert.Equal(place, await places.FindAsync(place.Name));
        }
    }

    [Theory]
    [InlineData("Oregon")]
    [InlineData("00099")]
    [InlineData("000")]
    [InlineData("xqzvw")]
    [InlineData("")]
    public async Task Where_nothing_is_near_nothing_is_named(string typed) => Assert.Empty(await places.NearestAsync(typed));

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_typed_is_harmless_and_answered_at_once(string typed)
    {
        await places.FindAsync("Portlnd");
        await places.NearestAsync("Portlnd");
        var watch = Stopwatch.StartNew();

        Assert.Null(await places.FindAsync(typed));
        Assert.InRange((await places.NearestAsync(typed)).Count, 0, 5);
        Geocoder.WholeState(typed);

        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 1);
        Assert.Equal("Portland, OR", (await places.FindAsync("Portland, OR"))?.Label);
    }

    [Fact]
    public async Task Nothing_typed_is_no_place()
    {
        Assert.Null(await places.FindAsync(null));
        Assert.Empty(await places.NearestAsync(null));
        Assert.Null(Geocoder.WholeState(null));
    }

    public static TheoryData<string> Hostile =>
    [
        "", " ", ",", ",,,,", "'", "\"", "%", "_", "97%", "'; DROP TABLE ZipCodes; --", "x' OR '1'='1", "\0", "\0\u00019720\u0002", "\ud83c", "\udf0e x",
        "\ufffe\uffff", "🌎🌎🌎", "e\u0301\u0301\u0301", new string('a', 100_000), string.Concat(Enumerable.Repeat("or ", 50_000)), new string('9', 10_000),
        string.Concat(Enumerable.Repeat("st. ", 30)), "-1", "1e5", "٩٧٢٠١", "<script>alert(1)</script>", "../../etc/passwd", "NULL", "ſt. ﬁ", "İİİ", "北京", "\u202eelohenak",
    ];

    [Fact]
    public async Task A_city_lies_in_its_middle_and_one_ZIP_code_far_out_does_not_move_it()
    {
        var boise = await places.FindAsync("Boise, ID");

        // The mean of its ZIP codes lies five miles off: one of them is sixty miles out.
        Assert.InRange(boise!.Point.MilesTo(new(43.6150, -116.2023)), 0, 3);
        Assert.False(boise.IsZipCode);
    }

    [Theory]
    [InlineData("94601-0001", "94601")]
    [InlineData(" 94601", "94601")]
    [InlineData("SW1A 1AA", null)]
    [InlineData("123 94601 Oakland", null)]
    [InlineData("0", null)]
    public async Task A_postal_code_of_an_address_is_read(string code, string? found) =>
        Assert.Equal(found, await places.AskAsync(async geocoder => (await geocoder.ZipCodeAsync(code, Stop))?.Name));
}

/// <summary>The whole table of ZIP codes, for tests that only read.</summary>
public sealed class KnownPlaces : IAsyncLifetime
{
    private Catalogue _catalogue = null!;

    public async ValueTask InitializeAsync() => _catalogue = await Catalogue.NewAsync();

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    public Task<Place?> FindAsync(string? typed) => AskAsync(geocoder => geocoder.FindAsync(typed, TestContext.Current.CancellationToken));

    public Task<IReadOnlyList<Place>> NearestAsync(string? typed) => AskAsync(geocoder => geocoder.NearestAsync(typed, TestContext.Current.CancellationToken));

    public Task<T> AskAsync<T>(Func<Geocoder, Task<T>> ask) => _catalogue.ReadAsync((CareDb db) => ask(new(db)));
}
