using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;

namespace CommunityCare.Web;

/// <summary>
/// One line for each request: method, route, language, status, time. What a reader asked for is nobody's business: no query,
/// no path that was typed, no address, no header.
/// </summary>
internal sealed class RequestLog(RequestDelegate next, RequestLines lines, TimeProvider clock)
{
    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"];

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        var asked = new Asked(context);
        context.Response.OnStarting(static state => ((Asked)state).TakeAsync(), asked);
        try
        {
            await next(context);
        }
        finally
        {
            // An answer without a body, as a redirect is, starts only after this.
            if (!context.Response.HasStarted)
            {
                await asked.TakeAsync();
            }

            lines.Add(new(clock.GetUtcNow(), asked.Method, asked.Route, Language.Current.Code, context.Response.StatusCode, Stopwatch.GetElapsedTime(started)));
        }
    }

    private sealed class Asked(HttpContext context)
    {
        public string Method { get; } = Methods.FirstOrDefault(m => m == context.Request.Method) ?? "other";

        public string Route { get; private set; } = "(no page)";

        public Task TakeAsync()
        {
            if (Endpoint() is RouteEndpoint { RoutePattern.RawText: { } pattern })
            {
                Route = pattern.StartsWith('/') ? pattern : "/" + pattern;
            }

            return Task.CompletedTask;
        }

        // An error page is another route: what counts is what was asked for first.
        private Endpoint? Endpoint() =>
            context.Features.Get<IStatusCodeReExecuteFeature>() is { } replaced ? replaced.Endpoint
            : context.Features.Get<IExceptionHandlerFeature>() is { } failed ? failed.Endpoint
            : context.GetEndpoint();
    }
}
