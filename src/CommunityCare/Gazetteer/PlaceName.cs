using System.Globalization;
using System.Text;

namespace CommunityCare.Gazetteer;

/// <summary>Makes names of places comparable, however they are spelled and whatever stands between their parts.</summary>
internal static class PlaceName
{
    /// <summary>The words that names shorten; the compass only where it begins one.</summary>
    private static readonly Dictionary<string, string> Short = new() { ["st"] = "saint", ["ste"] = "sainte", ["ft"] = "fort", ["mt"] = "mount" };

    private static readonly Dictionary<string, string> Compass = new() { ["n"] = "north", ["s"] = "south", ["e"] = "east", ["w"] = "west" };

    /// <summary>
    /// Small letters without accents, in words. Whatever is no letter and no digit parts words, but for the apostrophe of
    /// d'Alene.
    /// </summary>
    public static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsApostrophe(rune))
            {
                continue;
            }

            // Anything else could be half a letter, which cannot be normalized.
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                word.Append(rune);
            }
            else
            {
                End();
            }
        }

        End();
        return words;

        void End()
        {
            var folded = string.Concat(word.ToString().Normalize(NormalizationForm.FormKD).Where(char.IsLetterOrDigit)).ToLowerInvariant();
            if (folded.Length > 0)
            {
                words.Add(folded);
            }

            word.Clear();
        }
    }

    /// <summary>One word of the parts: "St. Louis" is "saintlouis", and "Winston-Salem" no other place than "Winston Salem".</summary>
    public static string Key(string text) => Key(Words(text));

    public static string Key(IReadOnlyList<string> words) => string.Concat(words.Select((word, i) =>
        Short.TryGetValue(word, out var whole) || (i == 0 && words.Count > 1 && Compass.TryGetValue(word, out whole)) ? whole : word));

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '’' or '‘' or 'ʻ' or 'ʼ' or '`' or '´';
}
