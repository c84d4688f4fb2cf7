using CommunityCare.Store;

namespace CommunityCare.Search;

/// <summary>
/// When few have all the words, somebody with most of them is better than nobody. The rarer a word, the more it tells.
/// </summary>
internal sealed class Partly(CareDb db, Snapshot snapshot)
{
    private const int Limit = 10;

    /// <summary>Whoever has less than this share of the best is left out.</summary>
    private const double Share = 0.6;

    public async Task<List<long>> FindAsync(IReadOnlyList<Concept> concepts, Bits among, CancellationToken stop)
    {
        if (concepts.Count < 2)
        {
            return [];
        }

        var everybody = snapshot.Terms.Public.Count + 1;
        var scores = new Dictionary<long, double>();
        foreach (var concept in concepts)
        {
            var having = await TextIndex.FindAsync(db, TextIndex.Expression([concept], Tier.Wider), stop);
            var exactly = await TextIndex.FindAsync(db, TextIndex.Expression([concept], Tier.Texts), stop);
            var telling = Math.Log(everybody / (having.Count + 1.0)) + 1;
            foreach (var key in having.And(among).Keys)
            {
                // A synonym or a beginning of a word is a little less.
                scores[key] = scores.GetValueOrDefault(key) + (exactly.Has(key) ? telling : telling * 0.8);
            }
        }

        return [.. scores
            .Where(s => s.Value >= Share * scores.Values.Max())
            .OrderByDescending(s => s.Value).ThenByDescending(s => snapshot.Terms.Reachable.Has(s.Key)).ThenBy(s => s.Key)
            .Take(Limit).Select(s => s.Key)];
    }
}
