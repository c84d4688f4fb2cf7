using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// Who passes the filters of a query: values of one vocabulary mean or, vocabularies together mean and, and all of it is
/// true of one and the same service.
/// </summary>
internal sealed class Filtering
{
    private readonly SearchQuery _query;
    private readonly Snapshot _snapshot;
    private readonly Offer _offer;
    private readonly TermSets _sets;

    /// <summary>For each layer, who has one of the chosen values, by vocabulary.</summary>
    private readonly List<Dictionary<string, Bits>> _passing = [];

    public Filtering(SearchQuery query, Snapshot snapshot)
    {
        (_query, _snapshot, _offer, _sets) = (query, snapshot, snapshot.Offer, snapshot.Terms);
        for (var layer = 0; layer < _sets.Layers; layer++)
        {
            _passing.Add(query.Filters.ToDictionary(f => f.Key, f => Passing(f.Key, f.Value, layer)));
        }
    }

    /// <summary>Who passes all filters. Closed and historical groups are among them only when that status was asked for.</summary>
    public Bits All(bool alsoClosed = false)
    {
        var all = new Bits();
        for (var layer = 0; layer < _sets.Layers; layer++)
        {
            all.Or(Beside(null, layer));
        }

        return alsoClosed || _query.Filters.ContainsKey(Vocabulary.Status) ? all : all.And(_sets.Listed);
    }

    /// <summary>How many would be left with each value beside what is chosen in the other vocabularies.</summary>
    /// <param name="found">Whom the words and the place found, closed ones too; everybody if null.</param>
    public FacetCounts Count(Bits? found)
    {
        var counts = new FacetCounts();
        var left = new Dictionary<(string? Beside, bool AlsoClosed), (List<Bits> Layers, int[] Where)>();
        foreach (var vocabulary in _offer.Vocabularies)
        {
            // Vocabularies of which nothing is chosen are counted among the same.
            var beside = _query.Filters.ContainsKey(vocabulary.Slug) ? vocabulary.Slug : null;
            var alsoClosed = vocabulary.Slug == Vocabulary.Status || _query.Filters.ContainsKey(Vocabulary.Status);
            if (!left.TryGetValue((beside, alsoClosed), out var among))
            {
                left[(beside, alsoClosed)] = among = Left(beside, alsoClosed, found);
            }

            foreach (var term in vocabulary.Terms)
            {
                var key = _offer.Key(vocabulary.Slug, term.Slug);
                counts.Add(vocabulary.Slug, term.Slug, Count(layer => _sets.Having(layer, key)));
            }

            counts.Add(vocabulary.Slug, Term.NotStated, Count(layer => _snapshot.NotStated(vocabulary.Slug, layer)));

            // One service is enough, and counts once.
            int Count(Func<int, Bits?> having) => Bits.CountOfAny(among.Where, [.. among.Layers.Select((left, layer) => (left, having(layer)))]);
        }

        return counts;
    }

    private (List<Bits> Layers, int[] Where) Left(string? beside, bool alsoClosed, Bits? found)
    {
        var among = (found ?? _sets.Public).Copy();
        among = alsoClosed ? among : among.And(_sets.Listed);
        return ([.. Enumerable.Range(0, _sets.Layers).Select(layer => Beside(beside, layer).And(among))], among.Where());
    }

    private Bits Beside(string? vocabulary, int layer)
    {
        var beside = _sets.Exists(layer).Copy();
        foreach (var (other, passing) in _passing[layer])
        {
            if (other != vocabulary)
            {
                beside.And(passing);
            }
        }

        return beside;
    }

    private Bits Passing(string vocabulary, IEnumerable<string> slugs, int layer)
    {
        var passing = new Bits();
        foreach (var slug in slugs)
        {
            passing.Or(slug == Term.NotStated
                ? _snapshot.NotStated(vocabulary, layer)
                : _sets.Having(layer, _offer.Key(vocabulary, slug)));
        }

        // Those who serve the whole country serve any place in it.
        return vocabulary == Vocabulary.Place && slugs.Any(slug => slug != Term.NotStated)
            ? passing.Or(_sets.Having(layer, _offer.Key(vocabulary, Term.Everywhere)))
            : passing;
    }
}
