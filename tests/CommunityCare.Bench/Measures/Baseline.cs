using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace CommunityCare.Bench.Measures;

/// <summary>What the framework's output cache does alone: the same pages from a dozen lines, which know nothing but their bytes.</summary>
internal static class Baseline
{
    public static Task ServeAsync(IEnumerable<string> files)
    {
        var pages = files.Select(KeptPage.Read).ToDictionary(p => p.Address);
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddOutputCache();
        var app = builder.Build();
        app.UseOutputCache();
        app.MapGet("{**path}", context =>
        {
            var page = pages[context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget];
            (context.Response.ContentType, context.Response.Headers.ContentEncoding) = (page.ContentType, page.ContentEncoding);
            return context.Response.Body.WriteAsync(page.Body).AsTask();
        }).CacheOutput();
        return app.RunAsync();
    }
}
