using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>The filters there are: each vocabulary with the terms that at least one listed organization has.</summary>
public sealed class Offer
{
    private readonly Dictionary<(string Vocabulary, string Slug), long> _keys;
    private readonly Dictionary<long, Term> _terms;
    private readonly Dictionary<long, (int Count, int Reachable)> _counts;

    internal Offer(IReadOnlyList<Vocabulary> vocabularies, Dictionary<(string, string), long> keys, TermSets sets)
    {
        (Vocabularies, _keys) = (vocabularies, keys);
        _terms = vocabularies.SelectMany(v => v.Terms.Select(t => (Key: keys[(v.Slug, t.Slug)], Term: t))).ToDictionary(t => t.Key, t => t.Term);
        var reachable = sets.Listed.Copy().And(sets.Reachable);
        _counts = keys.ToDictionary(k => k.Value, k =>
        {
            // Whoever asks for closed groups gets them.
            var having = sets.Having(k.Value);
            return (having.CountWith(k.Key.Item1 == Vocabulary.Status ? sets.Public : sets.Listed), having.CountWith(reachable));
        });
    }

    /// <summary>In the order of the filters, with all their public terms.</summary>
    public IReadOnlyList<Vocabulary> Vocabularies { get; }

    public IEnumerable<Term> TermsOf(Vocabulary vocabulary) =>
        vocabulary.Terms.Where(t => !t.Retired && Count(vocabulary.Slug, t.Slug) > 0).OrderBy(t => t.Order);

    public Term? Find(string vocabulary, string slug) =>
        Vocabularies.FirstOrDefault(v => v.Slug == vocabulary)?.Terms.Find(t => t.Slug == slug);

    /// <summary>How many organizations that can help today have the term: what the list would show.</summary>
    public int Count(string vocabulary, string slug) => _counts.GetValueOrDefault(Key(vocabulary, slug)).Count;

    /// <summary>How many of them can be reached: what the home page counts.</summary>
    public int Reachable(string vocabulary, string slug) => _counts.GetValueOrDefault(Key(vocabulary, slug)).Reachable;

    /// <summary>Null if there is no such term, or it is not public.</summary>
    internal Term? TermOf(long key) => _terms.GetValueOrDefault(key);

    /// <summary>The same words with newer counts.</summary>
    internal Offer With(TermSets sets) => new(Vocabularies, _keys, sets);

    /// <summary>The term's key in the database; 0, which is nobody's, if there is no such term.</summary>
    internal long Key(string vocabulary, string slug) => _keys.GetValueOrDefault((vocabulary, slug));
}
