using System.Buffers;
using CommunityCare.Search;
using Microsoft.AspNetCore.Http.Features.Authentication;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CommunityCare.Web;

/// <summary>
/// Decides, before the framework's cache, whether a page may be taken from there and kept there, and by which key. Tells
/// browsers to ask each time, and those that ask with the right tag that they have the page already.
/// </summary>
internal sealed class PageCache(RequestDelegate next, Editions editions, KnownVocabularies vocabularies, SiteSettings settings)
{
    /// <summary>What all kept pages together may take, in bytes; those that nobody asked for lately go first.</summary>
    public const long SizeLimit = 32_000_000;

    /// <summary>A page beyond it is made anew each time, in bytes.</summary>
    public const long PageLimit = 4_000_000;

    private readonly CanonicalQueries _canonical = new();

    private static readonly SearchValues<char> InPaths = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-./");

    public Task InvokeAsync(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<KeptPage>() is { } page ? InvokeAsync(context, page) : next(context);

    private async Task InvokeAsync(HttpContext context, KeptPage page)
    {
        var (request, response) = (context.Request, context.Response);
        var edition = settings.PageCache ? editions.Current() : null;
        var (query, isTyped) = page.HasQuery && request.QueryString.HasValue ? await UnderstandAsync(request, edition, context.RequestAborted) : ("", false);
        var isPrivate = isTyped || IsSomebodys(context);
        response.Headers.CacheControl = isPrivate ? "no-store" : "no-cache";
        response.Headers.Vary = HeaderNames.AcceptEncoding;

        var method = request.Method;
        if (edition is not null && !isPrivate && IsCanonical(request.Path.Value))
        {
            var key = new PageKey(edition, Encodings.Of(request.Headers.AcceptEncoding), request, query);
            response.Headers.ETag = key.Tag;
            if (Has(request.Headers.IfNoneMatch, key.Tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            Prepare(context, key);
        }

        await next(context);
        request.Method = method;
        if (response is { HasStarted: false, StatusCode: not StatusCodes.Status200OK })
        {
            // It led elsewhere, or the error page comes now.
            response.Headers.CacheControl = response.Headers.ETag = default;
        }
    }

    private async ValueTask<(string Query, bool IsTyped)> UnderstandAsync(HttpRequest request, Edition? edition, CancellationToken stop)
    {
        var sent = request.QueryString.Value!;
        if (edition is not null && _canonical.Has(edition.Stamp, sent))
        {
            return (sent, false);
        }

        var query = SearchQuery.From(request.Query, edition is null ? [] : await vocabularies.AsOfAsync(edition.Stamp, stop));
        var canonical = query.ToQueryString();
        if (edition is not null && !query.IsTyped && canonical == sent)
        {
            _canonical.Add(edition.Stamp, canonical);
        }

        return (canonical, query.IsTyped);
    }

    // Sign-in comes after this, so that kept pages need not wait for it: here the cookie's name must do.
    private bool IsSomebodys(HttpContext context) =>
        context.Request.Headers.Authorization.Count > 0
        || (context.Request.Headers.Cookie.Count > 0 && context.Request.Cookies.ContainsKey(settings.SessionCookie))
        || context.Features.Get<IHttpAuthenticationFeature>()?.User?.Identity?.IsAuthenticated == true;

    // Written in another way an address is answered as well, but the page shows how it was written.
    private static bool IsCanonical(string? path) =>
        path is "/" || (path is not null && !path.EndsWith('/') && !path.AsSpan().ContainsAnyExcept(InPaths));

    private static bool Has(StringValues wanted, string tag) =>
        wanted.Count > 0 && EntityTagHeaderValue.TryParseList(wanted, out var tags) && tags.Any(t => t.Tag == tag);

    private static void Prepare(HttpContext context, PageKey key)
    {
        var request = context.Request;
        context.Features.Set(key);

        // The head of a page is that of the whole page; the server leaves out the body.
        request.Method = HttpMethods.Get;

        // It is compressed as the key says, and the conditions were looked at.
        request.Headers.AcceptEncoding = key.Encoding;
        request.Headers.CacheControl = request.Headers.IfNoneMatch = request.Headers.IfModifiedSince = default;

        // Others may wait for it: it is made to its end, even if the first who asked goes away.
        context.RequestAborted = CancellationToken.None;
    }
}
