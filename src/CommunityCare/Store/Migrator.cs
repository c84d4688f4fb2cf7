using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityCare.Store;

/// <summary>Brings the database to the shape that this version of the program knows.</summary>
internal static class Migrator
{
    /// <summary>The names of all migrations that this version has; nothing is opened for it.</summary>
    public static IReadOnlySet<string> Known { get; } = KnownTo("any.db");

    /// <summary>For those who only read, and must not change the database under a site that serves it.</summary>
    /// <exception cref="StartException">There is none, or it does not have the shape that this version knows.</exception>
    public static void RequireCurrent(DataFolder data)
    {
        var (state, detail) = File.Exists(data.Database) ? DatabaseFile.Look(data.Database, whole: false) : (FileState.Foreign, "");
        if (state != FileState.Current)
        {
            throw new StartException(state switch
            {
                FileState.Older => $"The database {data.Database} was made by an older version of CommunityCare. Start the site once with this version, then try again.",
                FileState.Newer => $"The database {data.Database} was made by a newer version of CommunityCare. Use that version.",
                FileState.Damaged => $"The database {data.Database} is damaged ({detail}). Restore a backup.",
                _ => $"There is no catalogue in {data.Path} yet. Start the site once, or name another data folder with CommunityCare__DataFolder.",
            });
        }
    }

    /// <summary>To be called while holding the data folder's lock.</summary>
    /// <exception cref="StartException">The database was made by a newer version, or is not one.</exception>
    public static async Task MigrateAsync(CareDb db, CancellationToken stop)
    {
        try
        {
            var known = Known;
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

    private static HashSet<string> KnownTo(string file)
    {
        using var db = DatabaseFile.Open(file);
        return [.. db.Database.GetMigrations()];
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
