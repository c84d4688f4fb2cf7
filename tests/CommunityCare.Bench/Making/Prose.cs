namespace CommunityCare.Bench.Making;

/// <summary>
/// Text that reads like what it was made from to an index: after each word comes one that came after it there, so that the
/// frequent words are frequent and pairs belong together. Rarer words are strewn in.
/// </summary>
internal sealed class Prose
{
    private const double ShareOfRare = 0.04;
    private const int LongestSentence = 40;
    private static readonly char[] SentenceEnds = ['.', '!', '?', ':'];

    private readonly Dictionary<string, List<string?>> _after = [];
    private readonly List<string> _starts = [];
    private readonly Skewed<string> _rare;

    public Prose(IEnumerable<string> texts, Skewed<string> rare)
    {
        _rare = rare;
        foreach (var text in texts)
        {
            Learn(text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        }
    }

    /// <summary>Whole sentences, until there are at least as many words as asked for; never more than the limit.</summary>
    public string Text(Chance chance, int words, int limit)
    {
        var text = new List<string>();
        while (text.Count < words)
        {
            text.AddRange(Sentence(chance));
        }

        return string.Join(' ', text.Count <= limit ? text : [.. text.Take(limit - 1), text[limit - 1].TrimEnd(',', ';', '.') + "."]);
    }

    private List<string> Sentence(Chance chance)
    {
        var sentence = new List<string>();
        for (string? word = chance.Of(_starts); word is not null && sentence.Count < LongestSentence; word = chance.Of(_after[word]))
        {
            sentence.Add(word);
            if (chance.Is(ShareOfRare) && char.IsAsciiLetterLower(word[^1]))
            {
                sentence.Add(_rare.Pick(chance));
            }
        }

        return sentence;
    }

    private void Learn(string[] words)
    {
        var isStart = true;
        for (var at = 0; at < words.Length; at++)
        {
            if (isStart)
            {
                _starts.Add(words[at]);
            }

            isStart = SentenceEnds.Contains(words[at][^1]) || at == words.Length - 1;
            if (!_after.TryGetValue(words[at], out var after))
            {
                _after[words[at]] = after = [];
            }

            after.Add(isStart ? null : words[at + 1]);
        }
    }
}
