using Microsoft.AspNetCore.OutputCaching;

namespace CommunityCare.Web;

/// <summary>Marks an endpoint whose pages are kept, and tells the framework's cache which: those with a <see cref="PageKey"/>.</summary>
internal sealed class KeptPage : IOutputCachePolicy
{
    /// <summary>Knows no parameter.</summary>
    public static readonly KeptPage ByPath = new();

    /// <summary>Its parameters are those of a <c>SearchQuery</c>.</summary>
    public static readonly KeptPage ByQuery = new() { HasQuery = true };

    /// <summary>May turn out too large to be kept. The framework would then give an empty one to all who wait: nobody waits.</summary>
    public static readonly KeptPage Large = new() { IsWaitedFor = false };

    /// <summary>The key holds the day: no page is wanted for longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private KeptPage()
    {
    }

    public bool HasQuery { get; private init; }

    private bool IsWaitedFor { get; init; } = true;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var key = context.HttpContext.Features.Get<PageKey>();
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = key is not null;
        context.AllowLocking = IsWaitedFor;
        context.CacheVaryByRules.VaryByHost = false;
        context.CacheVaryByRules.CacheKeyPrefix = key?.Prefix;
        context.ResponseExpirationTimeSpan = Longest;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage &= response.StatusCode == StatusCodes.Status200OK && response.Headers.SetCookie.Count == 0;
        return ValueTask.CompletedTask;
    }
}
