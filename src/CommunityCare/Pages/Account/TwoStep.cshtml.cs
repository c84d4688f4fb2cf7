using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Account;

public class TwoStepModel(OwnAccount account, TwoStep twoStep, IStringLocalizer<Text> text) : PageModel
{
    public OwnView Own { get; private set; } = null!;

    /// <summary>Null where it is on.</summary>
    public KeyOffer? Offer { get; private set; }

    /// <summary>Shown once, after they were made.</summary>
    public IReadOnlyList<string>? RecoveryCodes { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => ShowAsync(null, stop);

    public async Task<IActionResult> OnPostOnAsync([FromForm] string? carried, [FromForm] string? code, CancellationToken stop)
    {
        RecoveryCodes = await twoStep.TurnOnAsync(User, carried, code, stop);
        if (RecoveryCodes is null)
        {
            ModelState.AddModelError("code", text["Code_Refused"]);
        }

        return await ShowAsync(carried, stop);
    }

    public async Task<IActionResult> OnPostCodesAsync([FromForm] string? current, CancellationToken stop)
    {
        ModelState.CheckCurrent(await account.IsPasswordAsync(HttpContext, current, stop), text);
        RecoveryCodes = ModelState.IsValid ? await twoStep.RenewCodesAsync(User, stop) : null;
        return await ShowAsync(null, stop);
    }

    public async Task<IActionResult> OnPostOffAsync([FromForm] string? current, CancellationToken stop)
    {
        ModelState.CheckCurrent(await account.IsPasswordAsync(HttpContext, current, stop), text);
        if (!ModelState.IsValid)
        {
            return await ShowAsync(null, stop);
        }

        await twoStep.TurnOffAsync(User, stop);
        return RedirectToPage("/Account/Index", null, new { saved = 1 });
    }

    private async Task<PageResult> ShowAsync(string? carried, CancellationToken stop)
    {
        Own = await account.ReadAsync(User, stop);
        Offer = Own.HasTwoStep ? null : twoStep.Offer(User, Own.Email, carried);
        return Page();
    }
}
