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

    /// <summary>Sentences as they stand; an item of a list or a heading ends one without a full stop.</summary>
    public static IEnumerable<Capture> Sentences(string text) => Sentence().Matches(text);

    /// <summary>On one line, as it is quoted.</summary>
    public static string OnOneLine(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+(?:['’ʻʼ‘`´][\p{L}\p{M}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();

    [GeneratedRegex(@"\S.*?(?:[.!?…]+(?=\s|$)|$)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
