using System.Text.RegularExpressions;
using CommunityCare.Search;

namespace CommunityCare.Checking;

/// <summary>A word of a text, and what it is compared by: small letters without accents and apostrophes.</summary>
internal readonly partial record struct Word(string Written, string Folded, int Start)
{
    public int End => Start + Written.Length;

    public bool IsCapital => char.IsUpper(Written[0]);

    public static IEnumerable<Word> In(string text) =>
        Pattern().Matches(text).Select(found => new Word(found.Value, Fold.Letters(found.Value), found.Index));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’ʻʼ‘`´][\p{L}\p{M}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
