using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Account;

public class PasswordModel(OwnAccount account, IStringLocalizer<Text> text) : PageModel
{
    public async Task<IActionResult> OnPostAsync([FromForm] string? current, [FromForm] string? password, [FromForm] string? again, CancellationToken stop)
    {
        var own = await account.ReadAsync(User, stop);
        ModelState.CheckPassword(password ?? "", again, own.Email, text);
        if (ModelState.IsValid)
        {
            ModelState.CheckCurrent(await account.IsPasswordAsync(HttpContext, current, stop), text);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await account.ChangePasswordAsync(User, password!, stop);
        return RedirectToPage("/Account/Index", null, new { saved = 1 });
    }
}
