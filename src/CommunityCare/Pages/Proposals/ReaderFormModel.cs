using CommunityCare.Proposals;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace CommunityCare.Pages.Proposals;

/// <summary>
/// A page on which a reader tells us something. It sets no cookie, and there is no signed-in power that another site could
/// borrow: what another site sends is refused. Whatever goes wrong, what was written is shown again.
/// </summary>
[IgnoreAntiforgeryToken]
public abstract class ReaderFormModel(Reception reception) : PageModel
{
    /// <summary>A field that no person sees. Programs that fill in everything fill it in too.</summary>
    public const string Decoy = "subject";

    public const string TokenField = "form";

    public TypedForm Form { get; private set; } = TypedForm.Empty;

    public string Token { get; private set; } = "";

    public Received? Received { get; private set; }

    /// <summary>Sent by another site: it is not even shown again.</summary>
    public bool IsRefused { get; private set; }

    // What a page shows is one reader's, and its time is that of this reader.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        Response.Headers.CacheControl = "no-store";
        if (HttpMethods.IsPost(Request.Method) && Request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none"))
        {
            IsRefused = true;
            context.Result = Shown(StatusCodes.Status403Forbidden);
        }
    }

    /// <summary>The empty form.</summary>
    protected PageResult Empty(long revision = 0)
    {
        Token = reception.NewForm(revision);
        return Page();
    }

    /// <param name="write">Makes of the form what is to be kept; null if the reader is asked something first.</param>
    /// <param name="thanks">The page that says thank you.</param>
    /// <param name="revision">Of the entry it is about.</param>
    protected async Task<IActionResult> TakeAsync(Func<Task<Proposal?>> write, string thanks, long revision = 0)
    {
        var (form, status) = await TypedForm.ReadAsync(Request);
        if (form is null)
        {
            return StatusCode(status);
        }

        Form = form;
        if (form[Decoy].Length > 0)
        {
            return See(thanks);
        }

        // A form that was open for too long gets a new token, and what was written on it stays.
        Token = reception.IsGood(form[TokenField]) ? form[TokenField] : reception.NewForm(revision);
        var proposal = await write();
        if (proposal is null || form.Problems.Count > 0)
        {
            return Shown(form.Problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }

        Received = await reception.TakeAsync(proposal, form[TokenField], HttpContext.Connection.RemoteIpAddress, HttpContext.RequestAborted);
        return Received.Value.Outcome switch
        {
            Outcome.Kept => See(thanks),
            Outcome.TooMany => Later(Received.Value.Wait),
            _ => Shown(StatusCodes.Status422UnprocessableEntity),
        };
    }

    private PageResult Later(TimeSpan wait)
    {
        Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Shown(StatusCodes.Status429TooManyRequests);
    }

    private PageResult Shown(int status)
    {
        Response.StatusCode = status;
        return Page();
    }

    // By another method, so that reading the page again sends nothing again.
    private StatusCodeResult See(string page)
    {
        Response.Headers.Location = Url.Page(page);
        return StatusCode(StatusCodes.Status303SeeOther);
    }
}
