using CommunityCare.Accounts;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.DoNotListed;

/// <summary>Lets a group come back that asked to go before.</summary>
public class LiftModel(DoNotListing listing, IStringLocalizer<Text> text) : PageModel
{
    private readonly List<Wrong> _wrongs = [];

    public NamedMark Found { get; private set; } = null!;

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<Wrong> Wrongs => _wrongs;

    public async Task<IActionResult> OnGetAsync(long key, CancellationToken stop)
    {
        if (await listing.FindAsync(key, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long key, CancellationToken stop)
    {
        Why = WhyText.Of(Why);
        WhyText.Check(Why, isNeeded: true, text, (field, what) => _wrongs.Add(new(field, what)));
        if (_wrongs.Count == 0 && await listing.LiftAsync(key, User.Who(), Why!, stop))
        {
            return RedirectToPage("/Admin/DoNotListed/Index");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await OnGetAsync(key, stop);
    }
}
