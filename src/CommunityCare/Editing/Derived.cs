using System.Text.Json;
using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>What follows from an organization's document and is kept beside it: places, columns to sort by, what it is found by and where.</summary>
internal static class Derived
{
    /// <param name="db">Tracks the organization and the terms.</param>
    /// <param name="organization">As it is to be saved.</param>
    /// <param name="terms">All terms with their keys.</param>
    /// <param name="geocoder">Knows where places are.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task KeepAsync(CareDb db, Organization organization, IReadOnlyDictionary<Term, long> terms, Geocoder geocoder, CancellationToken stop)
    {
        AddTerms(organization, terms.Keys);
        if (KeepColumns(db, organization) is { } key)
        {
            await db.SearchDocuments.Where(d => EF.Property<long>(d, Columns.OrganizationKey) == key).ExecuteDeleteAsync(stop);
            await db.SearchPoints.Where(p => EF.Property<long>(p, Columns.OrganizationKey) == key).ExecuteDeleteAsync(stop);
            await db.SearchNames.Where(n => EF.Property<long>(n, Columns.OrganizationKey) == key).ExecuteDeleteAsync(stop);
        }

        if (await AddToIndexAsync(db, organization, terms, geocoder, stop) is { } document)
        {
            await KeepWordsAsync(db, SearchDocuments.WordsOf(document), stop);
        }
    }

    /// <returns>The key in the database; null for an organization that is not there yet.</returns>
    public static long? KeepColumns(CareDb db, Organization organization)
    {
        var kept = db.Entry(organization);
        kept.Property(Columns.Reachable).CurrentValue = PublicView.CanBeReached(organization);
        kept.Property(Columns.FreshOn).CurrentValue = Freshness.NewestDay(organization);
        kept.Property(Columns.SortName).CurrentValue = Fold.SortName(organization.Name);
        return kept.State == EntityState.Added ? null : kept.Property<long>(Columns.Key).CurrentValue;
    }

    /// <returns>What it is found by now; null if it is not public.</returns>
    public static async Task<SearchDocument?> AddToIndexAsync(
        CareDb db, Organization organization, IReadOnlyDictionary<Term, long> terms, Geocoder geocoder, CancellationToken stop)
    {
        var document = SearchDocuments.Of(organization, term => terms[term]);
        if (document is not null)
        {
            db.Add(document);
            db.AddRange(await SearchPoints.OfAsync(organization, geocoder, stop));
            db.AddRange(SearchNames.Of(organization));
        }

        return document;
    }

    public static Task<int> KeepWordsAsync(CareDb db, IEnumerable<string> words, CancellationToken stop) => db.Database.ExecuteSqlAsync(
        $"INSERT INTO SearchWords (Word) SELECT value FROM json_each({JsonSerializer.Serialize(words)}) WHERE true ON CONFLICT DO NOTHING", stop);

    /// <summary>What is written is let go: each further save would compare it again with what was read.</summary>
    public static void Forget(CareDb db)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries().ToList())
        {
            if (entry.Entity is Organization or Service or Schedule or Phone or Contact or Location or TermLink or SearchDocument or SearchPoint or SearchName or Revision)
            {
                entry.State = EntityState.Detached;
            }
        }

        db.ChangeTracker.AutoDetectChangesEnabled = true;
    }

    /// <summary>The terms that the entry does not say and that follow from it.</summary>
    public static void AddTerms(Organization organization, IEnumerable<Term> terms)
    {
        AddPlaces(organization, terms);
        AddStatus(organization, terms);
    }

    /// <summary>The status is a filter like any other, where the curated files have words for it.</summary>
    private static void AddStatus(Organization organization, IEnumerable<Term> terms)
    {
        var slug = organization.Status.ToString().ToLowerInvariant();
        organization.Terms.RemoveAll(l => l.Term.Vocabulary.Slug == Vocabulary.Status && l.Term.Slug != slug);
        if (!organization.Terms.Exists(l => l.Term.Vocabulary.Slug == Vocabulary.Status)
            && terms.FirstOrDefault(t => t.Vocabulary.Slug == Vocabulary.Status && t.Slug == slug) is { } status)
        {
            organization.Terms.Add(new TermLink { Term = status, Derived = true });
        }
    }

    /// <summary>An organization is also offered where it is.</summary>
    private static void AddPlaces(Organization organization, IEnumerable<Term> terms)
    {
        var states = organization.Locations
            .Where(l => l.Visibility != LocationVisibility.Hidden && l.Country == Location.HomeCountry)
            .Select(l => l.StateProvince).OfType<string>().ToHashSet();
        var places = terms.Where(t => t.Vocabulary.Slug == Vocabulary.Place && t.Words.Exists(states.Contains)).ToList();
        organization.Terms.RemoveAll(l => l.Derived && l.Term.Vocabulary.Slug == Vocabulary.Place && !places.Contains(l.Term));
        organization.Terms.AddRange(places
            .Where(place => !organization.Terms.Exists(l => l.Term == place && l.Service is null))
            .Select(place => new TermLink { Term = place, Derived = true }));
    }
}
