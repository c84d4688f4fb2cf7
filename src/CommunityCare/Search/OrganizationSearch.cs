using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>From words and filters to organizations.</summary>
public sealed class OrganizationSearch(CareDb db)
{
    public const int PageSize = 20;
    private const int NoLongerActiveLimit = 10;

    public Task<Offer> OfferAsync(CancellationToken stop = default) => Offer.ReadAsync(db, stop);

    public async Task<SearchResults> FindAsync(SearchQuery query, Offer offer, CancellationToken stop = default)
    {
        var matches = Matches(query, offer);
        var open = Open(matches);
        var total = await open.CountAsync(stop);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);

        var page = await Ordered(open, query)
            .Skip((query.Page - 1) * PageSize).Take(PageSize)
            .Select(m => new { Key = EF.Property<long>(m.Organization, Columns.Key), m.IsHere })
            .ToListAsync(stop);

        // Closed and historical groups are found by their names alone, and stand below those that can help.
        var closed = query.Words.Length == 0 || query.Page != pages ? [] : await matches
            .Where(m => m.InName && (m.Organization.Status == OrganizationStatus.Closed || m.Organization.Status == OrganizationStatus.Historical))
            .OrderBy(m => m.Rank).ThenBy(m => EF.Property<string>(m.Organization, Columns.SortName))
            .Take(NoLongerActiveLimit)
            .Select(m => EF.Property<long>(m.Organization, Columns.Key))
            .ToListAsync(stop);

        var whole = await WholeAsync([.. page.Select(p => p.Key), .. closed], stop);
        return new(
            total,
            query.Page,
            pages,
            [.. page.Where(p => p.IsHere).Select(p => whole[p.Key])],
            [.. page.Where(p => !p.IsHere).Select(p => whole[p.Key])],
            [.. closed.Select(key => whole[key])])
        {
            TotalHere = Local(query, offer) is null ? null : await open.CountAsync(m => m.IsHere, stop),
        };
    }

    /// <summary>How many can help today.</summary>
    public Task<int> CountAsync(SearchQuery query, Offer offer, CancellationToken stop = default) => Open(Matches(query, offer)).CountAsync(stop);

    public async Task<FacetCounts> FacetsAsync(SearchQuery query, Offer offer, CancellationToken stop = default)
    {
        var counts = new FacetCounts();
        foreach (var vocabulary in offer.Vocabularies)
        {
            var beside = query.Without(vocabulary.Slug);
            var open = Open(Matches(beside, offer)).Select(m => EF.Property<long>(m.Organization, Columns.Key));
            var services = Services(beside, offer).Where(s => open.Contains(EF.Property<long>(s, Columns.OrganizationKey)));
            var found = await db.TermLinks.Where(l => l.Term.Vocabulary.Slug == vocabulary.Slug)
                .Join(services, l => EF.Property<long>(l, Columns.OrganizationKey), s => EF.Property<long>(s, Columns.OrganizationKey), (link, service) => new { link, service })
                .Where(pair => pair.link.Service == null || pair.link.Service == pair.service)
                .Select(pair => new { pair.link.Term.Slug, Organization = EF.Property<long>(pair.link, Columns.OrganizationKey) })
                .Distinct().GroupBy(found => found.Slug).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
            found.ForEach(f => counts.Add(vocabulary.Slug, f.Key, f.Count));
            counts.Add(vocabulary.Slug, Term.NotStated, await services
                .Where(s => !db.TermLinks.Any(l => EF.Property<long>(l, Columns.OrganizationKey) == EF.Property<long>(s, Columns.OrganizationKey)
                    && (l.Service == null || l.Service == s)
                    && l.Term.Vocabulary.Slug == vocabulary.Slug))
                .Select(s => EF.Property<long>(s, Columns.OrganizationKey)).Distinct().CountAsync(stop));
        }

        return counts;
    }

    private static IQueryable<Match> Open(IQueryable<Match> matches) =>
        matches.Where(m => m.Organization.Status == OrganizationStatus.Active || m.Organization.Status == OrganizationStatus.Unknown);

    private IQueryable<Match> Matches(SearchQuery query, Offer offer)
    {
        var organizations = Filtered(query, offer);
        var here = Local(query, offer);
        return Words.Expression(query.Words) is { } expression
            ? organizations.Join(
                TextIndex.Match(db, expression),
                o => EF.Property<long>(o, Columns.Key),
                hit => hit.OrganizationKey,
                (o, hit) => new Match
                {
                    Organization = o,
                    Rank = hit.Rank,
                    InName = hit.InName,
                    IsHere = here == null || o.Terms.Any(l => here.Contains(EF.Property<long>(l, "TermKey"))),
                })
            : organizations.Select(o => new Match
            {
                Organization = o,
                IsHere = here == null || o.Terms.Any(l => here.Contains(EF.Property<long>(l, "TermKey"))),
            });
    }

    private IQueryable<Organization> Filtered(SearchQuery query, Offer offer)
    {
        var organizations = db.Organizations.AsNoTracking().Public();
        var services = Services(query, offer);
        return query.IsFiltered
            ? organizations.Where(o => services.Any(s => EF.Property<long>(s, Columns.OrganizationKey) == EF.Property<long>(o, Columns.Key)))
            : organizations;
    }

    // All filters must hold for one service: free and in Spanish at the same one. What holds for the organization holds for each.
    private IQueryable<Service> Services(SearchQuery query, Offer offer)
    {
        var services = db.Services.AsNoTracking();
        foreach (var (vocabulary, slugs) in query.Filters)
        {
            // Those who serve the whole country serve any place in it.
            var stated = slugs.Remove(Term.NotStated);
            var wanted = vocabulary == Vocabulary.Place && !stated.IsEmpty ? stated.Add(Term.Everywhere) : stated;
            var keys = wanted.Select(s => offer.Key(vocabulary, s)).ToArray();
            var orNotStated = slugs.Contains(Term.NotStated);
            services = services.Where(s =>
                db.TermLinks.Any(l => EF.Property<long>(l, Columns.OrganizationKey) == EF.Property<long>(s, Columns.OrganizationKey)
                    && (l.Service == null || l.Service == s)
                    && keys.Contains(EF.Property<long>(l, "TermKey")))
                || (orNotStated && !db.TermLinks.Any(l => EF.Property<long>(l, Columns.OrganizationKey) == EF.Property<long>(s, Columns.OrganizationKey)
                    && (l.Service == null || l.Service == s)
                    && l.Term.Vocabulary.Slug == vocabulary)));
        }

        return services;
    }

    // Null when nobody asked for a place, and so everything is here.
    private static long[]? Local(SearchQuery query, Offer offer)
    {
        var places = query.Chosen(Vocabulary.Place).Remove(Term.Everywhere);
        return places.IsEmpty || query.Has(Vocabulary.Place, Term.Everywhere) || places.Contains(Term.NotStated)
            ? null
            : [.. places.Select(slug => offer.Key(Vocabulary.Place, slug))];
    }

    private static IQueryable<Match> Ordered(IQueryable<Match> matches, SearchQuery query)
    {
        var ordered = matches.OrderByDescending(m => m.IsHere).ThenByDescending(m => EF.Property<bool>(m.Organization, Columns.Reachable));
        ordered = query.Sort switch
        {
            Sort.Fresh => ordered.ThenByDescending(m => EF.Property<DateOnly?>(m.Organization, Columns.FreshOn)),
            Sort.Best when query.Words.Length > 0 => ordered.ThenBy(m => m.Rank),
            _ => ordered,
        };
        return ordered.ThenBy(m => EF.Property<string>(m.Organization, Columns.SortName)).ThenBy(m => EF.Property<long>(m.Organization, Columns.Key));
    }

    private async Task<Dictionary<long, Organization>> WholeAsync(List<long> keys, CancellationToken stop)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        var found = await db.WholeOrganizations().AsNoTrackingWithIdentityResolution()
            .Where(o => keys.Contains(EF.Property<long>(o, Columns.Key))).ToListAsync(stop);
        var ids = await db.Organizations.Where(o => keys.Contains(EF.Property<long>(o, Columns.Key)))
            .Select(o => new { Key = EF.Property<long>(o, Columns.Key), o.Id }).ToDictionaryAsync(o => o.Id, o => o.Key, stop);
        return found.ToDictionary(o => ids[o.Id], o => PublicView.Of(o)!);
    }

    private sealed class Match
    {
        public required Organization Organization { get; init; }

        public double Rank { get; init; }

        public bool InName { get; init; }

        /// <summary>In the place that was asked for, and not only everywhere.</summary>
        public bool IsHere { get; init; }
    }
}
