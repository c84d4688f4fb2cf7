using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Care;

public class KindModel(PublicCatalog catalog, OrganizationSearch search) : PageModel
{
    /// <summary>How many organizations stand below the guide, before the link to all of them.</summary>
    public const int Shown = 5;

    public CareType Kind { get; private set; } = new();

    public Offer Offer { get; private set; } = null!;

    public SearchQuery Query { get; private set; } = SearchQuery.Everything;

    public SearchResults Results { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? kind, CancellationToken stop)
    {
        // Blanks alone are bound as nothing.
        kind ??= "";
        if (kind.ToLowerInvariant() is var small && small != kind && Entry.IsSlug(small))
        {
            return RedirectToPagePermanent(null, new { kind = small });
        }

        if (await catalog.KindAsync(kind, stop) is not { } found)
        {
            return await catalog.NewSlugAsync<CareType>("care-types", kind, stop) is { } slug
                ? RedirectToPagePermanent(null, new { kind = slug })
                : NotFound();
        }

        (Kind, Offer) = (found, await search.OfferAsync(stop));
        Query = SearchQuery.Everything.With(Vocabulary.Kind, found.Slug);
        Results = await search.FindAsync(Query, stop);
        return Page();
    }
}
