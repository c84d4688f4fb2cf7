using System.Collections.Frozen;

namespace CommunityCare.Gazetteer;

/// <summary>A place at the end of what somebody typed into the field for words: "doula chicago", "food in San Antonio", "97201".</summary>
/// <param name="Rest">The other words; empty if there are none.</param>
/// <param name="Near">To be looked up by the <see cref="Geocoder"/>: a ZIP code, or a city with its state.</param>
public sealed record PlaceInWords(string Rest, string Near)
{
    /// <summary>A smaller city's name is too often a word: Hope, Grace, Mobile. With its state it is no other word.</summary>
    private const int LargeCity = 8;

    private const int LongestName = 3;

    private static readonly string[] Joining = ["in", "near", "around", "at", "en", "cerca", "de"];

    // Read once, when first somebody searches. By the key of the name, the states in which it is a city, the largest first.
    private static readonly Lazy<FrozenDictionary<string, (string Label, string State, int Codes)[]>> Cities = new(() => ZipCodeFile.Read()
        .GroupBy(z => (z.CityKey, z.StateProvince))
        .GroupBy(g => g.Key.CityKey)
        .ToFrozenDictionary(g => g.Key, g => g
            .Select(city => ($"{city.First().City}, {city.Key.StateProvince}", city.Key.StateProvince, city.Count()))
            .OrderByDescending(city => city.Item3).ToArray()));

    /// <returns>Null if no place is known for certain.</returns>
    public static PlaceInWords? Of(string typed)
    {
        var words = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && words[^1].Length == ZipCode.CodeLength && words[^1].All(char.IsAsciiDigit))
        {
            return new(Before(words, 1), words[^1]);
        }

        for (var length = Math.Min(LongestName + 1, words.Length); length > 0; length--)
        {
            foreach (var (key, state) in new TypedPlace(string.Join(' ', words[^length..])).Readings())
            {
                if (Cities.Value.TryGetValue(key, out var cities)
                    && Array.Find(cities, city => state is null ? city.Codes >= LargeCity : city.State == state) is { Label: { } label })
                {
                    return new(Before(words, length), label);
                }
            }
        }

        return null;
    }

    private static string Before(string[] words, int length) =>
        string.Join(' ', words[..^length].Reverse().SkipWhile(word => Joining.Contains(word.ToLowerInvariant())).Reverse()).TrimEnd(',');
}
