namespace CommunityCare.Web;

/// <summary>
/// What lies below <c>/admin</c> and <c>/account</c> is somebody's own: browsers do not store it, search engines do not list it,
/// and it is not compressed, because from the length of what is compressed secrets in it can be guessed (BREACH).
/// </summary>
internal sealed class ClosedPaths(RequestDelegate next)
{
    private static readonly PathString[] Folders = ["/admin", "/account"];

    /// <summary>Whether a page of Razor lies there, as in <c>/Admin/Index</c>.</summary>
    public static bool HoldsPage(string viewEnginePath) => Holds(new PathString(viewEnginePath));

    /// <summary>Of the request as it came, also when its error page is made.</summary>
    public static bool Holds(HttpContext context) => context.Items.ContainsKey(typeof(ClosedPaths));

    public Task InvokeAsync(HttpContext context)
    {
        if (!Holds(context.Request.Path))
        {
            return next(context);
        }

        context.Items[typeof(ClosedPaths)] = true;

        // At the last moment, because the cookie's handler and error pages say other things.
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            context.Response.Headers.Remove("Pragma");
            context.Response.Headers.Remove("Expires");
            return Task.CompletedTask;
        });
        return next(context);
    }

    private static bool Holds(PathString path) => Array.Exists(Folders, folder => path.StartsWithSegments(folder, StringComparison.OrdinalIgnoreCase));
}
