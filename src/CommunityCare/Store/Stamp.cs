using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommunityCare.Store;

/// <summary>
/// The catalogue's stamp: its newest revision. It is read anew each time, so that a change by another process counts with
/// the next request, and on a connection that stays open, so that this takes a few microseconds.
/// </summary>
public sealed class Stamp(DataFolder folder, ILogger<Stamp> log) : IDisposable
{
    private readonly Lock _gate = new();
    private StampReader? _reader;
    private bool _failed;

    /// <returns>The same for the same catalogue, in every process. Null if the database cannot be read now.</returns>
    public string? Read()
    {
        lock (_gate)
        {
            try
            {
                if (_reader?.IsOutdated() == true)
                {
                    // Who puts another file in its place means all of it: pages must not be made from the old one.
                    Close();
                    SqliteConnections.Forget(folder.Database);
                }

                var stamp = (_reader ??= new(folder.Database)).Read();
                _failed = false;
                return stamp;
            }
            catch (SqliteException e)
            {
                Close();
                if (!_failed)
                {
                    log.LogWarning(e, "The newest revision cannot be read: until it can, no page is taken from the cache");
                }

                _failed = true;
                return null;
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close();
        }
    }

    private void Close()
    {
        _reader?.Dispose();
        _reader = null;
    }
}

/// <summary>One open connection with one prepared statement; for one thread at a time.</summary>
internal sealed class StampReader : IDisposable
{
    // Its moment too: in a database that was restored, the same numbers are given once more.
    private const string Newest = "SELECT Number, \"When\" FROM Revisions ORDER BY Number DESC LIMIT 1";
    private static readonly TimeSpan FileChecked = TimeSpan.FromSeconds(1);

    // What is said of a file that is not there.
    private static readonly DateTime Never = DateTime.FromFileTimeUtc(0);

    // What is in the log is committed only when the disk has it: longer than any healthy disk takes.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);

    // And if a disk is not healthy, a page is old for no longer than this.
    private static readonly TimeSpan Believed = TimeSpan.FromSeconds(1);

    private readonly string _file;
    private readonly string _log;
    private readonly DateTime _created;
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _statement;
    private long _checkedAt = Environment.TickCount64;
    private (long Number, string When, string Stamp) _last = (0, "", "0");

    /// <summary>When the write-ahead log was last written to, as of the last reading; null if that may not be committed yet.</summary>
    private DateTime? _writtenAt;

    private long _readAt;

    /// <exception cref="SqliteException">There is no such database.</exception>
    public StampReader(string file)
    {
        (_file, _log, _created) = (file, file + "-wal", File.GetCreationTimeUtc(file));
        _connection = SqliteConnections.OpenAlone(file);
        try
        {
            // Through SQLite itself: a command of ADO.NET takes twice as long, and every page waits for this.
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(_connection.Handle, Newest, out _statement), _connection.Handle);
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public string Read()
    {
        // Every write goes to the log first, and to ask when that was takes a third of the time that SQLite takes.
        var (written, now) = (File.GetLastWriteTimeUtc(_log), Environment.TickCount64);
        if (written == _writtenAt && now - _readAt < Believed.TotalMilliseconds)
        {
            return _last.Stamp;
        }

        (_writtenAt, _readAt) = (written > Never && DateTime.UtcNow - written > Settled ? written : null, now);
        try
        {
            var result = raw.sqlite3_step(_statement);
            if (result is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            {
                SqliteException.ThrowExceptionForRC(result, _connection.Handle);
            }

            var (number, when) = result == raw.SQLITE_ROW
                ? (raw.sqlite3_column_int64(_statement, 0), raw.sqlite3_column_text(_statement, 1).utf8_to_string())
                : (0, "");
            if (number != _last.Number || when != _last.When)
            {
                _last = (number, when, $"{number} {when}");
            }

            return _last.Stamp;
        }
        finally
        {
            // Ends the reading transaction, which would keep the write-ahead log from being emptied.
            _ = raw.sqlite3_reset(_statement);
        }
    }

    /// <summary>Whether another file stands in the place of the one that was opened; looked up once a second.</summary>
    public bool IsOutdated()
    {
        var now = Environment.TickCount64;
        if (now - _checkedAt < FileChecked.TotalMilliseconds)
        {
            return false;
        }

        _checkedAt = now;
        return File.GetCreationTimeUtc(_file) != _created;
    }

    public void Dispose()
    {
        _statement.Dispose();
        _connection.Dispose();
    }
}
