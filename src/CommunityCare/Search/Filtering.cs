using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// Who passes the filters of a query: values of one vocabulary mean or, vocabularies together mean and, and all of it is
/// true of one and the same service.
/// </summary>
internal sealed class Filtering
{
    private readonly SearchQuery _query;
    private readonly Offer _offer;
    private readonly TermSets _sets;

    /// <summary>For each layer, who has one of the chosen values, by vocabulary.</summary>
    private readonly List<Dictionary<string, Bits>> _passing = [];

    public Filtering(SearchQuery query, Snapshot snapshot)
    {
        (_query, _offer, _sets) = (query, snapshot.Offer, snapshot.Terms);
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
        foreach (var vocabulary in _offer.Vocabularies)
        {
            var ignoresListing = vocabulary.Slug == Vocabulary.Status || _query.Filters.ContainsKey(Vocabulary.Status);
            var among = found is null ? _sets.Public.Copy() : found.Copy();
            among = ignoresListing ? among : among.And(_sets.Listed);
            var layers = Enumerable.Range(0, _sets.Layers).Select(layer => Beside(vocabulary.Slug, layer).And(among)).ToList();
            foreach (var term in vocabulary.Terms)
            {
                var key = _offer.Key(vocabulary.Slug, term.Slug);
                counts.Add(vocabulary.Slug, term.Slug, Count(layers, layer => _sets.Having(layer, key)));
            }

            counts.Add(vocabulary.Slug, Term.NotStated, Count(layers, layer => NotStated(vocabulary, layer)));
        }

        return counts;
    }

    // One service is enough, and counts once.
    private static int Count(List<Bits> layers, Func<int, Bits?> having)
    {
        var together = new Bits();
        for (var layer = 1; layer < layers.Count; layer++)
        {
            if (having(layer) is { } more)
            {
                together.Or(more.Copy().And(layers[layer]));
            }
        }

        return together.IsEmpty
            ? layers.Count == 0 ? 0 : layers[0].CountWith(having(0))
            : together.Or(having(0)?.Copy().And(layers[0])).Count;
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
                ? NotStated(_offer.Vocabularies.First(v => v.Slug == vocabulary), layer)
                : _sets.Having(layer, _offer.Key(vocabulary, slug)));
        }

        // Those who serve the whole country serve any place in it.
        return vocabulary == Vocabulary.Place && slugs.Any(slug => slug != Term.NotStated)
            ? passing.Or(_sets.Having(layer, _offer.Key(vocabulary, Term.Everywhere)))
            : passing;
    }

    private Bits NotStated(Vocabulary vocabulary, int layer)
    {
        var stated = vocabulary.Terms.Aggregate(new Bits(), (all, term) => all.Or(_sets.Having(layer, _offer.Key(vocabulary.Slug, term.Slug))));
        return _sets.Exists(layer).Copy().Except(stated);
    }
}
