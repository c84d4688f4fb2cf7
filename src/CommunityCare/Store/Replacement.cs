using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommunityCare.Store;

/// <summary>
/// Puts what another file holds in the place of what the served database holds, in one transaction. Whoever reads goes on
/// with what was there until it is done; whoever writes waits. Ended before <see cref="Complete"/>, it changed nothing.
/// </summary>
internal sealed class Replacement : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly SqliteConnection _served;
    private readonly SqliteConnection _other;
    private sqlite3_backup? _copy;

    private Replacement(string served, string other) =>
        (_served, _other) = (SqliteConnections.OpenAlone(served), SqliteConnections.OpenAlone(other));

    /// <summary>From here on nobody else writes to it.</summary>
    /// <returns>Null if what is there is so damaged that nothing can be written to it.</returns>
    /// <exception cref="StartException">Others write to it all the time.</exception>
    public static async Task<Replacement?> BeginAsync(string served, string other, TimeSpan patience, CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            var replacement = new Replacement(served, other);
            try
            {
                replacement.Begin();
                return replacement;
            }
            catch (SqliteException e)
            {
                replacement.Dispose();
                if (e.IsDamage())
                {
                    return null;
                }

                if (e.SqliteErrorCode is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
                {
                    throw new IOException(e.Message, e);
                }

                if (waited.Elapsed > patience)
                {
                    throw new StartException($"Somebody has been writing to {served} for {patience.TotalSeconds:F0} seconds. End what writes, then try again.", e);
                }
            }

            await Task.Delay(Pause, stop);
        }
    }

    /// <exception cref="IOException">It could not be written; what was there is still there.</exception>
    public void Complete()
    {
        try
        {
            Step(-1);

            // The log has grown by the whole database. What somebody still reads of it stays until the next time.
            _served.Run("PRAGMA wal_checkpoint(PASSIVE)");
        }
        catch (SqliteException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    public void Dispose()
    {
        _copy?.Dispose();
        _other.Dispose();
        _served.Dispose();
    }

    private void Begin()
    {
        // A long wait is ours, so that it can be ended.
        _served.Run("PRAGMA busy_timeout = 1000");
        _served.Run("PRAGMA journal_mode = WAL");
        _served.Run("PRAGMA synchronous = FULL");
        _copy = raw.sqlite3_backup_init(_served.Handle, "main", _other.Handle, "main");
        if (_copy.IsInvalid)
        {
            SqliteException.ThrowExceptionForRC(raw.sqlite3_errcode(_served.Handle), _served.Handle);
        }

        // No page yet, but the right to write them.
        Step(0);
    }

    private void Step(int pages) => SqliteException.ThrowExceptionForRC(raw.sqlite3_backup_step(_copy, pages), _served.Handle);
}
