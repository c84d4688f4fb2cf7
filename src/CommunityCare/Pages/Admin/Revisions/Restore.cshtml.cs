using System.Globalization;
using System.Security.Claims;
using CommunityCare.Accounts;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Revisions;

/// <summary>Shows what would change if an older text came back, and brings it back.</summary>
public class RestoreModel(History history, Restoring restoring, IStringLocalizer<Text> text) : PageModel
{
    /// <summary>In characters; the number of the revision is written before it.</summary>
    public const int WhyLength = Editing.Revision.WhyLength - 30;

    private readonly List<Wrong> _wrongs = [];

    public ChangeInFull Found { get; private set; } = null!;

    [BindProperty]
    public string? Why { get; set; }

    [BindProperty]
    public string? BasedOn { get; set; }

    public IReadOnlyList<Difference>? Meanwhile { get; private set; }

    public IReadOnlyList<Wrong> Wrongs => _wrongs;

    /// <summary>What exactly is in the way, each with the path of its field.</summary>
    internal IReadOnlyList<(string Path, Fault What)> Details { get; private set; } = [];

    /// <summary>Kinds of care and vocabularies are for admins.</summary>
    public static bool MayRestore(ClaimsPrincipal person, ChangeInFull found) => found.Revision.Kind == "organizations" || person.IsAdmin();

    public Task<IActionResult> OnGetAsync(long number, CancellationToken stop) => ShowAsync(number, stop);

    public async Task<IActionResult> OnPostAsync(long number, CancellationToken stop)
    {
        var page = await ShowAsync(number, stop);
        if (page is not PageResult)
        {
            return page;
        }

        Why = WhyText.Of(Why);
        Response.StatusCode = StatusCodes.Status400BadRequest;
        if (Why?.Length > WhyLength)
        {
            _wrongs.Add(new("Why", text["Act_WhyTooLong", WhyLength, Why.Length]));
            return page;
        }

        try
        {
            if (await RestoreAsync(number, stop) is not { } hindrance)
            {
                return RedirectToPage("/Admin/Revisions/Of", new { kind = Found.Revision.Kind, id = Found.Revision.EntryId, done = true });
            }

            Tell(hindrance);
        }
        catch (EntryChangedException e)
        {
            Response.StatusCode = StatusCodes.Status409Conflict;
            Meanwhile = await history.SinceAsync(Found.Revision.EntryId, e.BasedOn, stop);
        }
        catch (DoNotListException)
        {
            _wrongs.Add(new("", text["Act_DoNotListed"]));
        }

        return page;
    }

    private Task<Hindrance?> RestoreAsync(long number, CancellationToken stop)
    {
        var basedOn = long.TryParse(BasedOn, NumberStyles.None, CultureInfo.InvariantCulture, out var newest) ? newest : 0;
        var why = FormattableString.Invariant($"#{number}") + (Why is null ? "" : ": " + Why);
        return restoring.RestoreAsync(number, basedOn, User.Who(), why, stop);
    }

    private void Tell(Hindrance hindrance)
    {
        _wrongs.Add(new("", hindrance.Why switch
        {
            Hindered.SlugTaken => text["Bring_SlugTaken", hindrance.What[0], hindrance.What[1]],
            Hindered.PartTaken => text["Bring_PartTaken", hindrance.What[0]],
            Hindered.Ring => text["Bring_Ring"],
            _ => text["Bring_Unreadable"],
        }));
        Details = hindrance.Faults;
    }

    private async Task<IActionResult> ShowAsync(long number, CancellationToken stop)
    {
        if (await history.FindAsync(number, stop) is not { } found || found.Revision.Kind == Catalog.Synonym.ListSlug)
        {
            return NotFound();
        }

        Found = found;
        return MayRestore(User, found) ? Page() : Forbid();
    }
}
