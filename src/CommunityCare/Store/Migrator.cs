using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityCare.Store;

/// <summary>Brings the database to the shape that this version of the program knows.</summary>
internal static class Migrator
{
    /// <summary>To be called while holding the data folder's lock.</summary>
    /// <exception cref="StartException">The database was made by a newer version, or is not one.</exception>
    public static async Task MigrateAsync(CareDb db, CancellationToken stop)
    {
        try
        {
            var known = db.Database.GetMigrations().ToHashSet();
            var applied = (await db.Database.GetAppliedMigrationsAsync(stop)).ToList();
            if (applied.Exists(name => !known.Contains(name)))
            {
                throw new StartException(
                    $"The database {db.Database.GetDbConnection().DataSource} was made by a newer version of CommunityCare. Start that version, or name another data folder with CommunityCare__DataFolder.");
            }

            await ClearStaleLockAsync(db, stop);
            if (applied.Count < known.Count)
            {
                await db.Database.MigrateAsync(stop);
            }
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            throw new StartException(
                $"The file {db.Database.GetDbConnection().DataSource} is not a database, or is damaged. Restore a backup, or move the file away to start anew.", e);
        }
    }

    // EF's own lock is a row. A killed process leaves it behind, and the next start would wait for it for ever. Whoever
    // holds the lock of the data folder knows that nobody is migrating.
    private static async Task ClearStaleLockAsync(CareDb db, CancellationToken stop)
    {
        var locks = await db.Database
            .SqlQueryRaw<int>("SELECT COUNT(*) AS Value FROM sqlite_master WHERE type = 'table' AND name = '__EFMigrationsLock'")
            .SingleAsync(stop);
        if (locks > 0)
        {
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", stop);
        }
    }
}
