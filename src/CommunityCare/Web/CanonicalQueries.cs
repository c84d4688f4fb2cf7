using System.Collections.Concurrent;

namespace CommunityCare.Web;

/// <summary>
/// Query strings that were understood before and are in canonical form: taking one apart takes longer than to serve the kept
/// page. What a reader typed is never among them.
/// </summary>
internal sealed class CanonicalQueries
{
    /// <summary>A reader can put together more combinations of filters than anybody needs to remember.</summary>
    private const int Limit = 2_000;

    private volatile Known _known = new("", []);

    /// <param name="stamp">Of the catalogue whose words it is understood by.</param>
    /// <param name="query">As it was sent.</param>
    public bool Has(string stamp, string query) => _known is { } known && known.Stamp == stamp && known.Queries.ContainsKey(query);

    public void Add(string stamp, string query)
    {
        if (_known.Stamp != stamp || _known.Queries.Count >= Limit)
        {
            _known = new(stamp, []);
        }

        _known.Queries.TryAdd(query, true);
    }

    private sealed record Known(string Stamp, ConcurrentDictionary<string, bool> Queries);
}
