using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>Who fits a question, before they are put in order.</summary>
/// <param name="Snapshot">The state of the catalogue that was asked.</param>
/// <param name="Filtering">The filters.</param>
/// <param name="Concepts">What the words ask for.</param>
/// <param name="Words">Whom the words find, wherever they are and whatever the filters say; null if there are none.</param>
/// <param name="Set">All who fit.</param>
/// <param name="Outside">Whom the words and the place find, whatever the filters say; null if nothing was typed.</param>
/// <param name="Nearby">Around the place that was typed.</param>
/// <param name="Corrected">The words as they were searched for, if not as they were typed.</param>
/// <param name="Query">The question.</param>
internal sealed record Found(
    Snapshot Snapshot, Filtering Filtering, IReadOnlyList<Concept> Concepts, Bits? Words, Bits Set, Bits? Outside, Around? Nearby, string? Corrected,
    SearchQuery Query)
{
    /// <summary>Apart: who is in the place that was asked for, who serves it from elsewhere, and who serves the whole country.</summary>
    public IReadOnlyList<(Reach Reach, Bits Set)> Parts { get; } = Part(Snapshot, Set, Concepts, Nearby, Query);

    private static List<(Reach, Bits)> Part(Snapshot snapshot, Bits set, IReadOnlyList<Concept> concepts, Around? nearby, SearchQuery query)
    {
        if (nearby is not null)
        {
            var area = set.Copy().And(nearby.Area).Except(nearby.Here);
            return [(Reach.Here, set.Copy().And(nearby.Here)), (Reach.Area, area), (Reach.Everywhere, set.Copy().Except(nearby.Here).Except(area))];
        }

        if (Places(snapshot, concepts, query) is not { Count: > 0 } places)
        {
            return [(Reach.Here, set)];
        }

        var local = places.Aggregate(new Bits(), (all, place) => all.Or(snapshot.Terms.Having(place)));
        var everywhere = set.Copy().And(snapshot.Terms.Having(snapshot.Lexicon.Everywhere)).Except(local);
        return [(Reach.Here, set.Copy().Except(everywhere)), (Reach.Everywhere, everywhere)];
    }

    // The places that were chosen, or else those that the words name. Who asks for everywhere too wants no difference made.
    private static List<long> Places(Snapshot snapshot, IReadOnlyList<Concept> concepts, SearchQuery query)
    {
        var chosen = query.Chosen(Vocabulary.Place);
        return chosen.IsEmpty ? [.. concepts.SelectMany(c => c.Terms).Where(snapshot.Lexicon.IsPlace)]
            : chosen.Contains(Term.Everywhere) || chosen.Contains(Term.NotStated) ? []
            : [.. chosen.Select(slug => snapshot.Offer.Key(Vocabulary.Place, slug))];
    }
}
