using CommunityCare.Catalog;
using CommunityCare.Search;

namespace CommunityCare.Pages;

/// <param name="Query">What is asked for now; each link is a small change of it.</param>
/// <param name="Offer">What can be asked for.</param>
/// <param name="Counts">How many each would leave.</param>
/// <param name="Without">A vocabulary that is not offered here.</param>
public sealed record FiltersModel(SearchQuery Query, Offer Offer, FacetCounts Counts, string? Without = null)
{
    /// <summary>The terms that lead to somebody, and those that are chosen and can be taken back.</summary>
    public IReadOnlyList<Term> TermsOf(Vocabulary vocabulary) =>
        [.. Offer.TermsOf(vocabulary).Where(t => Counts.Of(vocabulary.Slug, t.Slug) > 0 || Query.Has(vocabulary.Slug, t.Slug))];
}
