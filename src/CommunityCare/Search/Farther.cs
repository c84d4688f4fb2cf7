using CommunityCare.Gazetteer;
using CommunityCare.Store;

namespace CommunityCare.Search;

/// <summary>When nobody is as near as was asked: the next distance within which somebody is.</summary>
/// <param name="Query">The question with that distance.</param>
/// <param name="Count">How many are within it.</param>
public sealed record Farther(SearchQuery Query, int Count)
{
    /// <param name="db">The catalogue.</param>
    /// <param name="found">A question with a place that is known.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Null if nobody is within the longest distance that is offered.</returns>
    internal static async Task<Farther?> FindAsync(CareDb db, Found found, CancellationToken stop)
    {
        var around = await Around.ReadAsync(db, found.Snapshot, found.Nearby!.Place, Radius.Offered[^1], stop);
        var fitting = found.Words is { } words ? found.Filtering.All().And(words) : found.Filtering.All();
        var miles = around.Here.And(fitting).Keys.Select(around.MilesTo).ToList();
        return Radius.Offered
            .Where(radius => radius > found.Query.Within)
            .Select(radius => new Farther(found.Query.NearTo(found.Query.Near, radius), miles.Count(m => m <= radius)))
            .FirstOrDefault(farther => farther.Count > 0);
    }
}
