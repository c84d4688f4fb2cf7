using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Account;

public class IndexModel(OwnAccount account, IStringLocalizer<Text> text) : PageModel
{
    public OwnView Own { get; private set; } = null!;

    /// <summary>As it was typed; null before.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public async Task OnGetAsync(CancellationToken stop) => Own = await account.ReadAsync(User, stop);

    public async Task<IActionResult> OnPostNameAsync(CancellationToken stop)
    {
        if (AccountRules.Name(Name) is { } name)
        {
            await account.RenameAsync(User, name, stop);
            return RedirectToPage("/Account/Index", null, new { saved = 1 });
        }

        ModelState.AddModelError("name", text["Account_NameMissing"]);
        Own = await account.ReadAsync(User, stop);
        return Page();
    }

    /// <param name="session">Empty for all others.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public async Task<IActionResult> OnPostEndAsync([FromForm] string? session, CancellationToken stop)
    {
        await account.EndSessionsAsync(User, session, stop);
        return RedirectToPage("/Account/Index", null, new { saved = 1 });
    }
}
