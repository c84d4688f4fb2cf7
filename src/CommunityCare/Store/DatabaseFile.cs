using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

/// <summary>What a file is, as far as it can be told without changing it.</summary>
internal enum FileState
{
    Current,

    /// <summary>Made by an older version; can be migrated.</summary>
    Older,

    /// <summary>Has migrations that this version does not know.</summary>
    Newer,
    Damaged,

    /// <summary>A database, and none of ours.</summary>
    Foreign,
    NoDatabase,
}

/// <summary>A database that is not the one that the site serves, or is looked at from outside: a backup, or a copy to work on.</summary>
internal static class DatabaseFile
{
    private const string History = "SELECT MigrationId FROM __EFMigrationsHistory";
    private const string HasHistory = "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'";
    private const string Newest = "SELECT COALESCE(MAX(Number), 0) FROM Revisions";
    private const int Full = 13;

    private static readonly string[] Sides = ["-wal", "-shm", "-journal"];

    /// <summary>The catalogue in any file. Whoever opens it forgets it at the end (<see cref="Remove"/>).</summary>
    public static CareDb Open(string file) =>
        new((DbContextOptions<CareDb>)new DbContextOptionsBuilder<CareDb>().UseCatalogue(file).Options);

    /// <summary>Of one moment, whoever writes meanwhile; in one file that needs no other beside it, for its owner's eyes only.</summary>
    /// <returns>False if what is to be copied is damaged.</returns>
    /// <exception cref="IOException">There is no room, or it cannot be read or written.</exception>
    public static bool Copy(string from, string to)
    {
        MakePrivate(to);
        try
        {
            using var source = SqliteConnections.OpenAlone(from);
            using var target = SqliteConnections.OpenAlone(to);
            source.Run($"PRAGMA busy_timeout = {SqliteConnections.Patience * 1000}");
            source.BackupDatabase(target);
            target.Run("PRAGMA journal_mode = DELETE");
            return true;
        }
        catch (SqliteException e) when (e.IsDamage())
        {
            return false;
        }
        catch (SqliteException e)
        {
            throw new IOException(e.SqliteErrorCode == Full ? "the disk is full" : e.Message, e);
        }
    }

    /// <param name="file">That is not being written.</param>
    /// <param name="whole">Whether every page is looked at, which takes a second for each 100 MB or so.</param>
    /// <returns>What it is, and what is wrong with it if it is damaged.</returns>
    public static (FileState State, string Detail) Look(string file, bool whole)
    {
        try
        {
            using var connection = SqliteConnections.OpenAlone(file, toWrite: false);
            var applied = connection.Strings(HasHistory) is ["0"] ? [] : connection.Strings(History);
            if (!applied.Exists(Migrator.Known.Contains))
            {
                return (FileState.Foreign, "");
            }

            var wrong = whole ? Wrong(connection) : null;
            return wrong is not null ? (FileState.Damaged, wrong)
                : applied.Exists(name => !Migrator.Known.Contains(name)) ? (FileState.Newer, "")
                : (applied.Count < Migrator.Known.Count ? FileState.Older : FileState.Current, "");
        }
        catch (SqliteException e) when (e.IsDamage())
        {
            return e.SqliteErrorCode == SqliteProblems.NoDatabase ? (FileState.NoDatabase, "") : (FileState.Damaged, e.Message);
        }
        catch (SqliteException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>The number of the newest revision; 0 if there is none, or none can be read.</summary>
    public static long NewestRevision(string file)
    {
        try
        {
            using var connection = SqliteConnections.OpenAlone(file, toWrite: false);
            return connection.Strings(Newest) is [{ } number] ? long.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : 0;
        }
        catch (SqliteException)
        {
            return 0;
        }
    }

    /// <summary>Byte for byte, with what stands beside it: for a file that may be damaged.</summary>
    public static void CopyAsItIs(string from, string to)
    {
        foreach (var side in Sides[..1].Prepend("").Where(side => File.Exists(from + side)))
        {
            MakePrivate(to + side);
            using var source = new FileStream(from + side, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = new FileStream(to + side, FileMode.Open, FileAccess.Write);
            source.CopyTo(target);
        }
    }

    public static void Remove(string file)
    {
        SqliteConnections.Forget(file);
        foreach (var side in Sides.Append(""))
        {
            File.Delete(file + side);
        }
    }

    private static string? Wrong(SqliteConnection connection) =>
        connection.Strings("PRAGMA integrity_check(1)") is not ["ok"] and var found ? string.Join(' ', found).ReplaceLineEndings(" ")
        : connection.Strings("PRAGMA foreign_key_check") is [{ } table, ..] ? $"rows of {table} refer to rows that are missing"
        : null;

    private static void MakePrivate(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }
}
