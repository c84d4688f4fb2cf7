using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>The filters there are: each vocabulary with the terms that at least one listed organization has.</summary>
public sealed class Offer
{
    private readonly Dictionary<(string Vocabulary, string Slug), (long Key, int Count, int Reachable)> _terms;

    private Offer(IReadOnlyList<Vocabulary> vocabularies, Dictionary<(string, string), (long, int, int)> terms) =>
        (Vocabularies, _terms) = (vocabularies, terms);

    /// <summary>In the order of the filters, with all their public terms.</summary>
    public IReadOnlyList<Vocabulary> Vocabularies { get; }

    public IEnumerable<Term> TermsOf(Vocabulary vocabulary) =>
        vocabulary.Terms.Where(t => !t.Retired && Count(vocabulary.Slug, t.Slug) > 0).OrderBy(t => t.Order);

    public Term? Find(string vocabulary, string slug) =>
        Vocabularies.FirstOrDefault(v => v.Slug == vocabulary)?.Terms.Find(t => t.Slug == slug);

    /// <summary>How many organizations that can help today have the term: what the list would show.</summary>
    public int Count(string vocabulary, string slug) => _terms.GetValueOrDefault((vocabulary, slug)).Count;

    /// <summary>How many of them can be reached: what the home page counts.</summary>
    public int Reachable(string vocabulary, string slug) => _terms.GetValueOrDefault((vocabulary, slug)).Reachable;

    internal long Key(string vocabulary, string slug) => _terms.GetValueOrDefault((vocabulary, slug)).Key;

    internal static async Task<Offer> ReadAsync(CareDb db, CancellationToken stop)
    {
        var vocabularies = await db.PublicVocabulariesAsync(stop);
        var listed = db.Organizations.Public().CanHelpToday();
        var counts = await db.TermLinks
            .Select(l => new { Term = EF.Property<long>(l, "TermKey"), Organization = EF.Property<long>(l, Columns.OrganizationKey) })
            .Distinct()
            .Join(listed, l => l.Organization, o => EF.Property<long>(o, Columns.Key), (l, o) => new { l.Term, IsReachable = EF.Property<bool>(o, Columns.Reachable) })
            .GroupBy(l => l.Term)
            .Select(g => new { g.Key, Count = g.Count(), Reachable = g.Count(l => l.IsReachable) })
            .ToDictionaryAsync(g => g.Key, stop);
        var keys = await db.Terms
            .Select(t => new { Vocabulary = t.Vocabulary.Slug, t.Slug, Key = EF.Property<long>(t, Columns.Key) }).ToListAsync(stop);
        return new(vocabularies, keys.ToDictionary(k => (k.Vocabulary, k.Slug), k =>
            counts.TryGetValue(k.Key, out var count) ? (k.Key, count.Count, count.Reachable) : (k.Key, 0, 0)));
    }
}
