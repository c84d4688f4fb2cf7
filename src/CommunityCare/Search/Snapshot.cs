using System.Collections.Concurrent;
using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// What the search knows by heart of one state of the catalogue: the words to filter by, and for each of them the
/// organizations that have it. It never changes; a newer state is a new snapshot. Decision 26 says why it is in memory.
/// </summary>
internal sealed class Snapshot
{
    private readonly ConcurrentDictionary<(string Vocabulary, int Layer), Bits> _notStated = [];

    /// <summary>The number of the newest revision that is in it.</summary>
    public required long Stamp { get; init; }

    /// <summary>When that revision was made: a restored catalogue gives the same numbers once more.</summary>
    public required string Moment { get; init; }

    public required Offer Offer { get; init; }

    public required Lexicon Lexicon { get; init; }

    public required TermSets Terms { get; init; }

    /// <summary>Whose service in this layer has none of the vocabulary's terms. To be read only.</summary>
    public Bits NotStated(string vocabulary, int layer) => _notStated.GetOrAdd((vocabulary, layer), _ => Offer.Vocabularies.First(v => v.Slug == vocabulary).Terms
        .Aggregate(Terms.Exists(layer).Copy(), (left, term) => Terms.Having(layer, Offer.Key(vocabulary, term.Slug)) is { } having ? left.Except(having) : left));
}

/// <summary>
/// Who has which term. An organization has as many layers as it has services that differ in their terms, so that several
/// filters can be asked of one and the same service: layer 0 holds the first service of everyone, layer 1 the second.
/// </summary>
internal sealed class TermSets
{
    private readonly List<Dictionary<long, Bits>> _layers = [];
    private readonly List<Bits> _exists = [];
    private HashSet<Bits> _shared = [];

    public int Layers => _layers.Count;

    /// <summary>Can help today.</summary>
    public Bits Listed { get; private set; } = new();

    public Bits Reachable { get; private set; } = new();

    /// <summary>By the key of a place: who serves it, and is not only there.</summary>
    public Dictionary<long, Bits> Serving { get; private set; } = [];

    /// <summary>Everybody who is public.</summary>
    public Bits Public => _exists.Count > 0 ? _exists[0] : new();

    /// <summary>Who has a service in this layer.</summary>
    public Bits Exists(int layer) => _exists[layer];

    public Bits? Having(int layer, long term) => _layers[layer].GetValueOrDefault(term);

    /// <summary>Who has the term for any service.</summary>
    public Bits Having(long term) => _layers.Aggregate(new Bits(), (all, layer) => all.Or(layer.GetValueOrDefault(term)));

    /// <summary>A copy to change; the sets themselves are copied when they are first changed.</summary>
    public TermSets Copy()
    {
        var copy = new TermSets { Listed = Listed.Copy(), Reachable = Reachable.Copy(), Serving = new(Serving) };
        copy._exists.AddRange(_exists.Select(e => e.Copy()));
        copy._layers.AddRange(_layers.Select(layer => new Dictionary<long, Bits>(layer)));
        copy._shared = [.. Serving.Values, .. _layers.SelectMany(layer => layer.Values)];
        return copy;
    }

    public void Remove(long organization)
    {
        Listed.Remove(organization);
        Reachable.Remove(organization);
        _exists.ForEach(e => e.Remove(organization));
        foreach (var sets in _layers.Prepend(Serving))
        {
            foreach (var term in sets.Where(t => t.Value.Has(organization)).Select(t => t.Key).ToList())
            {
                Own(sets, term).Remove(organization);
            }
        }
    }

    /// <param name="row">An organization that is not in it.</param>
    public void Add(OrganizationRow row)
    {
        if (row.Listed)
        {
            Listed.Add(row.Key);
        }

        if (row.Reachable)
        {
            Reachable.Add(row.Key);
        }

        foreach (var (term, _) in row.Terms.Where(t => t.Service is null).ExceptBy(row.Derived, t => t.Term))
        {
            Own(Serving, term).Add(row.Key);
        }

        var layer = 0;
        foreach (var terms in Profiles(row))
        {
            if (layer == _layers.Count)
            {
                _layers.Add([]);
                _exists.Add(new());
            }

            _exists[layer].Add(row.Key);
            foreach (var term in terms)
            {
                Own(_layers[layer], term).Add(row.Key);
            }

            layer++;
        }
    }

    // Services that have the same terms are one for every filter.
    private static IEnumerable<SortedSet<long>> Profiles(OrganizationRow row)
    {
        var common = row.Terms.Where(t => t.Service is null).Select(t => t.Term).ToList();
        return row.Services.DefaultIfEmpty()
            .Select(service => new SortedSet<long>(row.Terms.Where(t => t.Service == service).Select(t => t.Term).Concat(common)))
            .Distinct(SortedSet<long>.CreateSetComparer());
    }

    private Bits Own(Dictionary<long, Bits> sets, long term)
    {
        if (!sets.TryGetValue(term, out var bits))
        {
            sets[term] = bits = new();
        }
        else if (_shared.Contains(bits))
        {
            sets[term] = bits = bits.Copy();
        }

        return bits;
    }
}

/// <summary>What the term sets need to know of a public organization.</summary>
internal sealed record OrganizationRow(long Key, bool Listed, bool Reachable)
{
    public List<long> Services { get; } = [];

    /// <summary>Without a service for those of the whole organization.</summary>
    public List<(long Term, long? Service)> Terms { get; } = [];

    /// <summary>Terms that only follow from where it is.</summary>
    public HashSet<long> Derived { get; } = [];
}
