namespace CommunityCare.Gazetteer;

/// <summary>What somebody typed, taken apart without looking anything up.</summary>
internal sealed class TypedPlace
{
    private static readonly HashSet<string> Country = ["us", "usa", "unitedstates", "unitedstatesofamerica", "eeuu", "estadosunidos"];

    // Names that no post office uses, for cities that many people look from.
    private static readonly Dictionary<string, (string City, string State)> OtherNames = new()
    {
        ["newyork"] = ("newyork", "NY"),
        ["newyorkcity"] = ("newyork", "NY"),
        ["nuevayork"] = ("newyork", "NY"),
        ["ciudaddenuevayork"] = ("newyork", "NY"),
        ["nyc"] = ("newyork", "NY"),
        ["dc"] = ("washington", "DC"),
        ["districtofcolumbia"] = ("washington", "DC"),
        ["distritodecolumbia"] = ("washington", "DC"),
        ["nuevaorleans"] = ("neworleans", "LA"),
        ["filadelfia"] = ("philadelphia", "PA"),
        ["queens"] = ("queens", "NY"),
    };

    private readonly List<string> _words;

    public TypedPlace(string? typed)
    {
        typed ??= "";
        _words = PlaceName.Words(typed.Length > Geocoder.TypedLength ? typed[..Geocoder.TypedLength] : typed);
        for (var length = Math.Min(4, _words.Count - 1); length > 0; length--)
        {
            if (Country.Contains(string.Concat(_words[^length..])))
            {
                _words = _words[..^length];
                break;
            }
        }

        Digits = DigitsOf(_words);
        if (Digits is not null && _words.Count > 1)
        {
            _words = [.. _words.TakeWhile(w => w != Digits)];
        }
    }

    /// <summary>The ZIP code, or as much of it as was typed (three to five digits): alone, with four more, or after a city.</summary>
    public string? Digits { get; }

    /// <summary>All of it, folded like the name of a city.</summary>
    public string Key => PlaceName.Key(_words);

    /// <summary>The state, when nothing but a state was typed. New York and DC are the cities then.</summary>
    public string? WholeState => States.ByName(_words) is { } state && !OtherNames.ContainsKey(string.Concat(_words)) ? state : null;

    /// <summary>All that it can mean, the likeliest first: a city in a state, or a city alone, which has no state.</summary>
    public IEnumerable<(string CityKey, string? State)> Readings()
    {
        for (var length = Math.Min(States.Words, _words.Count - 1); length > 0; length--)
        {
            if (States.ByName(_words[^length..]) is { } state)
            {
                yield return OtherNames.TryGetValue(string.Concat(_words[..^length]), out var other) && other.State == state
                    ? other
                    : (PlaceName.Key(_words[..^length]), state);
            }
        }

        if (_words.Count > 0 && WholeState is null)
        {
            yield return OtherNames.TryGetValue(string.Concat(_words), out var other) ? other : (Key, null);
        }
    }

    private static string? DigitsOf(List<string> words) => words switch
    {
        [.., { Length: 5 } code, { Length: 4 } more] when IsNumber(code) && IsNumber(more) => code,
        [.., { Length: 5 } code] when IsNumber(code) => code,
        [{ Length: 9 } both] when IsNumber(both) => both[..5],
        [{ Length: 3 or 4 } part] when IsNumber(part) => part,
        _ => null,
    };

    private static bool IsNumber(string word) => word.All(char.IsAsciiDigit);
}
