using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.DoNotListed;

/// <summary>The groups that asked to go.</summary>
public class IndexModel(DoNotListing listing) : PageModel
{
    public IReadOnlyList<NamedMark> Marks { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop) => Marks = await listing.AllAsync(stop);
}
