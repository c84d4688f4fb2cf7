using System.Data;
using CommunityCare.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace CommunityCare.Search;

/// <summary>Asks the text index, and remembers the answers: within one search, much is asked more than once.</summary>
/// <param name="db">The catalogue, which does not change as long as this is used.</param>
internal sealed class TextIndex(CareDb db)
{
    // In the order of the index's columns. Terms are signs for terms and no text: they find, and do not rank.
    private const string Weights = "10.0, 8.0, 0.0, 3.0, 1.0";

    private const string From = "FROM SearchIndex WHERE SearchIndex MATCH ?";

    /// <summary>So many rows are read before somebody may have stopped waiting for them.</summary>
    private const int RowsAtOnce = 4_096;

    private readonly Dictionary<string, Bits> _found = [];
    private readonly Dictionary<string, List<(long Key, double Rank)>> _ranked = [];

    /// <summary>Joins what many writes left apart.</summary>
    public static Task OptimizeAsync(CareDb db, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync("INSERT INTO SearchIndex (SearchIndex) VALUES ('optimize')", stop);

    /// <param name="expression">Made by <see cref="Match"/>.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>A set of the caller's own.</returns>
    public async Task<Bits> FindAsync(string expression, CancellationToken stop)
    {
        if (!_found.TryGetValue(expression, out var found))
        {
            found = new Bits();
            await ReadAsync($"SELECT rowid {From}", expression, row => found.Add(raw.sqlite3_column_int64(row, 0)), stop);
            _found[expression] = found;
        }

        return found.Copy();
    }

    public async Task<int> CountAsync(string expression, CancellationToken stop)
    {
        var count = 0;
        await ReadAsync($"SELECT COUNT(*) {From}", expression, row => count = raw.sqlite3_column_int(row, 0), stop);
        return count;
    }

    /// <summary>Stops counting there: that takes no longer for the most frequent word.</summary>
    public async Task<bool> HasMoreThanAsync(int limit, string expression, CancellationToken stop)
    {
        var count = 0;
        await ReadAsync($"SELECT COUNT(*) FROM (SELECT 1 {From} LIMIT {limit + 1})", expression, row => count = raw.sqlite3_column_int(row, 0), stop);
        return count > limit;
    }

    /// <returns>Every key that is found, with its rank: smaller is better, 0 where only a term is found.</returns>
    public async Task<IReadOnlyList<(long Key, double Rank)>> RankAsync(string expression, CancellationToken stop)
    {
        if (!_ranked.TryGetValue(expression, out var ranks))
        {
            ranks = _ranked[expression] = [];
            var found = new Bits();
            await ReadAsync(
                $"SELECT rowid, bm25(SearchIndex, {Weights}) {From}",
                expression,
                row =>
                {
                    var key = raw.sqlite3_column_int64(row, 0);
                    ranks.Add((key, raw.sqlite3_column_double(row, 1)));
                    found.Add(key);
                },
                stop);
            _found[expression] = found;
        }

        return ranks;
    }

    // Through SQLite itself: a frequent word has tens of thousands of rows, and ADO.NET takes half of the time for each.
    private async Task ReadAsync(string sql, string expression, Action<sqlite3_stmt> add, CancellationToken stop)
    {
        if (db.Database.GetDbConnection().State != ConnectionState.Open)
        {
            await db.Database.OpenConnectionAsync(stop);
        }

        var connection = ((SqliteConnection)db.Database.GetDbConnection()).Handle;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(connection, sql, out var statement), connection);
        using (statement)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_text(statement, 1, expression), connection);
            int result;
            for (var rows = 1; (result = raw.sqlite3_step(statement)) == raw.SQLITE_ROW; rows++)
            {
                add(statement);
                if (rows % RowsAtOnce == 0)
                {
                    stop.ThrowIfCancellationRequested();
                }
            }

            if (result != raw.SQLITE_DONE)
            {
                SqliteException.ThrowExceptionForRC(result, connection);
            }
        }
    }
}
