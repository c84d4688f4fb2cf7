using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Organizations;

public class IndexModel(OrganizationSearch search, Geocoder geocoder) : PageModel
{
    public Offer Offer { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = SearchQuery.Everything;

    public SearchResults Results { get; private set; } = null!;

    public NearModel Near { get; private set; } = null!;

    /// <summary>A place among the words, that they could be looked for near to.</summary>
    public PlaceInWords? InWords => Query.Near.Length == 0 && Query.Words.Length > 0 ? PlaceInWords.Of(Query.Words) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Offer = await search.OfferAsync(stop);
        Query = SearchQuery.From(Request.Query, Offer.Vocabularies);
        Results = await search.FindAsync(Query, stop);
        Near = await NearAsync(Url.Page("/Organizations/Index")!, stop);
        return Results.IsBeyondTheEnd ? NotFound() : Page();
    }

    private async Task<NearModel> NearAsync(string list, CancellationToken stop)
    {
        var near = await NearModel.AskAsync(geocoder, Query.Near, Query.Within, place => list + Query.NearTo(place, Query.Within).ToQueryString(), stop);
        var state = near.WholeState is { } code ? Offer.Vocabularies.FirstOrDefault(v => v.Slug == Vocabulary.Place)?.Terms.Find(t => t.Words.Contains(code)) : null;
        return near with { WholeStateHref = state is null ? null : list + Query.WithoutNear().With(Vocabulary.Place, state.Slug).ToQueryString() };
    }
}
