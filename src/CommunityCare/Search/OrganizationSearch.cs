using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>From words, places and filters to organizations.</summary>
public sealed class OrganizationSearch(CareDb db, Snapshots snapshots, Geocoder geocoder)
{
    public const int PageSize = 20;
    private const int NoLongerActiveLimit = 10;

    /// <summary>With fewer than these, other spellings and some of the words are tried too.</summary>
    private const int Enough = 3;

    private readonly TextIndex _index = new(db);

    public async Task<Offer> OfferAsync(CancellationToken stop = default) => (await snapshots.NewestAsync(db, stop)).Offer;

    /// <summary>How many can help today.</summary>
    public async Task<int> CountAsync(SearchQuery query, CancellationToken stop = default) => (await FoundAsync(query, stop)).Set.Count;

    public async Task<SearchResults> FindAsync(SearchQuery query, CancellationToken stop = default)
    {
        var found = await FoundAsync(query, stop);
        var (set, concepts, snapshot) = (found.Set, found.Concepts, found.Snapshot);
        var total = set.Count;
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var ordering = new Ordering(db, _index, snapshot.Terms);
        var meant = concepts is [{ IsDanger: true }] ? Lexicon.DangerLine : found.Corrected ?? query.Words;

        // Whoever bears the whole name that was typed is meant.
        var named = query.Sort == Sort.Best ? await NamedAsync(meant, stop) : new();
        var parts = found.Parts.SelectMany(part => new[] { (part.Reach, Set: part.Set.Copy().And(named)), (part.Reach, Set: part.Set.Copy().Except(named)) });
        var page = await Ordering.ThroughAsync(parts, (query.Page - 1) * PageSize, PageSize, (reach, part, skip, take) => query.Sort switch
        {
            Sort.Fresh => ordering.ByFreshnessAsync(part, skip, take, stop),
            Sort.Best when reach == Reach.Here && found.Nearby is { } nearby => Task.FromResult(nearby.Nearest(part, skip, take)),
            Sort.Best when concepts.Count > 0 => ordering.ByWordsAsync(part, concepts, skip, take, stop),
            _ => ordering.ByNameAsync(part, skip, take, stop),
        });

        var closed = await ClosedAsync(found, ordering, stop);
        var isClosedFirst = closed.Exists(named.Has);
        closed = query.Page == (isClosedFirst ? 1 : pages) ? closed : [];
        var partly = query.Page == 1 && total < Enough ? await new Partly(_index, snapshot).FindAsync(concepts, found.Filtering.All().Except(set), stop) : [];
        var whole = await WholeAsync([.. page.SelectMany(p => p.Keys), .. closed, .. partly], snapshot.Offer, stop);
        List<Organization> Whole(IEnumerable<long> keys) => [.. keys.Where(whole.ContainsKey).Select(key => whole[key])];

        return new(total, query.Page, pages, [.. page.GroupBy(p => p.Part).Select(g => new ResultPart(g.Key, Whole(g.SelectMany(p => p.Keys))))])
        {
            Totals = found.Parts.ToDictionary(p => p.Reach, p => p.Set.Count),
            NoLongerActive = Whole(closed),
            IsNoLongerActiveFirst = isClosedFirst,
            Partly = Whole(partly),
            Facets = found.Filtering.Count(found.Outside),
            Kinds = [.. concepts.SelectMany(c => c.Terms.Concat(c.WiderTerms)).Select(snapshot.Lexicon.KindOf).OfType<string>().Distinct()],
            Corrected = found.Corrected,
            Spelling = total == 0 && query.IsExact ? await RespelledAsync(query, snapshot, stop) : null,
            Sought = Sought.Of(concepts, snapshot.Lexicon),
            Relaxed = total == 0 ? await RelaxedAsync(query, concepts, stop) : [],
            Near = found.Nearby?.Place,
            Farther = found.Nearby is not null && found.Parts[0].Set.IsEmpty ? await Farther.FindAsync(db, found, stop) : null,
            Distances = found.Nearby is { } near ? whole.Where(w => near.Has(w.Key)).ToDictionary(w => w.Value.Id, w => near.MilesTo(w.Key)) : new Dictionary<Guid, double>(),
        };
    }

    private async Task<Found> FoundAsync(SearchQuery query, CancellationToken stop)
    {
        var snapshot = await snapshots.NewestAsync(db, stop);
        var filtering = new Filtering(query, snapshot);
        var nearby = query.Near.Length > 0 && await geocoder.FindAsync(query.Near, stop) is { } place
            ? await Around.ReadAsync(db, snapshot, place, query.Within, stop) : null;

        var (concepts, corrected) = (Concepts.Of(query.Words, snapshot.Lexicon), (string?)null);
        var words = concepts.Count == 0 ? null : await _index.FindAsync(Match.Expression(concepts, Tier.Wider), stop);
        if (words is not null && !query.IsExact && words.CountWith(snapshot.Terms.Public) < Enough
            && await RespelledAsync(query, snapshot, stop) is { } better)
        {
            var respelled = Concepts.Of(better, snapshot.Lexicon);
            var more = await _index.FindAsync(Match.Expression(respelled, Tier.Wider), stop);

            // One word that nobody says is no better than another; of several words some may still find somebody.
            if (words.IsEmpty ? !more.IsEmpty || respelled.Count > 1 : more.CountWith(snapshot.Terms.Listed) > words.CountWith(snapshot.Terms.Listed))
            {
                (concepts, words, corrected) = (respelled, more, better);
            }
        }

        var outside = words?.Copy();
        if (nearby is not null)
        {
            outside = outside?.And(nearby.Anybody) ?? nearby.Anybody;
        }

        var set = filtering.All();
        return new(snapshot, filtering, concepts, words, outside is null ? set : set.And(outside), outside, nearby, corrected, query);
    }

    private Task<string?> RespelledAsync(SearchQuery query, Snapshot snapshot, CancellationToken stop) =>
        new Respelling(db, _index, snapshot.Lexicon).CorrectAsync([.. Words.Tokens(query.Words).Take(Words.Limit)], stop);

    private async Task<Bits> NamedAsync(string words, CancellationToken stop)
    {
        var (named, name) = (new Bits(), SearchNames.Folded(words));
        if (name.Length > 0)
        {
            await using var command = (await db.CommandAsync("SELECT OrganizationKey FROM SearchNames WHERE Text = @name AND IsWhole", stop)).With("@name", name);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                named.Add(reader.GetInt64(0));
            }
        }

        return named;
    }

    // Closed and historical groups are found by their names alone.
    private async Task<List<long>> ClosedAsync(Found found, Ordering ordering, CancellationToken stop)
    {
        if (found.Words is null || found.Query.Filters.ContainsKey(Vocabulary.Status))
        {
            return [];
        }

        var closed = found.Filtering.All(alsoClosed: true).Except(found.Snapshot.Terms.Listed).And(found.Words);
        closed = closed.IsEmpty ? closed : closed.And(await _index.FindAsync(Match.Expression(found.Concepts, Tier.Names), stop));
        return closed.IsEmpty ? [] : await ordering.ByWordsAsync(closed, found.Concepts, 0, NoLongerActiveLimit, stop);
    }

    private async Task<List<Relaxation>> RelaxedAsync(SearchQuery query, IReadOnlyList<Concept> concepts, CancellationToken stop)
    {
        var candidates = query.Filters.SelectMany(f => f.Value.Select(slug => (Without: query.Without(f.Key, slug), Vocabulary: (string?)f.Key, Value: slug))).ToList();
        if (query.Words.Length > 0 && (query.IsFiltered || query.Near.Length > 0))
        {
            candidates.Insert(0, (query.WithoutWords(), null, query.Words));
        }

        if (query.Near.Length > 0)
        {
            candidates.Add((query.WithoutNear(), null, query.Near));
        }

        if (concepts.Count > 1)
        {
            candidates.AddRange(concepts.Select(c => (query.WithWords(string.Join(' ', concepts.Where(other => other != c).Select(other => other.Text))), (string?)null, c.Text)));
        }

        var relaxed = new List<Relaxation>();
        foreach (var (without, vocabulary, value) in candidates)
        {
            if (await CountAsync(without, stop) is > 0 and var count)
            {
                relaxed.Add(new(without, count, vocabulary, value));
            }
        }

        return relaxed;
    }

    private async Task<Dictionary<long, Organization>> WholeAsync(IReadOnlyList<long> keys, Offer offer, CancellationToken stop)
    {
        var whole = new Dictionary<long, Organization>(keys.Count);
        if (keys.Count > 0)
        {
            await using var command = await db.CommandAsync($"SELECT OrganizationKey, Card FROM SearchDocuments WHERE OrganizationKey IN ({Ordering.List(keys)})", stop);
            await using var reader = await command.ExecuteReaderAsync(stop);
            while (await reader.ReadAsync(stop))
            {
                whole[reader.GetInt64(0)] = Cards.Read(reader.GetString(1), offer.TermOf);
            }
        }

        return whole;
    }
}
