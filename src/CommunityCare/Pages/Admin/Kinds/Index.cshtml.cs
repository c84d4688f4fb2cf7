using CommunityCare.Catalog;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Kinds;

public class IndexModel(WordsDesk desk) : PageModel
{
    public IReadOnlyList<CareType> Kinds { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Kinds = await desk.KindsAsync(stop);
}
