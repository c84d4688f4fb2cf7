using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Organizations;

public class DetailsModel(PublicCatalog catalog) : PageModel
{
    public Organization Entry { get; private set; } = new();

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken stop)
    {
        if (slug.Any(char.IsAsciiLetterUpper))
        {
            return RedirectToPagePermanent(null, new { slug = slug.ToLowerInvariant() });
        }

        if (await catalog.OrganizationAsync(slug, stop) is { } found)
        {
            Entry = found;
            return Page();
        }

        return await catalog.NewSlugAsync<Organization>("organizations", slug, stop) is { } newSlug
            ? RedirectToPagePermanent(null, new { slug = newSlug })
            : NotFound();
    }
}
