using CommunityCare.Gazetteer;

namespace CommunityCare.Search;

/// <summary>
/// When few have all the words, somebody with most of them is better than nobody. The rarer a word, the more it tells; to bear it in the name is more than to say it, and that more than to mean it.
/// </summary>
internal sealed class Partly(TextIndex index, Snapshot snapshot)
{
    private const int Limit = 10;

    /// <summary>Whoever has less than this share of the best is left out.</summary>
    private const double Share = 0.6;

    /// <summary>What somebody needs is worth more than where.</summary>
    private const double PlaceShare = 0.5;

    /// <summary>How a word is said that so many have makes no difference that is worth its time.</summary>
    private const int TooMany = 5_000;

    private static readonly Bits Nobody = new();

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
            var having = await index.FindAsync(Match.Expression([concept], Tier.Wider), stop);
            var telling = (Math.Log(everybody / (having.Count + 1.0)) + 1) * (concept.Terms.Any(snapshot.Lexicon.IsPlace) || PlaceInWords.Of(concept.Text) is not null ? PlaceShare : 1);
            var (meaning, saying, named) = having.Count > TooMany ? (Nobody, Nobody, Nobody) : (
                await index.FindAsync(Match.Expression([concept], Tier.Texts), stop),
                await index.FindAsync(Match.Said(concept), stop),
                await index.FindAsync(Match.Said(concept, isName: true), stop));
            foreach (var key in having.And(among).Keys)
            {
                var weight = named.Has(key) ? 1.5 : saying.Has(key) ? 1.1 : meaning.Has(key) ? 0.9 : 0.7;
                scores[key] = scores.GetValueOrDefault(key) + (weight * telling);
            }
        }

        var least = Share * scores.Values.DefaultIfEmpty().Max();
        return [.. scores
            .Where(s => s.Value >= least)
            .OrderByDescending(s => s.Value).ThenByDescending(s => snapshot.Terms.Reachable.Has(s.Key)).ThenBy(s => s.Key)
            .Take(Limit).Select(s => s.Key)];
    }
}
