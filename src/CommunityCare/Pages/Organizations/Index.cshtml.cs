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

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Offer = await search.OfferAsync(stop);
        Query = SearchQuery.From(Request.Query, Offer.Vocabularies);
        Results = await search.FindAsync(Query, stop);
        Near = await NearModel.OfAsync(geocoder, Query, Results, Offer, Url.Page("/Organizations/Index")!, stop);
        return Results.IsBeyondTheEnd ? NotFound() : Page();
    }
}
