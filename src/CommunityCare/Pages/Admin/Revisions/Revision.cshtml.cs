using CommunityCare.Accounts;
using CommunityCare.Editing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Admin.Revisions;

/// <summary>What one revision changed, or what became of it since.</summary>
public class RevisionModel(History history) : PageModel
{
    public ChangeInFull Found { get; private set; } = null!;

    public bool WithPresent { get; private set; }

    public bool CanBeRestored => Found.CanBeRestored && RestoreModel.MayRestore(User, Found);

    public async Task<IActionResult> OnGetAsync(long number, string? with, CancellationToken stop)
    {
        if (await history.FindAsync(number, stop) is not { } found)
        {
            return NotFound();
        }

        (Found, WithPresent) = (found, with == "present" && !found.IsNewest);
        return Page();
    }
}
