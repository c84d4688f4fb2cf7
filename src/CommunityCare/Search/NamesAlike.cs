using System.Text.RegularExpressions;
using CommunityCare.Documents;

namespace CommunityCare.Search;

/// <summary>Names that are nearly the same, and so perhaps one organization.</summary>
internal static partial class NamesAlike
{
    /// <summary>Shorter names differ by a letter and mean different groups.</summary>
    private const int ShortName = 8;

    /// <summary>From here on two letters may differ.</summary>
    private const int LongName = 16;

    public static bool Of(string name, string other) => Folded(Fold(name), Fold(other));

    /// <summary>Without case, accents, marks and a leading article; every other word counts, since "collective" may be all that differs.</summary>
    public static string Fold(string name) =>
        string.Join(' ', Marks().Split(Search.Fold.SortName(name.Replace("&", " and ", StringComparison.Ordinal))).Where(word => word.Length > 0));

    /// <summary>Of names that are folded already.</summary>
    public static bool Folded(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var allowed = shorter <= ShortName ? 0 : shorter < LongName ? 1 : 2;
        return shorter > 0 && (a == b || (Math.Abs(a.Length - b.Length) <= allowed && Nearest.Distance(a, b) <= allowed));
    }

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}
