using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>
/// The one door for writes. Whoever changes the catalogue, a person, a file or an import, does it here: one at a time,
/// in one transaction, with a revision for each change.
/// </summary>
public sealed class CatalogEditor(CareDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>For a form: all of an organization, with what is private. Whoever saves it names the revision that it had.</summary>
    public async Task<Organization?> FindOrganizationAsync(Guid id, CancellationToken stop = default) =>
        await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Id == id, stop);

    /// <param name="who">An account's name, or the name of what writes.</param>
    /// <param name="work">Reads and changes entries; all of it happens or none.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public async Task<T> WriteAsync<T>(string who, Func<CatalogWrite, Task<T>> work, CancellationToken stop = default)
    {
        using var entered = await gate.EnterAsync(stop);

        // What was read before the transaction may be old by now.
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var write = new CatalogWrite(db, who, clock);
            var result = await work(write);
            await write.FinishAsync(stop);
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public Task WriteAsync(string who, Func<CatalogWrite, Task> work, CancellationToken stop = default) =>
        WriteAsync(who, async write =>
        {
            await work(write);
            return true;
        }, stop);
}

/// <summary>
/// Lets one writer at a time reach the database. SQLite would block the calling thread instead, and a pool of blocked
/// threads stops the readers too.
/// </summary>
public sealed class WriteGate : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public async Task<IDisposable> EnterAsync(CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        return new Pass(_gate);
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
