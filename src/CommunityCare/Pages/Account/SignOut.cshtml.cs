using CommunityCare.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Account;

public class SignOutModel(SigningIn signing) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await signing.OutAsync(HttpContext, stop);
        return RedirectToPage("/Account/SignIn");
    }
}
