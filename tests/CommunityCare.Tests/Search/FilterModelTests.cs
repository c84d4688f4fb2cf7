using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Search;

/// <summary>The sets of bits say what a plain reading of the rules says, for a catalogue and questions that are made at random.</summary>
public sealed class FilterModelTests : IAsyncLifetime
{
    private const int Organizations = 60;
    private const int Questions = 400;

    private static readonly string[] Values =
    [
        "kind=peer-support", "kind=mutual-aid", "cost=free", "cost=sliding-scale", "language=english", "language=spanish", "community=people-of-color", "community=immigrants",
        "place=everywhere", "place=california", "place=new-york",
    ];

    private readonly Random _random = new(20261122);
    private Shelf _shelf = null!;
    private CareDb _db = null!;
    private Snapshots _snapshots = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _shelf = await Shelf.NewAsync();
        _shelf.Files.Vocabulary("status", 7, ("active", "Active", "open"), ("unknown", "Unknown", "not sure"), ("closed", "Closed", "ended"), ("historical", "Historical", "past"));
        await _shelf.SeedAsync();
        for (var i = 0; i < Organizations; i++)
        {
            await _shelf.AddAsync($"group-{i:00}", "", Vary);
        }

        (_db, _snapshots) = (_shelf.Catalogue.Db(), new());
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        _snapshots.Dispose();
        _shelf.Dispose();
    }

    [Fact]
    public async Task Who_passes_and_how_many_would_be_left_is_what_the_rules_say()
    {
        var snapshot = await _snapshots.NewestAsync(_db, Stop);
        var keyed = await _db.WholeOrganizations().AsTracking().Where(o => o.Publication == Publication.Published).ToListAsync(Stop);
        var keys = keyed.ToDictionary(o => o, o => _db.Entry(o).Property<long>(Columns.Key).CurrentValue);
        var (narrowed, hadSome) = (0, 0);
        for (var i = 0; i < Questions; i++)
        {
            var query = AnyQuery();
            var filtering = new Filtering(query, snapshot);
            var found = _random.Next(2) == 0 ? null : keyed.Where(_ => _random.Next(3) > 0).ToHashSet();

            Assert.Equal(Passing(keyed, query, null).Select(o => keys[o]).Order(), filtering.All().Keys);
            Assert.Equal(keyed.Where(o => o.Services.Exists(s => Passes(o, s, query, null))).Select(o => keys[o]).Order(), filtering.All(alsoClosed: true).Keys);

            var counts = filtering.Count(found is null ? null : Bits(found.Select(o => keys[o])));
            foreach (var vocabulary in snapshot.Offer.Vocabularies)
            {
                foreach (var slug in vocabulary.Terms.Select(t => t.Slug).Append(Term.NotStated))
                {
                    var model = Beside(keyed, query, vocabulary.Slug).Where(p => found?.Contains(p.Organization) != false && Has(p.Organization, p.Service, vocabulary.Slug, slug))
                        .Select(p => p.Organization).Distinct().Count();
                    Assert.True(model == counts.Of(vocabulary.Slug, slug), $"{query.ToQueryString()}: {vocabulary.Slug}={slug} counts {counts.Of(vocabulary.Slug, slug)} and not {model}");
                    hadSome += model > 0 ? 1 : 0;
                }
            }

            narrowed += filtering.All().Count is > 0 and < Organizations / 2 ? 1 : 0;
        }

        // The model and the sets must not agree on nothing alone.
        Assert.True(narrowed > Questions / 4 && hadSome > Questions * 4, $"{narrowed} {hadSome}");
    }

    [Fact]
    public async Task The_offer_counts_whom_the_list_would_show()
    {
        var offer = (await _snapshots.NewestAsync(_db, Stop)).Offer;
        foreach (var value in Values.Append("status=closed"))
        {
            var (vocabulary, slug) = Parts(value);
            var listed = await _db.Organizations.AsNoTracking().Where(o => o.Publication == Publication.Published && o.Terms.Any(l => l.Term.Slug == slug && l.Term.Vocabulary.Slug == vocabulary))
                .ToListAsync(Stop);
            Assert.Equal(listed.Count(o => vocabulary == Vocabulary.Status || o.CanHelpToday), offer.Count(vocabulary, slug));
        }
    }

    private static IEnumerable<Organization> Passing(IEnumerable<Organization> all, SearchQuery query, string? without) => Beside(all, query, without).Select(p => p.Organization).Distinct();

    private static IEnumerable<(Organization Organization, Service Service)> Beside(IEnumerable<Organization> all, SearchQuery query, string? without) =>
        from organization in all
        where organization.CanHelpToday || query.Filters.ContainsKey(Vocabulary.Status) || without == Vocabulary.Status
        from service in organization.Services
        where Passes(organization, service, query, without)
        select (organization, service);

    private static bool Passes(Organization organization, Service service, SearchQuery query, string? without) => query.Filters.Where(f => f.Key != without).All(f =>
        f.Value.Any(slug => Has(organization, service, f.Key, slug))
        || (f.Key == Vocabulary.Place && f.Value.Any(slug => slug != Term.NotStated) && Has(organization, service, f.Key, Term.Everywhere)));

    private static bool Has(Organization organization, Service service, string vocabulary, string slug)
    {
        var slugs = organization.Terms.Where(l => l.Term.Vocabulary.Slug == vocabulary && (l.Service is null || l.Service == service)).Select(l => l.Term.Slug).ToList();
        return slug == Term.NotStated ? slugs.Count == 0 : slugs.Contains(slug);
    }

    private static (string Vocabulary, string Slug) Parts(string value) => (value.Split('=')[0], value.Split('=')[1]);

    private static Bits Bits(IEnumerable<long> keys)
    {
        var bits = new Bits();
        foreach (var key in keys)
        {
            bits.Add(key);
        }

        return bits;
    }

    private void Vary(Organization organization)
    {
        organization.Services = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(i => Samples.Service($"{organization.Slug} {i}"))];
        organization.Terms = [.. Values.Where(_ => _random.Next(4) == 0).Select(v => Shelf.Link(v, _random.Next(2) == 0 ? null : organization.Services[_random.Next(organization.Services.Count)]))];
        organization.Locations = _random.Next(4) == 0 ? [new() { Id = Ids.Of($"{organization.Slug} place"), City = "Oakland", StateProvince = "CA" }] : [];
        organization.Status = _random.Next(5) switch { 0 => OrganizationStatus.Closed, 1 => OrganizationStatus.Historical, 2 => OrganizationStatus.Unknown, _ => OrganizationStatus.Active };
        organization.Publication = _random.Next(8) == 0 ? Publication.Draft : Publication.Published;
    }

    private SearchQuery AnyQuery()
    {
        string[] all = [.. Values, "status=closed", "status=active", "status=historical", "cost=not-stated", "language=not-stated", "place=not-stated", "kind=not-stated", "status=not-stated"];
        return Enumerable.Range(0, _random.Next(0, 5)).Select(_ => Parts(all[_random.Next(all.Length)])).Aggregate(SearchQuery.Everything, (query, v) => query.With(v.Vocabulary, v.Slug));
    }
}
