using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>Reads what happened to accounts, the newest first.</summary>
public sealed class AuditTrail(CareDb db)
{
    public const int PageSize = 50;

    /// <param name="before">The number of a record; null for the newest.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>A page, and the number before which the next one goes on; null on the last.</returns>
    public async Task<(IReadOnlyList<AuditRecord> Records, long? Next)> ReadAsync(long? before, CancellationToken stop)
    {
        var records = await db.Audit.AsNoTracking()
            .Where(r => before == null || r.Number < before)
            .OrderByDescending(r => r.Number).Take(PageSize + 1).ToListAsync(stop);
        return (records.Take(PageSize).ToList(), records.Count > PageSize ? records[PageSize - 1].Number : null);
    }
}
