using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace CommunityCare.Web;

/// <summary>
/// One line for each request: method, route, status, time. What a reader asked for is nobody's business: no query, no path
/// that was typed, no address, no header.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, ILogger<RequestLog> log)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        Endpoint? asked = null;
        context.Response.OnStarting(() =>
        {
            asked = Asked(context);
            return Task.CompletedTask;
        });
        try
        {
            await next(context);
        }
        finally
        {
            var method = Methods.FirstOrDefault(m => m == context.Request.Method) ?? "other";
            var route = (asked as RouteEndpoint)?.RoutePattern.RawText is { } pattern ? "/" + pattern.TrimStart('/') : "(no page)";
            log.LogInformation(
                "{Method} {Route} {Language} {Status} in {Elapsed:0.0} ms",
                method, route, Language.Current.Code, context.Response.StatusCode, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    // An error page is another route: what counts is what was asked for first.
    private static Endpoint? Asked(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is { } replaced ? replaced.Endpoint
        : context.Features.Get<IExceptionHandlerFeature>() is { } failed ? failed.Endpoint
        : context.GetEndpoint();
}
