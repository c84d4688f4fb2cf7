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

    /// <summary>All of it anew, in one transaction. What the context tracks has to be saved.</summary>
    public static async Task RebuildAsync(CareDb db, CancellationToken stop = default)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(stop) : null;
        await db.SearchWords.ExecuteDeleteAsync(stop);
        await RebuildAsync(db, long.MaxValue, stop);
        await TextIndex.OptimizeAsync(db, stop);
        if (transaction is not null)
        {
            await transaction.CommitAsync(stop);
        }
    }

    /// <param name="db">The catalogue, in a transaction. What it tracks has to be saved.</param>
    /// <param name="upTo">Organizations that changed in a later revision are left as they are.</param>
    /// <param name="stop">Ends it.</param>
    internal static async Task RebuildAsync(CareDb db, long upTo, CancellationToken stop)
    {
        var terms = await db.Terms.AsNoTracking().Include(t => t.Vocabulary)
            .Select(t => new { Term = t, Key = EF.Property<long>(t, Columns.Key) }).ToDictionaryAsync(t => t.Term, t => t.Key, stop);
        using var rows = new DerivedRows(db, terms);
        var geocoder = new Geocoder(db);
        var keys = db.Organizations.Where(o => o.Revision <= upTo).Select(o => EF.Property<long>(o, Columns.Key));
        var last = 0L;
        while (await keys.Where(key => key > last).OrderBy(key => key).Take(BatchSize).MaxAsync(key => (long?)key, stop) is { } next)
        {
            var after = last;
            await rows.RenewAsync(keys.Where(key => key > after && key <= next), geocoder, stop);
            last = next;
        }
    }
}
