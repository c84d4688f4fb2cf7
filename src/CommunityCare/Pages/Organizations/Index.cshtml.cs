using CommunityCare.Search;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Organizations;

public class IndexModel(OrganizationSearch search) : PageModel
{
    public Offer Offer { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = SearchQuery.Everything;

    public SearchResults Results { get; private set; } = null!;

    public FacetCounts Facets { get; private set; } = new();

    /// <summary>When nothing fits: what to leave out, and how many would fit then. No name for what is not stated.</summary>
    public IReadOnlyList<(string? What, SearchQuery Query, int Count)> Relaxed { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Offer = await search.OfferAsync(stop);
        Query = SearchQuery.From(Request.Query, Offer.Vocabularies);
        Results = await search.FindAsync(Query, Offer, stop);
        Facets = await search.FacetsAsync(Query, Offer, stop);
        if (Results.IsBeyondTheEnd)
        {
            return NotFound();
        }

        if (Results.Total == 0)
        {
            Relaxed = await RelaxAsync(stop);
        }

        return Page();
    }

    private async Task<List<(string? What, SearchQuery Query, int Count)>> RelaxAsync(CancellationToken stop)
    {
        var candidates = Query.Filters
            .SelectMany(f => f.Value.Select(slug => (What: Offer.Find(f.Key, slug)?.LocalName().Text, Query: Query.Without(f.Key, slug))));
        if (Query.Words.Length > 0 && Query.IsFiltered)
        {
            candidates = candidates.Prepend((Query.Words, Query.WithoutWords()));
        }

        var relaxed = new List<(string? What, SearchQuery Query, int Count)>();
        foreach (var (what, query) in candidates.ToList())
        {
            var count = await search.CountAsync(query, Offer, stop);
            if (count > 0)
            {
                relaxed.Add((what, query, count));
            }
        }

        return relaxed;
    }
}
