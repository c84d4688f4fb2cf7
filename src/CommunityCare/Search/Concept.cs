namespace CommunityCare.Search;

/// <summary>One thing that somebody asks for: a word, or words that belong together, with all that it means here.</summary>
internal sealed record Concept
{
    /// <summary>As it was typed, folded.</summary>
    public required IReadOnlyList<string> Typed { get; init; }

    /// <summary>The words themselves, as one and as many.</summary>
    public required IReadOnlyList<string> Phrases { get; init; }

    /// <summary>The last word may be the beginning of one.</summary>
    public bool IsPrefix { get; init; }

    /// <summary>The terms that it names.</summary>
    public IReadOnlyCollection<long> Terms { get; init; } = [];

    /// <summary>Other ways to say it.</summary>
    public IReadOnlyList<string> WiderPhrases { get; init; } = [];

    /// <summary>The terms that those name, and for a place, everywhere.</summary>
    public IReadOnlyCollection<long> WiderTerms { get; init; } = [];

    /// <summary>Somebody who says this may be in danger: the curated synonyms lead from it to the crisis line itself.</summary>
    public bool IsDanger { get; init; }

    public string Text => string.Join(' ', Typed);
}

/// <summary>From what is typed to what is asked for.</summary>
internal static class Concepts
{
    public static IReadOnlyList<Concept> Of(string typed, Lexicon lexicon)
    {
        var words = Words.Split(typed);
        var concepts = new List<Concept>();
        for (var i = 0; i < words.Count;)
        {
            var length = words[i].IsQuoted ? 1 : LongestKnown(words, i, lexicon);
            concepts.Add(Make([.. words.Skip(i).Take(length).SelectMany(w => w.Words)], words[i].IsQuoted, i + length == words.Count, lexicon));
            i += length;
        }

        // Whoever may be in danger is led to where somebody answers now, whatever else they say.
        if (concepts.Find(c => c.IsDanger) is { } danger)
        {
            return [danger];
        }

        // Words that say little are left out, unless there are no others.
        var telling = concepts.Where(c => c.Typed.Count > 1 || Words.IsTelling(c.Typed[0])).ToList();
        return telling.Count > 0 ? telling : concepts;
    }

    private static int LongestKnown(IReadOnlyList<Typed> words, int from, Lexicon lexicon)
    {
        var run = words.Skip(from).TakeWhile(w => !w.IsQuoted).Take(Lexicon.LongestPhrase + 2).Select(w => w.Words[0]).ToList();
        for (var length = run.Count; length > 1; length--)
        {
            var part = run[..length];
            if (lexicon.Knows(WordForms.Stems(part)) || (Words.IsTelling(part[0]) && Words.IsTelling(part[^1]) && lexicon.Knows(WordForms.Stems(part.Where(Words.IsTelling)))))
            {
                return length;
            }
        }

        return 1;
    }

    private static Concept Make(List<string> words, bool isQuoted, bool isLast, Lexicon lexicon)
    {
        var stems = WordForms.Stems(words);
        stems = lexicon.Knows(stems) ? stems : WordForms.Stems(words.Where(Words.IsTelling));
        var terms = lexicon.TermsOf(stems);
        IReadOnlyList<string> synonyms = isQuoted ? [] : lexicon.SynonymsOf(stems);
        var wider = synonyms.SelectMany(s => lexicon.TermsOf(WordForms.Stems(Words.Tokens(s)))).Except(terms).ToList();
        if (terms.Any(lexicon.IsPlace) && lexicon.Everywhere != 0)
        {
            wider.Add(lexicon.Everywhere);
        }

        return new()
        {
            Typed = words,
            Phrases = isQuoted ? [string.Join(' ', words)] : Phrases(words),
            IsPrefix = isLast && !isQuoted && words[^1].Length > 2,
            Terms = terms,
            IsDanger = synonyms.Contains(Lexicon.DangerLine),
            WiderPhrases = [.. synonyms.SelectMany(s => Phrases([.. Words.Tokens(s)]))],
            WiderTerms = wider,
        };
    }

    private static List<string> Phrases(List<string> words) =>
        words.Count == 0 ? [] : [.. WordForms.Of(words[^1]).Select(last => string.Join(' ', words.SkipLast(1).Append(last)))];
}
