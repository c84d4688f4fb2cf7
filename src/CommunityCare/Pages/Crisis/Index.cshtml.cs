using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Crisis;

public class IndexModel(PublicCatalog catalog) : PageModel
{
    public IReadOnlyList<Organization> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Lines = await catalog.CrisisLinesAsync(stop);
}
