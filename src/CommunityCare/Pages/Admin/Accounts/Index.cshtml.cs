using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Accounts;

public class IndexModel(OtherAccounts accounts, OneTimeLinks links, IStringLocalizer<Text> text) : PageModel
{
    public IReadOnlyList<AccountRow> List { get; private set; } = [];

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The name of a role, as it was sent.</summary>
    [BindProperty]
    public string? Role { get; set; }

    /// <summary>The invitation that was made just now: nobody can see it again.</summary>
    public string? Link { get; private set; }

    /// <summary>Those that nobody has used yet.</summary>
    public IReadOnlyList<OneTimeLink> Invitations { get; private set; } = [];

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostWithdrawAsync(string? invited, CancellationToken stop)
    {
        await links.WithdrawAsync(User.Who(), invited ?? "", stop);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (AccountRules.Email(Email) is not { } email)
        {
            ModelState.AddModelError("email", text["Account_EmailWrong"]);
        }
        else if (Roles.Of(Role) is not { } role)
        {
            ModelState.AddModelError("role", text["Account_RoleMissing"]);
        }
        else if ((Link = await links.InviteAsync(User.Who(), email, role, stop)) is null)
        {
            ModelState.AddModelError("email", text["Account_EmailTaken"]);
        }

        await ShowAsync(stop);
        return Page();
    }

    private async Task ShowAsync(CancellationToken stop) => (List, Invitations) = (await accounts.ListAsync(stop), await links.InvitationsAsync(stop));
}
