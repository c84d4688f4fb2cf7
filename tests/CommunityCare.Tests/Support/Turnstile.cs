using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CommunityCare.Tests.Support;

/// <summary>Stands between a site and its database: what is asked can be counted, held up, and made to fail.</summary>
public sealed class Turnstile : DbCommandInterceptor
{
    private TaskCompletionSource _open = new();
    private int _asked;

    public Turnstile() => _open.SetResult();

    public int Asked => _asked;

    public bool Fails { get; set; }

    public void Close() => _open = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Open() => _open.SetResult();

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        await _open.Task.WaitAsync(cancellationToken);
        return Fails ? throw new InvalidOperationException("The turnstile is broken.") : result;
    }
}
