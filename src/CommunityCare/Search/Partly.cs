using CommunityCare.Gazetteer;

namespace CommunityCare.Search;

/// <summary>
/// When few have all the words, somebody with most of them is better than nobody. The rarer a word, the more it tells; to bear it in the name is more than to say it, and that more than to mean it.
/// </summary>
/// <param name="index">The words.</param>
/// <param name="snapshot">Who there is.</param>
/// <param name="tooMany">A word that more than so many have tells little beside one that fewer have.</param>
internal sealed class Partly(TextIndex index, Snapshot snapshot, int tooMany = 5_000)
{
    private const int Limit = 10;

    /// <summary>Whoever has less than this share of the best is left out.</summary>
    private const double Share = 0.6;

    /// <summary>What somebody needs is worth more than where.</summary>
    private const double PlaceShare = 0.5;

    public async Task<List<long>> FindAsync(IReadOnlyList<Concept> concepts, Bits among, CancellationToken stop)
    {
        if (concepts.Count < 2)
        {
            return [];
        }

        // Whoever has only a word that many have would be left out again.
        var (rare, frequent) = (new List<Concept>(), new List<Concept>());
        foreach (var concept in concepts)
        {
            var expression = Match.Expression([concept], Tier.Wider);
            if (await index.HasMoreThanAsync(tooMany, expression, stop))
            {
                frequent.Add(concept);
            }
            else if (!(await index.FindAsync(expression, stop)).IsEmpty)
            {
                rare.Add(concept);
            }
        }

        var everybody = snapshot.Terms.Public.Count + 1;
        var scores = new Dictionary<long, double>();
        foreach (var concept in rare.Count > 0 ? rare : frequent)
        {
            var having = await index.FindAsync(Match.Expression([concept], Tier.Wider), stop);
            var telling = (Math.Log(everybody / (having.Count + 1.0)) + 1) * (concept.Terms.Any(snapshot.Lexicon.IsPlace) || PlaceInWords.Of(concept.Text) is not null ? PlaceShare : 1);
            var meaning = await index.FindAsync(Match.Expression([concept], Tier.Texts), stop);
            var saying = await index.FindAsync(Match.Said(concept), stop);
            var named = await index.FindAsync(Match.Said(concept, isName: true), stop);
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
