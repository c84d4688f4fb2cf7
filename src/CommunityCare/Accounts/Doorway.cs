using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace CommunityCare.Accounts;

/// <summary>What becomes of who may not pass.</summary>
internal static class Doorway
{
    public const string ReturnUrl = "returnUrl";

    /// <summary>Who reads is led to the sign-in page and back; who writes gets it at once, with what they wrote in it.</summary>
    public static async Task AskToSignInAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            var back = QueryString.Create(ReturnUrl, request.PathBase + request.Path + request.QueryString);

            // Without scheme and host: what a request claims of its host is not repeated.
            context.Response.Redirect(request.PathBase + ClosedPages.SignIn + back);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        await context.HttpContext.RequestServices.GetRequiredService<KeptForms>().KeepAsync(context.HttpContext);
    }

    public static Task RefuseAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    /// <returns>The address if it lies on this site; else null.</returns>
    public static string? Local(string? address) => IsLocal(address) ? address : null;

    // A slash and then neither a second nor a backslash, which browsers take for one; no control characters, which they drop,
    // and nothing that a header cannot hold.
    private static bool IsLocal(string? address) =>
        address is ['/', ..] && !(address.Length > 1 && address[1] is '/' or '\\') && address.Length <= 2000 && address.All(c => c is > ' ' and <= '~');
}
