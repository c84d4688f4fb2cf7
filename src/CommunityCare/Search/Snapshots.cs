using CommunityCare.Store;

namespace CommunityCare.Search;

/// <summary>
/// Keeps the newest <see cref="Snapshot"/>. Each question compares its stamp with the catalogue's, so a change by anybody,
/// another process too, is seen by the next question; then only what changed is read.
/// </summary>
public sealed class Snapshots : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Snapshot? _newest;

    public void Dispose() => _gate.Dispose();

    internal async Task<Snapshot> NewestAsync(CareDb db, CancellationToken stop)
    {
        var reader = new SnapshotReader(db);
        if (_newest is { } known && (known.Stamp, known.Moment) == await reader.StampAsync(stop))
        {
            return known;
        }

        await _gate.WaitAsync(stop);
        try
        {
            // The stamp is read first: what changes meanwhile is at worst read twice.
            var stamp = await reader.StampAsync(stop);
            if (_newest is not { } newest || (newest.Stamp, newest.Moment) != stamp)
            {
                _newest = await reader.ReadAsync(stamp, _newest, stop);
            }

            return _newest;
        }
        finally
        {
            _gate.Release();
        }
    }
}
