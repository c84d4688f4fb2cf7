namespace CommunityCare.Search;

/// <summary>What was searched for, as far as it can be shown in a text.</summary>
/// <param name="Phrases">Folded, as <see cref="Words.Plain"/> writes them.</param>
/// <param name="Beginning">A phrase whose last word may go on; null if there is none.</param>
/// <param name="Terms">The terms that were found by, by vocabulary and slug.</param>
public sealed record Sought(IReadOnlySet<string> Phrases, string? Beginning, IReadOnlySet<(string Vocabulary, string Slug)> Terms)
{
    private static readonly string[] CrisisLines = ["988", "crisis", "crisis line", "linea de crisis", "suicide", "suicidio"];

    // Most words of a text begin nothing that was searched for, and need no closer look.
    private readonly HashSet<string> _firstWords = [.. Phrases.Select(FirstWord)];
    private readonly string? _beginningFirst = Beginning is null ? null : FirstWord(Beginning);

    public static readonly Sought Nothing = new(new HashSet<string>(), null, new HashSet<(string, string)>());

    public bool IsNothing => Phrases.Count == 0;

    /// <summary>The synonyms lead from what was typed to the crisis lines: somebody may be in danger.</summary>
    public bool IsCrisis => Phrases.Overlaps(CrisisLines);

    /// <summary>Where it stands in a text as people read it, from left to right and apart from one another.</summary>
    public IEnumerable<(int Start, int Length)> In(string text)
    {
        if (IsNothing)
        {
            yield break;
        }

        var words = Words.Places(text);
        for (var i = 0; i < words.Count; i++)
        {
            var length = LongestAt(words, i);
            if (length > 0)
            {
                var last = words[i + length - 1];
                yield return (words[i].Start, last.Start + last.Length - words[i].Start);
                i += length - 1;
            }
        }
    }

    internal static Sought Of(IReadOnlyList<Concept> concepts, Lexicon lexicon) => concepts.Count == 0 ? Nothing : new(
        concepts.SelectMany(c => c.Phrases.Concat(c.WiderPhrases)).ToHashSet(),
        concepts.FirstOrDefault(c => c.IsPrefix)?.Text,
        concepts.SelectMany(c => c.Terms.Concat(c.WiderTerms)).Select(lexicon.NameOf).OfType<(string, string)>().ToHashSet());

    private static string FirstWord(string phrase) => phrase.Split(' ', 2)[0];

    private int LongestAt(IReadOnlyList<(string Word, int Start, int Length)> words, int from)
    {
        if (!_firstWords.Contains(words[from].Word) && !(_beginningFirst is not null && words[from].Word.StartsWith(_beginningFirst, StringComparison.Ordinal)))
        {
            return 0;
        }

        for (var length = Math.Min(Lexicon.LongestPhrase, words.Count - from); length > 0; length--)
        {
            var phrase = string.Join(' ', words.Skip(from).Take(length).Select(w => w.Word));
            if (Phrases.Contains(phrase) || (Beginning is not null && phrase.StartsWith(Beginning, StringComparison.Ordinal)
                && phrase.Count(c => c == ' ') == Beginning.Count(c => c == ' ')))
            {
                return length;
            }
        }

        return 0;
    }
}
