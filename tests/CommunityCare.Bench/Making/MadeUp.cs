using System.Globalization;

namespace CommunityCare.Bench.Making;

/// <summary>Words that nobody ever wrote: what surnames, streets and small programs are to an index, each rarer than the one before.</summary>
internal static class MadeUp
{
    private const int Count = 30_000;

    /// <summary>How flat the head is: without it, the first words would be as frequent as real ones.</summary>
    private const double Shift = 20;

    private static readonly string[] Starts = ["b", "br", "c", "ch", "d", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "qu", "r", "s", "st", "t", "tr", "v", "w", "y", "z"];
    private static readonly string[] Middles = ["a", "e", "i", "o", "u", "ai", "ea", "io", "ou"];
    private static readonly string[] Ends = ["", "", "", "l", "m", "n", "r", "s", "t", "nd", "ck"];

    public static Skewed<string> Words(Chance chance, IReadOnlySet<string> taken)
    {
        var words = new List<string>(Count);
        var known = new HashSet<string>(taken);
        while (words.Count < Count)
        {
            var syllables = chance.Between(2, 4);
            var word = string.Concat(Enumerable.Range(0, syllables).Select(_ => chance.Of(Starts) + chance.Of(Middles) + chance.Of(Ends)));
            if (word.Length is > 4 and < 14 && known.Add(word))
            {
                words.Add(word);
            }
        }

        return Skewed.Zipf(words, Shift);
    }

    public static string AsName(string word) => CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word);
}
