using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Gazetteer;

/// <summary>From what people type to a place on the earth, out of the table of ZIP codes. A few look-ups in an index each.</summary>
public sealed class Geocoder(CareDb db)
{
    /// <summary>What is typed beyond it says no more about where.</summary>
    public const int TypedLength = 80;

    /// <summary>A city's name alone means the one that has this many times more ZIP codes than any other of the name.</summary>
    private const int MuchLarger = 3;

    // Towns and boroughs whose mail goes by another name, and a ZIP code in the middle of each.
    private static readonly Dictionary<(string Key, string State), (string Name, string ZipCode)> Unnamed = new()
    {
        [("queens", "NY")] = ("Queens", "11375"),
        [("manhattan", "NY")] = ("Manhattan", "10018"),
        [("ferguson", "MO")] = ("Ferguson", "63135"),
        [("southsaltlake", "UT")] = ("South Salt Lake", "84115"),
    };

    // Whoever writes many entries asks for the same places again and again.
    private readonly Dictionary<string, Place?> _zipCodes = [];
    private readonly Dictionary<(string Key, string? State), Place?> _cities = [];

    /// <summary>
    /// The place: a ZIP code, a city with its state, or a city whose name is enough. Null when it is not known, when several
    /// cities could be meant, and for a whole state, which has no middle that somebody could be near to.
    /// </summary>
    public async Task<Place?> FindAsync(string? typed, CancellationToken stop = default)
    {
        var read = new TypedPlace(typed);
        if (read.Digits is { Length: ZipCode.CodeLength } code && await ZipCodeAsync(code, stop) is { } zipCode)
        {
            return zipCode;
        }

        foreach (var (key, state) in read.Readings())
        {
            if (await CityByKeyAsync(key, state, stop) is { } city)
            {
                return city;
            }
        }

        return null;
    }

    /// <summary>The two letters of the state, when that is all that was typed.</summary>
    public static string? WholeState(string? typed) => new TypedPlace(typed).WholeState;

    /// <summary>What somebody may have meant whose place is not known: the nearest spellings and beginnings, the largest first.</summary>
    public Task<IReadOnlyList<Place>> NearestAsync(string? typed, CancellationToken stop = default) =>
        new NearestPlaces(db, this).ToAsync(new(typed), stop);

    /// <param name="code">Five digits, or nine with a hyphen as in an address.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<Place?> ZipCodeAsync(string code, CancellationToken stop = default)
    {
        if (new TypedPlace(code).Digits is not { Length: ZipCode.CodeLength } digits)
        {
            return null;
        }

        if (!_zipCodes.TryGetValue(digits, out var place))
        {
            var found = await db.ZipCodes.AsNoTracking().FirstOrDefaultAsync(z => z.Code == digits, stop);
            place = found is null ? null : new(found.Code, found.City, found.StateProvince, new(found.Latitude, found.Longitude), IsZipCode: true);
            _zipCodes[digits] = place;
        }

        return place;
    }

    /// <param name="city">However it is spelled.</param>
    /// <param name="state">Two letters.</param>
    /// <param name="stop">Ends it.</param>
    public Task<Place?> CityAsync(string city, string state, CancellationToken stop = default) => CityByKeyAsync(PlaceName.Key(city), state, stop);

    internal async Task<Place?> CityByKeyAsync(string key, string? state, CancellationToken stop)
    {
        if (!_cities.TryGetValue((key, state), out var place))
        {
            var found = await db.ZipCodes.AsNoTracking().Where(z => z.CityKey == key && (state == null || z.StateProvince == state)).ToListAsync(stop);
            _cities[(key, state)] = place = Largest(found) ?? await UnnamedAsync(key, state, stop);
        }

        return place;
    }

    private async Task<Place?> UnnamedAsync(string key, string? state, CancellationToken stop) =>
        state is not null && Unnamed.TryGetValue((key, state), out var town) && await ZipCodeAsync(town.ZipCode, stop) is { } code
            ? new($"{town.Name}, {state}", town.Name, state, code.Point, IsZipCode: false)
            : null;

    private static Place? Largest(List<ZipCode> codes)
    {
        var cities = codes.GroupBy(z => z.StateProvince).OrderByDescending(g => g.Count()).Take(2).ToList();
        return cities switch
        {
            [] => null,
            [var largest, var next] when largest.Count() < MuchLarger * next.Count() => null,
            [var largest, ..] => City([.. largest]),
        };
    }

    // Each half of a city's ZIP codes lies on either side of its middle: one that is far out does not move it.
    private static Place City(List<ZipCode> codes)
    {
        var (city, state) = (codes[0].City, codes[0].StateProvince);
        return new($"{city}, {state}", city, state, new(Middle(codes.Select(z => z.Latitude)), Middle(codes.Select(z => z.Longitude))), IsZipCode: false);
    }

    private static double Middle(IEnumerable<double> degrees)
    {
        var sorted = degrees.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
