using System.Diagnostics;
using CommunityCare.Store;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Data.Sqlite;

namespace CommunityCare.Bench.Measures;

/// <summary>What the index alone takes for the same words: how many documents, and the best twenty. Nothing above it can be faster.</summary>
internal static class Floor
{
    private const int Rounds = 3;

    /// <param name="folder">The data folder.</param>
    /// <param name="file">Addresses of searches, one a line.</param>
    public static object Measure(string folder, string file)
    {
        var asked = File.ReadLines(file).Select(a => QueryHelpers.ParseQuery(a[(a.IndexOf('?', StringComparison.Ordinal) + 1)..])["q"].ToString()).ToList();
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = DataFolder.Open(folder).Database, Mode = SqliteOpenMode.ReadOnly }.ToString());
        connection.Open();
        using var count = Prepared(connection, IndexSql.Count);
        using var best = Prepared(connection, IndexSql.Best);

        // The first round reads the pages of the index.
        var times = Enumerable.Range(0, Rounds + 1).Select(_ => asked.ConvertAll(words => Ask(count, best, words))).Skip(1).SelectMany(t => t);
        return new
        {
            milliseconds = Times.Of(times),
            sqlite = connection.ServerVersion,
            dotnet = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        };
    }

    private static TimeSpan Ask(SqliteCommand count, SqliteCommand best, string words)
    {
        var started = Stopwatch.GetTimestamp();
        (count.Parameters[0].Value, best.Parameters[0].Value) = (IndexSql.Expression(words), IndexSql.Expression(words));
        count.ExecuteScalar();
        using var reader = best.ExecuteReader();
        while (reader.Read())
        {
            reader.GetInt64(0);
        }

        return Stopwatch.GetElapsedTime(started);
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = new SqliteCommand(sql, connection);
        command.Parameters.Add("@words", SqliteType.Text);
        command.Prepare();
        return command;
    }
}
