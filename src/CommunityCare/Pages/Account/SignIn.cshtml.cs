using CommunityCare.Accounts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Account;

public class SignInModel(SigningIn signing, KeptForms forms) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Kept { get; set; }

    /// <summary>That the password was right, when the code is asked for.</summary>
    [BindProperty]
    public string? Step { get; set; }

    /// <summary>Of the last attempt; null where there is nothing to complain of.</summary>
    public SignInOutcome? Outcome { get; private set; }

    /// <summary>What was written before signing in, to be sent now.</summary>
    public KeptForm? Continue { get; private set; }

    /// <summary>Whether they come from a link with which they have just chosen a password.</summary>
    public bool IsNew => HttpMethods.IsGet(Request.Method) && Request.Query.ContainsKey("new");

    public SignInForm Form => new() { Email = Email, ReturnUrl = ReturnUrl, Kept = Kept, Outcome = Outcome };

    public IActionResult OnGet() => User.IsSignedIn() ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync([FromForm] string? password, CancellationToken stop) =>
        User.IsSignedIn() ? GoOn() : Answer(await signing.WithPasswordAsync(HttpContext, Email, password, stop), isFirst: true);

    public async Task<IActionResult> OnPostCodeAsync([FromForm] string? code, CancellationToken stop) =>
        User.IsSignedIn() ? GoOn() : Answer(await signing.WithCodeAsync(HttpContext, Step, code, stop), isFirst: false);

    private IActionResult Answer(SignInAnswer answer, bool isFirst)
    {
        if (answer.Outcome == SignInOutcome.Done)
        {
            Continue = forms.Open(Kept);
            return Continue is null ? GoOn() : Page();
        }

        // The view must show what is true now, and not what came.
        ModelState.Clear();
        Step = answer.Step;
        Outcome = answer.Outcome == SignInOutcome.NeedsCode && isFirst ? null : answer.Outcome;
        if (answer.Outcome == SignInOutcome.Limited)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Attempts.Pause.TotalSeconds.ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        }

        return Page();
    }

    private RedirectResult GoOn() => Redirect(Doorway.Local(ReturnUrl) ?? Url.Page("/Admin/Index")!);
}
