using Microsoft.Data.Sqlite;

namespace CommunityCare.Tests.Support;

/// <summary>A database file from outside, as another program would open it.</summary>
internal static class Database
{
    public static void Run(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static long Count(string file, string sql)
    {
        using var connection = Open(file);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>Takes away the tables that pages and the search read.</summary>
    public static void Break(string file) => Run(file, """
        PRAGMA foreign_keys = OFF;
        DROP TABLE SearchIndex; DROP TABLE Organizations; DROP TABLE CareTypes;
        """);

    private static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
