using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Care;

public class IndexModel(PublicCatalog catalog, OrganizationSearch search) : PageModel
{
    public IReadOnlyList<(CareType Kind, int Count)> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Kinds = await KindCounts.ReadAsync(catalog, search, stop);
}
