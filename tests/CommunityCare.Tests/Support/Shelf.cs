using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityCare.Tests.Support;

/// <summary>A small catalogue with words to filter by, and short ways to fill it and to ask it.</summary>
public sealed class Shelf : IDisposable
{
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

    public Task<SearchResults> FindAsync(string queryString) => AskAsync(queryString, (search, query, offer, stop) => search.FindAsync(query, offer, stop));

    /// <summary>The slugs of those here, everywhere and no longer active, as in <c>a b | c | d</c>.</summary>
    public async Task<string> ShownAsync(string queryString) => Shown(await FindAsync(queryString));

    public Task<int> CountAsync(string queryString) => AskAsync(queryString, (search, query, offer, stop) => search.CountAsync(query, offer, stop));

    public Task<FacetCounts> FacetsAsync(string queryString) => AskAsync(queryString, (search, query, offer, stop) => search.FacetsAsync(query, offer, stop));

    public async Task<Offer> OfferAsync()
    {
        await using var db = Catalogue.Db();
        return await new OrganizationSearch(db).OfferAsync(TestContext.Current.CancellationToken);
    }

    public static string Shown(SearchResults results)
    {
        string?[] lists = [Slugs(results.Here), Slugs(results.Everywhere), Slugs(results.NoLongerActive)];
        return string.Join(" | ", lists).TrimEnd(' ', '|');
    }

    public void Dispose()
    {
        Catalogue.Dispose();
        Files.Dispose();
    }

    private async Task<T> AskAsync<T>(string queryString, Func<OrganizationSearch, SearchQuery, Offer, CancellationToken, Task<T>> ask)
    {
        await using var db = Catalogue.Db();
        var search = new OrganizationSearch(db);
        var offer = await search.OfferAsync(TestContext.Current.CancellationToken);
        return await ask(search, SearchQuery.From(QueryHelpers.ParseQuery(queryString), offer.Vocabularies), offer, TestContext.Current.CancellationToken);
    }

    private static string Slugs(IEnumerable<Organization> organizations) => string.Join(' ', organizations.Select(o => o.Slug));
}
