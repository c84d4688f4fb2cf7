using System.Collections.Concurrent;
using Microsoft.AspNetCore.OutputCaching;

namespace CommunityCare.Tests.Support;

/// <summary>The pages that a site keeps, to be looked at.</summary>
public sealed class CountedStore : IOutputCacheStore
{
    private readonly ConcurrentDictionary<string, byte[]> _pages = new(StringComparer.Ordinal);
    private int _stored;

    public ICollection<string> Keys => _pages.Keys;

    /// <summary>How often a page was put into it, the same one too.</summary>
    public int Stored => _stored;

    public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => new(_pages.GetValueOrDefault(key));

    public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _stored);
        _pages[key] = value;
        return ValueTask.CompletedTask;
    }

    public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => throw new NotSupportedException();
}
