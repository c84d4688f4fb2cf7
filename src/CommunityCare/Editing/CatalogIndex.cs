using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>All that is kept beside the organizations to find them by.</summary>
public static class CatalogIndex
{
    // What is kept in memory at a time, while all are written anew.
    private const int BatchSize = 500;

    // It follows from the ZIP codes too: another file of them makes other points.
    private static int Version => unchecked((ZipCodeFile.Version * 31) + SearchDocuments.Version);

    internal static async Task<bool> IsCurrentAsync(CareDb db, CancellationToken stop) => await ReferenceVersion.ReadAsync(db, stop) == Version;

    /// <summary>After a change of this program, in how it is written or in the ZIP codes it brings along.</summary>
    internal static async Task RenewAsync(CareDb db, CancellationToken stop)
    {
        await ZipCodeTable.FillAsync(db, stop);
        await RebuildAsync(db, stop);
        await ReferenceVersion.WriteAsync(db, Version, stop);
    }

    /// <summary>All of it anew. To be called within a transaction, or by whoever is alone with the database.</summary>
    public static async Task RebuildAsync(CareDb db, CancellationToken stop = default)
    {
        await db.SearchWords.ExecuteDeleteAsync(stop);
        await RebuildAsync(db, long.MaxValue, stop);
        await TextIndex.OptimizeAsync(db, stop);
    }

    /// <param name="db">The catalogue; what it tracks is saved and let go.</param>
    /// <param name="upTo">Organizations that changed in a later revision are left as they are.</param>
    /// <param name="stop">Ends it.</param>
    internal static async Task RebuildAsync(CareDb db, long upTo, CancellationToken stop)
    {
        // To look for changes would compare every text of every entry, and it is known what changes.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            var geocoder = new Geocoder(db);
            for (var last = 0L; await KeysAsync(db, last, upTo, stop) is [_, ..] keys; last = keys[^1])
            {
                await RebuildAsync(db, keys, geocoder, stop);
                await db.SaveChangesAsync(stop);
                db.ChangeTracker.Clear();
            }
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static async Task RebuildAsync(CareDb db, List<long> keys, Geocoder geocoder, CancellationToken stop)
    {
        await db.SearchDocuments.Where(d => keys.Contains(EF.Property<long>(d, Columns.OrganizationKey))).ExecuteDeleteAsync(stop);
        await db.SearchPoints.Where(p => keys.Contains(EF.Property<long>(p, Columns.OrganizationKey))).ExecuteDeleteAsync(stop);
        await db.SearchNames.Where(n => keys.Contains(EF.Property<long>(n, Columns.OrganizationKey))).ExecuteDeleteAsync(stop);
        var terms = (await db.Terms.AsTracking().Include(t => t.Vocabulary).ToListAsync(stop))
            .ToDictionary(t => t, t => db.Entry(t).Property<long>(Columns.Key).CurrentValue);
        var words = new HashSet<string>();
        foreach (var organization in await db.WholeOrganizations().AsTracking().Where(o => keys.Contains(EF.Property<long>(o, Columns.Key))).ToListAsync(stop))
        {
            var before = organization.Terms.ToList();
            Derived.AddTerms(organization, terms.Keys);
            var key = Derived.KeepColumns(db, organization);
            db.RemoveRange(before.Except(organization.Terms));
            foreach (var link in organization.Terms.Except(before).ToList())
            {
                db.Add(link).Property(Columns.OrganizationKey).CurrentValue = key;
            }

            if (await Derived.AddToIndexAsync(db, organization, terms, geocoder, stop) is { } document)
            {
                words.UnionWith(SearchDocuments.WordsOf(document));
            }
        }

        await Derived.KeepWordsAsync(db, words, stop);
    }

    private static Task<List<long>> KeysAsync(CareDb db, long after, long upTo, CancellationToken stop) => db.Organizations
        .Where(o => o.Revision <= upTo).Select(o => EF.Property<long>(o, Columns.Key))
        .Where(key => key > after).OrderBy(key => key).Take(BatchSize).ToListAsync(stop);
}
