using CommunityCare.Store;

namespace CommunityCare.Editing;

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

    /// <summary>One transaction, alone. What was changed is saved at its end.</summary>
    /// <param name="db">It forgets what it read before: that may be old by now.</param>
    /// <param name="work">All of it happens or none. It may save in between.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public async Task<T> WriteAsync<T>(CareDb db, Func<Task<T>> work, CancellationToken stop)
    {
        using var entered = await EnterAsync(stop);
        db.ChangeTracker.Clear();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var result = await work();
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return result;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    public void Dispose() => _gate.Dispose();

    private sealed class Pass(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
