using System.Text.RegularExpressions;

namespace CommunityCare.Checking;

/// <summary>
/// The Flesch-Kincaid grade: the school year in which a text can be read with ease. From Kincaid, Fishburne, Rogers and
/// Chissom, "Derivation of New Readability Formulas", Naval Technical Training Command, Research Branch Report 8-75, 1975:
/// 0.39 × words per sentence + 11.8 × syllables per word − 15.59.
/// </summary>
internal static partial class ReadingGrade
{
    /// <summary>What eighth grade means to the format's description.</summary>
    public const double Highest = 8.9;

    /// <param name="paragraphs">Each ends a sentence, with or without a full stop, as items of lists do.</param>
    /// <returns>Rounded to a tenth; 0 if there are no words.</returns>
    public static double Of(IEnumerable<string> paragraphs)
    {
        var (sentences, words, syllables) = (0, 0, 0);
        foreach (var sentence in paragraphs.SelectMany(text => SentenceEnd().Split(text)))
        {
            var found = Word().Matches(sentence);
            sentences += found.Count > 0 ? 1 : 0;
            words += found.Count;
            syllables += found.Sum(word => Syllables(word.Value));
        }

        return words == 0 ? 0
            : Math.Round((0.39 * words / sentences) + (11.8 * syllables / words) - 15.59, 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>
    /// English spelling does not tell syllables exactly. Groups of vowels are counted, less the letters that are written
    /// and not said; each part of a word with a hyphen by itself; a number or an abbreviation as at least one.
    /// </summary>
    public static int Syllables(string word) =>
        Math.Max(1, word.ToLowerInvariant().Split('-').Sum(part => SilentE().Replace(part, "") is var said ? Vowels().Count(said) : 0));

    // Not after an initial or a title: "U.S. aid" and "Dr. Page" go on.
    [GeneratedRegex(@"(?<!\b(?:[A-Z]|Dr|Mr|Ms|Mrs|St|vs))[.!?…]+[""”’)\]]*(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:[-'’ʻ.,/][\p{L}\p{N}]+)*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    // The e of "care", "cares", "cared", "careful" and "safely"; not of "table", "houses", "wanted" and "three".
    [GeneratedRegex(
        @"(?<=[aeiouy].*[^aeiouyl]|[aeiouy]l)e(?=(?:d(?<![td]ed)|s(?<!(?:[sxzcg]|[cs]h)es)|ly|ful|less|ness|ments?)?$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex SilentE();

    // "Being" has two groups.
    [GeneratedRegex("[aeiouyáéíóúü]+?(?=ings?$)|[aeiouyáéíóúü]+", RegexOptions.CultureInvariant)]
    private static partial Regex Vowels();
}
