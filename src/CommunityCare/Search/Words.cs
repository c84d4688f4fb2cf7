using System.Globalization;
using System.Text;

namespace CommunityCare.Search;

/// <summary>Makes what people type into an expression that the text index can only understand in one way.</summary>
internal static class Words
{
    /// <summary>More words than this say no more about what is wanted.</summary>
    private const int Limit = 12;

    private const int WordLength = 40;

    // They stand in nearly every text of either language, and would only slow the search down.
    private static readonly HashSet<string> Stop =
    [
        "a", "an", "and", "at", "for", "in", "is", "my", "near", "of", "on", "or", "the", "to", "with", "i", "me", "need",
        "al", "con", "de", "del", "el", "en", "la", "las", "lo", "los", "mi", "para", "por", "que", "un", "una", "y",
    ];

    /// <summary>
    /// All words must occur, the last one as the beginning of a word. Every word is quoted, so that no operator of the
    /// index can be typed. Null when there is no word in it.
    /// </summary>
    public static string? Expression(string typed)
    {
        var words = Split(typed);
        var telling = words.Where(w => !Stop.Contains(w.ToLowerInvariant())).ToList();
        words = telling.Count > 0 ? telling : words;
        return words.Count == 0 ? null : string.Join(' ', words.Take(Limit).Select(w => $"\"{w}\"")) + "*";
    }

    private static List<string> Split(string typed)
    {
        var words = new List<string>();
        var word = new StringBuilder();

        // Halves of letters and U+FFFE cannot be normalized.
        var readable = string.Concat(typed.EnumerateRunes().Select(r => r.Value == 0xFFFE ? " " : r.ToString()));
        foreach (var rune in Fold.Marks(readable.Normalize(NormalizationForm.FormC)).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(word.Length < WordLength ? rune.ToString() : "");
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
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
    }
}
