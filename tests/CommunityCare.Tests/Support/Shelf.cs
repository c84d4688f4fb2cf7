using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityCare.Tests.Support;

/// <summary>A small catalogue with words to filter by, and short ways to fill it and to ask it.</summary>
public sealed class Shelf : IDisposable
{
    private readonly Snapshots _snapshots = new();

    private Shelf(Catalogue catalogue) => Catalogue = catalogue;

    public SeedFiles Files { get; } = new();

    public Catalogue Catalogue { get; }

    public static async Task<Shelf> NewAsync()
    {
        var shelf = new Shelf(await Catalogue.NewAsync());
        await shelf.SeedAsync();
        return shelf;
    }

    public async Task SeedAsync() => Assert.Empty((await Catalogue.SeedAsync(Files)).Problems);

    /// <param name="slug">From which name, website and summary follow.</param>
    /// <param name="terms">As in <c>cost=free</c>, of the whole organization.</param>
    /// <param name="change">What is special about it.</param>
    public async Task AddAsync(string slug, string terms = "", Action<Organization>? change = null)
    {
        var organization = Samples.Organization(slug, [.. terms.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Link(t))]);
        organization.Name = slug;
        change?.Invoke(organization);
        await Catalogue.SaveAsync(organization);
    }

    internal static TermLink Link(string term, Service? service = null) =>
        Samples.Link(term.Split('=')[0], term.Split('=')[1], service);

    public Task<SearchResults> FindAsync(string queryString) => AskAsync(queryString, (search, query, stop) => search.FindAsync(query, stop));

    /// <summary>The slugs of those here, everywhere and no longer active, as in <c>a b | c | d</c>.</summary>
    public async Task<string> ShownAsync(string queryString) => Shown(await FindAsync(queryString));

    public Task<int> CountAsync(string queryString) => AskAsync(queryString, (search, query, stop) => search.CountAsync(query, stop));

    public Task<FacetCounts> FacetsAsync(string queryString) => AskAsync(queryString, async (search, query, stop) => (await search.FindAsync(query, stop)).Facets);

    public async Task<Offer> OfferAsync()
    {
        await using var db = Catalogue.Db();
        return await Search(db).OfferAsync(TestContext.Current.CancellationToken);
    }

    public static string Shown(SearchResults results)
    {
        string?[] lists = [Slugs(results.In(Reach.Here)), Slugs(results.In(Reach.Everywhere)), Slugs(results.NoLongerActive)];
        return string.Join(" | ", lists).TrimEnd(' ', '|');
    }

    public void Dispose()
    {
        _snapshots.Dispose();
        Catalogue.Dispose();
        Files.Dispose();
    }

    private async Task<T> AskAsync<T>(string queryString, Func<OrganizationSearch, SearchQuery, CancellationToken, Task<T>> ask)
    {
        await using var db = Catalogue.Db();
        var search = Search(db);
        var offer = await search.OfferAsync(TestContext.Current.CancellationToken);
        return await ask(search, SearchQuery.From(QueryHelpers.ParseQuery(queryString), offer.Vocabularies), TestContext.Current.CancellationToken);
    }

    private OrganizationSearch Search(CareDb db) => new(db, _snapshots, new(db));

    private static string Slugs(IEnumerable<Organization> organizations) => string.Join(' ', organizations.Select(o => o.Slug));
}
