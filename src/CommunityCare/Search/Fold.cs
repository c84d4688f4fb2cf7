using System.Buffers;
using System.Globalization;
using System.Text;

namespace CommunityCare.Search;

/// <summary>Makes texts comparable where the index's own folding ends.</summary>
internal static class Fold
{
    // The okina, and what people type in its place, are part of a word and not the end of it.
    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("ʻʼ‘’'`´ʹ′");

    private static readonly string[] Articles = ["the ", "la ", "el ", "los ", "las ", "a "];

    /// <summary>Joins words that an okina or apostrophe would split: Hawaiʻi, Hawai'i and Hawaii become one word.</summary>
    public static string Marks(string text) =>
        text.AsSpan().ContainsAny(Apostrophes) ? string.Concat(text.Where(c => !Apostrophes.Contains(c))) : text;

    public static bool IsMark(Rune rune) => rune.IsBmp && Apostrophes.Contains((char)rune.Value);

    /// <summary>Small letters without accents.</summary>
    public static string Letters(string text)
    {
        if (Ascii.IsValid(text))
        {
            return Marks(text).ToLowerInvariant();
        }

        var letters = new StringBuilder();
        foreach (var c in Marks(text).Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                letters.Append(Plain(char.ToLowerInvariant(c)));
            }
        }

        return letters.ToString().Normalize(NormalizationForm.FormC);
    }

    // Letters with a stroke are letters of their own to Unicode, and not to whoever types them: Kinłani.
    private static string Plain(char letter) => letter switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ð' => "d",
        'þ' => "th",
        _ => letter.ToString(),
    };

    /// <summary>Small letters without accents, and without a leading article: how names are sorted.</summary>
    public static string SortName(string name)
    {
        var folded = Letters(name).Trim();
        var article = Articles.FirstOrDefault(a => folded.StartsWith(a, StringComparison.Ordinal) && folded.Length > a.Length);
        return article is null ? folded : folded[article.Length..];
    }
}
