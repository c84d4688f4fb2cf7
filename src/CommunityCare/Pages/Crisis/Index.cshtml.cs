using CommunityCare.Search;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Crisis;

public class IndexModel(PublicCatalog catalog) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public IReadOnlyList<Line> WarmLines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        Lines = [.. (await catalog.CrisisLinesAsync(stop)).Select(Line.InCrisis)];
        WarmLines = [.. (await catalog.WarmLinesAsync(stop)).Select(Line.Warm)];
    }
}
