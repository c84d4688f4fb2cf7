using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityCare.Store;

/// <summary>How every connection to the database is opened.</summary>
internal static class SqliteConnections
{
    /// <summary>How long one connection waits for another's write, in seconds.</summary>
    public const int Patience = 15;

    public static DbContextOptionsBuilder UseCatalogue(this DbContextOptionsBuilder options, string file) => options
        .UseSqlite(Of(file), sqlite => sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery))
        .AddInterceptors(PragmaInterceptor.Instance);

    /// <summary>For who keeps it open: it is not taken from the pool, and not made if the file is not there.</summary>
    public static SqliteConnection OpenAlone(string file, bool toWrite = true)
    {
        var mode = toWrite ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Lets go of the open connections that the pool keeps.</summary>
    public static void Forget(string file)
    {
        using var any = new SqliteConnection(Of(file));
        SqliteConnection.ClearPool(any);
    }

    private static string Of(string file) =>
        new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = true, DefaultTimeout = Patience }.ToString();

    // Readers go on while one writes (WAL), and what was acknowledged survives a killed process or a power cut (FULL).
    private sealed class PragmaInterceptor : DbConnectionInterceptor
    {
        public static readonly PragmaInterceptor Instance = new();

        private static readonly string Pragmas =
            $"PRAGMA busy_timeout = {Patience * 1000}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        // SQLite works in the calling thread whatever the method is called.
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            ConnectionOpened(connection, eventData);
            return Task.CompletedTask;
        }
    }
}
