using CommunityCare.Catalog;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

internal static class Reading
{
    /// <summary>
    /// Organizations with all their parts, each part in its order. Without tracking, ask for identity resolution: the
    /// service of a term is one of the organization's services, and not another like it.
    /// </summary>
    public static IQueryable<Organization> WholeOrganizations(this CareDb db) => db.Organizations
        .Include(o => o.Services.OrderBy(s => s.Order))
        .Include(o => o.Phones.OrderBy(p => p.Order))
        .Include(o => o.Contacts.OrderBy(c => c.Order))
        .Include(o => o.Locations.OrderBy(l => l.Order))
        .Include(o => o.Terms).ThenInclude(l => l.Service)
        .Include(o => o.Terms).ThenInclude(l => l.Term).ThenInclude(t => t.Vocabulary);

    /// <summary>All that is read until it is disposed of is of one moment, and no writer waits for it.</summary>
    public static async Task<IAsyncDisposable> MomentAsync(this CareDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, stop);
        return new Moment(db, transaction);
    }

    private sealed class Moment(CareDb db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }
}
