using System.Globalization;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Gazetteer;

/// <summary>The places that somebody may have meant.</summary>
internal sealed class NearestPlaces(CareDb db, Geocoder geocoder)
{
    private const int Limit = 5;

    /// <summary>The first digits of a ZIP code stand for a part of a state.</summary>
    private const int AreaLength = 3;

    /// <summary>No city's name is longer, and the work grows with it.</summary>
    private const int KeyLength = 40;

    public async Task<IReadOnlyList<Place>> ToAsync(TypedPlace typed, CancellationToken stop)
    {
        var places = new List<Place>();
        if (typed.Digits is { } digits)
        {
            places.AddRange(await ZipCodesAsync(digits, stop));
        }

        // Washington is a state, and somebody may have meant the city.
        if (typed.WholeState is not null && await geocoder.CityByKeyAsync(typed.Key, null, stop) is { } city)
        {
            places.Add(city);
        }

        foreach (var (key, state) in typed.Readings().Where(_ => places.Count == 0).Take(1))
        {
            foreach (var near in await CitiesAsync(key, state, stop))
            {
                places.Add((await geocoder.CityByKeyAsync(near.Key, near.State, stop))!);
            }
        }

        return places;
    }

    private async Task<IEnumerable<Place>> ZipCodesAsync(string digits, CancellationToken stop)
    {
        var area = digits[..AreaLength];
        var end = area + char.MaxValue;
        var found = await db.ZipCodes.AsNoTracking().Where(z => z.Code.CompareTo(area) >= 0 && z.Code.CompareTo(end) < 0).ToListAsync(stop);
        var wanted = Number(digits.PadRight(ZipCode.CodeLength, '0'));
        return found.OrderBy(z => Math.Abs(Number(z.Code) - wanted)).ThenBy(z => z.Code, StringComparer.Ordinal).Take(Limit)
            .Select(z => new Place(z.Code, z.City, z.StateProvince, new(z.Latitude, z.Longitude), IsZipCode: true));
    }

    // Those of the very name first, then those of the state that was typed, then the smallest slips, then the largest.
    private async Task<IEnumerable<City>> CitiesAsync(string key, string? state, CancellationToken stop)
    {
        if (key.Length is 0 or > KeyLength)
        {
            return [];
        }

        var candidates = new List<City>();

        // A slip is seldom in the first letter, and then it is mostly the second one's place that it took.
        foreach (var letter in key.Take(2).Distinct())
        {
            candidates.AddRange(await BeginningWithAsync(letter.ToString(), stop));
        }

        var limit = Math.Clamp(key.Length / 3, 1, 3);
        return candidates
            .Select(city => (City: city, Slips: Slips(key, city.Key, limit)))
            .Where(near => near.Slips <= limit)
            .OrderBy(near => near.Slips > 0).ThenBy(near => near.City.State != state).ThenBy(near => near.Slips).ThenByDescending(near => near.City.Codes)
            .ThenBy(near => near.City.Key, StringComparer.Ordinal).ThenBy(near => near.City.State, StringComparer.Ordinal)
            .Take(Limit).Select(near => near.City);
    }

    private async Task<List<City>> BeginningWithAsync(string letter, CancellationToken stop)
    {
        var end = letter + char.MaxValue;
        return await db.ZipCodes.Where(z => z.CityKey.CompareTo(letter) >= 0 && z.CityKey.CompareTo(end) < 0)
            .GroupBy(z => new { z.CityKey, z.StateProvince })
            .Select(g => new City(g.Key.CityKey, g.Key.StateProvince, g.Count()))
            .ToListAsync(stop);
    }

    // Whoever stopped typing made one slip, however much is missing.
    private static int Slips(string typed, string known, int limit) =>
        typed.Length >= AreaLength && known.Length > typed.Length && known.StartsWith(typed, StringComparison.Ordinal)
            ? 1
            : Spelling.Slips(typed, known, limit);

    private static int Number(string code) => int.Parse(code, NumberStyles.None, CultureInfo.InvariantCulture);

    private sealed record City(string Key, string State, int Codes);
}
