using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// What words mean in this catalogue: the terms that they name in either language, and the synonyms of the curated list.
/// Words are compared by their stems, so that one and many are the same.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>No name of a term that people would type is longer, in words.</summary>
    public const int LongestPhrase = 6;

    /// <summary>Where the synonyms of what somebody in danger says lead to.</summary>
    public const string DangerLine = "988";

    private const int SynonymLimit = 16;

    private readonly Dictionary<string, HashSet<long>> _terms = [];
    private readonly Dictionary<string, List<string>> _synonyms = [];
    private readonly Dictionary<long, (string Vocabulary, string Slug)> _names = [];
    private readonly HashSet<string> _words = [];

    public Lexicon(IReadOnlyList<Vocabulary> vocabularies, Dictionary<(string Vocabulary, string Slug), long> keys, IReadOnlyList<Synonym> synonyms)
    {
        // Every entry has a status; its words ("active", "closed") are words of everyday language.
        foreach (var vocabulary in vocabularies.Where(v => v.Slug != Vocabulary.Status))
        {
            foreach (var term in vocabulary.Terms)
            {
                var key = keys[(vocabulary.Slug, term.Slug)];
                _names[key] = (vocabulary.Slug, term.Slug);
                foreach (var word in WordsOf(term).Append(term.Slug.Replace('-', ' ')))
                {
                    Add(word, key);
                }
            }
        }

        var dangers = synonyms.Where(s => s.Means == DangerLine).Select(s => s.Word).ToHashSet();
        foreach (var synonym in synonyms)
        {
            var tokens = Words.Tokens(synonym.Word).ToList();

            // "Not want to live" leaves only "live", which others say too.
            foreach (var key in Keys(tokens, fewest: dangers.Contains(synonym.Word) ? 2 : 1))
            {
                var means = _synonyms.TryGetValue(key, out var known) ? known : _synonyms[key] = [];
                if (means.Count < SynonymLimit && !means.Contains(synonym.Means))
                {
                    means.Add(synonym.Means);
                }
            }

            _words.UnionWith(tokens);
        }

        Everywhere = keys.GetValueOrDefault((Vocabulary.Place, Term.Everywhere));
    }

    /// <summary>The place of those who serve the whole country; 0 if there is none.</summary>
    public long Everywhere { get; }

    /// <summary>Every word in it, as it is written there.</summary>
    public IReadOnlySet<string> AllWords => _words;

    public bool Knows(string stems) => _terms.ContainsKey(stems) || _synonyms.ContainsKey(stems);

    public IReadOnlyCollection<long> TermsOf(string stems) => _terms.TryGetValue(stems, out var terms) ? terms : [];

    public IReadOnlyList<string> SynonymsOf(string stems) => _synonyms.TryGetValue(stems, out var means) ? means : [];

    public bool IsPlace(long term) => term != Everywhere && _names.TryGetValue(term, out var name) && name.Vocabulary == Vocabulary.Place;

    public (string Vocabulary, string Slug)? NameOf(long term) => _names.TryGetValue(term, out var name) ? name : null;

    /// <summary>The slug of the kind of care, or null if the term is something else.</summary>
    public string? KindOf(long term) => _names.TryGetValue(term, out var name) && name.Vocabulary == Vocabulary.Kind ? name.Slug : null;

    private static IEnumerable<string> WordsOf(Term term) => term.Words.Append(term.Name)
        .Concat(term.Translations.Where(t => t.Field is "name" or "words").SelectMany(t => t.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));

    private void Add(string word, long term)
    {
        // The letters of some states are everyday words: "near me" asks for nobody in Maine.
        var tokens = Words.Tokens(word).ToList();
        if (tokens.Count is > 0 and <= LongestPhrase && !(tokens is [{ Length: 2 } letters] && Words.IsEveryday(letters)))
        {
            foreach (var key in Keys(tokens, fewest: 2))
            {
                (_terms.TryGetValue(key, out var terms) ? terms : _terms[key] = []).Add(term);
            }

            _words.UnionWith(tokens);
        }
    }

    // As it is written, and without the words that say little: "me siento muy sola" is "me siento sola".
    private static IEnumerable<string> Keys(List<string> tokens, int fewest)
    {
        var telling = tokens.Where(Words.IsTelling).ToList();
        return telling.Count < fewest || telling.Count == tokens.Count ? [WordForms.Stems(tokens)] : [WordForms.Stems(tokens), WordForms.Stems(telling)];
    }
}
