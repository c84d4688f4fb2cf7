using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Organizations;

public class DetailsModel(PublicCatalog catalog) : PageModel
{
    public Organization Entry { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string? slug, CancellationToken stop)
    {
        // Blanks alone are bound as nothing.
        slug ??= "";
        if (slug.ToLowerInvariant() is var small && small != slug && Catalog.Entry.IsSlug(small))
        {
            return RedirectToPagePermanent(null, new { slug = small });
        }

        if (await catalog.OrganizationAsync(slug, stop) is { } found)
        {
            Entry = found;
            return Page();
        }

        return await catalog.NewSlugAsync(slug, stop) is { } newSlug
            ? RedirectToPagePermanent(null, new { slug = newSlug })
            : NotFound();
    }
}
