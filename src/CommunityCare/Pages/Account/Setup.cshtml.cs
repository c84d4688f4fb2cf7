using CommunityCare.Accounts;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Account;

/// <summary>Where one-time links lead: the first admin's, invitations and resets. Only sending the form uses a link up.</summary>
public class SetupModel(OneTimeLinks links, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    /// <summary>Null for a link that is good for nothing.</summary>
    public LinkPurpose? Purpose { get; private set; }

    /// <summary>Whose e-mail the link says; null if they have to.</summary>
    public string? For { get; private set; }

    public Task OnGetAsync(CancellationToken stop) => FindAsync(stop);

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, [FromForm] string? again, CancellationToken stop)
    {
        await FindAsync(stop);
        var name = Purpose == LinkPurpose.Reset ? "" : AccountRules.Name(Name);
        var email = For ?? AccountRules.Email(Email);
        if (name is null)
        {
            ModelState.AddModelError("name", text["Account_NameMissing"]);
        }

        if (email is null)
        {
            ModelState.AddModelError("email", text["Account_EmailWrong"]);
        }

        ModelState.CheckPassword(password ?? "", again, email, text);
        return Purpose is null || !ModelState.IsValid ? Page() : Answer(await links.UseAsync(Key, name!, email!, password!, stop));
    }

    private IActionResult Answer(LinkOutcome outcome)
    {
        if (outcome == LinkOutcome.Done)
        {
            return RedirectToPage("/Account/SignIn", null, new { @new = 1 });
        }

        ModelState.AddModelError("email", outcome == LinkOutcome.Gone ? text["Setup_Gone"] : text["Account_EmailTaken"]);
        return Page();
    }

    private async Task FindAsync(CancellationToken stop)
    {
        if (await links.FindAsync(Key, stop) is var (link, email))
        {
            (Purpose, For) = (link.Purpose, email);
        }
        else
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }
    }
}
