using CommunityCare.Bench.Making;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Questions;

/// <summary>What is asked of the site that needs no words.</summary>
internal sealed class Addresses(CareDb db, Chance chance)
{
    private static readonly int[] Miles = [10, 25, 50];

    public static IEnumerable<string> Home => ["/"];

    public static IEnumerable<string> Lists =>
        Enumerable.Range(1, 5).Select(page => List(SearchQuery.Everything.On(page)))
            .Concat([List(SearchQuery.Everything.By(Sort.Name)), List(SearchQuery.Everything.By(Sort.Fresh))]);

    public static string List(SearchQuery query) => "/organizations" + query.ToQueryString();

    public async Task<List<string>> GuidesAsync(CancellationToken stop) =>
        await db.CareTypes.OrderBy(c => c.Order).Select(c => "/care/" + c.Slug).ToListAsync(stop);

    /// <summary>A kind, a place and one thing more, all of them true of an organization that can help today.</summary>
    public async Task<List<string>> FiltersAsync(int count, CancellationToken stop)
    {
        var found = new HashSet<string>();
        for (var tries = 0; tries < count * 20 && found.Count < count; tries++)
        {
            var organization = await AnyAsync(stop);
            var service = chance.Of(organization.Services);
            var terms = organization.Terms.Where(l => l.Service is null || l.Service == service).Select(l => l.Term).ToList();
            if (terms.Find(Is(Vocabulary.Kind)) is { } kind && terms.Find(Is(Vocabulary.Place)) is { } place
                && terms.FindAll(t => t != kind && t != place) is { Count: > 0 } more && chance.Of(more) is var third)
            {
                found.Add(List(new[] { kind, place, third }.Aggregate(SearchQuery.Everything, (query, t) => query.With(t.Vocabulary.Slug, t.Slug))));
            }
        }

        return [.. found];

        Predicate<Term> Is(string vocabulary) => t => t.Vocabulary.Slug == vocabulary;
    }

    /// <summary>The ZIP codes of organizations: some alone, some with a kind, some with a word.</summary>
    public async Task<List<string>> NearAsync(int count, IReadOnlyList<string> words, CancellationToken stop)
    {
        var found = new HashSet<string>();
        for (var tries = 0; tries < count * 20 && found.Count < count; tries++)
        {
            var organization = await AnyAsync(stop);
            if (organization.Locations.Find(l => l.PostalCode is not null && l.Visibility == LocationVisibility.Full)?.PostalCode is { } zip)
            {
                var kind = organization.Terms.Find(l => l.Term.Vocabulary.Slug == Vocabulary.Kind)?.Term.Slug;
                var query = (found.Count % 3) switch
                {
                    1 => SearchQuery.Everything.With(Vocabulary.Kind, kind!),
                    2 when words.Count > 0 => SearchQuery.Everything with { Words = chance.Of(words) },
                    _ => SearchQuery.Everything,
                };
                found.Add($"{List(query)}{(query == SearchQuery.Everything ? "?" : "&")}near={zip}&within={chance.Of(Miles)}");
            }
        }

        return [.. found];
    }

    /// <summary>What has been typed when the first suggestions come: two to six letters of a name, a kind or a town.</summary>
    public async Task<List<string>> PrefixesAsync(int count, CancellationToken stop)
    {
        var found = new HashSet<string>();
        for (var tries = 0; tries < count * 20 && found.Count < count; tries++)
        {
            var organization = await AnyAsync(stop);
            var typed = chance.Below(4) switch
            {
                0 => organization.Terms.Find(l => l.Term.Vocabulary.Slug == Vocabulary.Kind)?.Term.Name,
                1 => organization.Locations.Find(l => l.Visibility != LocationVisibility.Hidden)?.City,
                _ => organization.Name,
            };
            if (typed is { Length: > 2 })
            {
                found.Add("/suggest?q=" + Uri.EscapeDataString(typed[..Math.Min(typed.Length, chance.Between(2, 6))].TrimEnd().ToLowerInvariant()));
            }
        }

        return [.. found];
    }

    private async Task<Organization> AnyAsync(CancellationToken stop)
    {
        var newest = await db.Organizations.MaxAsync(o => EF.Property<long>(o, Columns.Key), stop);
        while (true)
        {
            var key = 1 + (long)(chance.Share() * newest);
            if (await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().Public().CanHelpToday()
                .FirstOrDefaultAsync(o => EF.Property<long>(o, Columns.Key) == key, stop) is { } found)
            {
                return found;
            }
        }
    }
}
