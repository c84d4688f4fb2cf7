using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace CommunityCare.Store;

/// <summary>Plain questions to a connection, and what SQLite's codes mean.</summary>
internal static class SqliteProblems
{
    public const int NoDatabase = 26;
    private const int Corrupt = 11;

    public static bool IsDamage(this SqliteException e) => e.SqliteErrorCode is Corrupt or NoDatabase;

    [SuppressMessage("Security", "CA2100", Justification = "No caller passes what somebody typed.")]
    public static void Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of each row.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "No caller passes what somebody typed.")]
    public static List<string> Strings(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var strings = new List<string>();
        while (reader.Read())
        {
            strings.Add(reader.GetString(0));
        }

        return strings;
    }
}
