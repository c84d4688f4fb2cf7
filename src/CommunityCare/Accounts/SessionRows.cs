using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

internal static class SessionRows
{
    /// <summary>After a new security stamp: the session at hand goes on with it, the others are over.</summary>
    /// <param name="db">Within a write.</param>
    /// <param name="account">With its new stamp.</param>
    /// <param name="session">The one to go on; null for none.</param>
    public static async Task KeepOnlyAsync(this CareDb db, Account account, string? session)
    {
        var (id, stamp) = (account.Id, account.SecurityStamp ?? "");
        await db.Sessions.Where(s => s.AccountId == id && s.Id != session).ExecuteDeleteAsync();
        await db.Sessions.Where(s => s.AccountId == id && s.Id == session).ExecuteUpdateAsync(s => s.SetProperty(x => x.Stamp, stamp));
    }
}
