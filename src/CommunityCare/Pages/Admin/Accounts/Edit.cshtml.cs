using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin.Accounts;

public class EditModel(OtherAccounts accounts, OneTimeLinks links, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public AccountRow Account { get; private set; } = null!;

    /// <summary>The link that was made just now: nobody can see it again.</summary>
    public string? Link { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken stop) => ShowAsync(stop);

    public async Task<IActionResult> OnPostRoleAsync([FromForm] string? role, CancellationToken stop) =>
        Roles.Of(role) is { } wanted ? await AnswerAsync(await accounts.ChangeRoleAsync(User.Who(), Id, wanted, stop), stop) : BadRequest();

    public async Task<IActionResult> OnPostDisableAsync(CancellationToken stop) => await AnswerAsync(await accounts.DisableAsync(User.Who(), Id, stop), stop);

    public async Task<IActionResult> OnPostEnableAsync(CancellationToken stop) => await AnswerAsync(await accounts.EnableAsync(User.Who(), Id, stop), stop);

    public async Task<IActionResult> OnPostTwoStepOffAsync(CancellationToken stop) =>
        await AnswerAsync(await accounts.TurnTwoStepOffAsync(User.Who(), Id, stop), stop);

    public async Task<IActionResult> OnPostResetAsync(CancellationToken stop)
    {
        Link = await links.ResetAsync(User.Who(), Id, turnsTwoStepOff: false, stop);
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> AnswerAsync(ChangeOutcome outcome, CancellationToken stop)
    {
        if (outcome == ChangeOutcome.Done)
        {
            return RedirectToPage("/Admin/Accounts/Edit", null, new { Id, saved = 1 });
        }

        ModelState.AddModelError("change", text["Accounts_LastAdmin"]);
        return await ShowAsync(stop);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken stop)
    {
        if (await accounts.FindAsync(Id, stop) is not { } found)
        {
            return NotFound();
        }

        Account = found;
        return Page();
    }
}
