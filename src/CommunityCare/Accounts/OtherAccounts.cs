using CommunityCare.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>What an admin sees of an account.</summary>
public sealed record AccountRow(Guid Id, string Name, string Email, Role Role, DateTime CreatedAt, bool HasTwoStep, bool IsDisabled, DateTime? LastSeenAt);

/// <summary>What came of what an admin wanted.</summary>
public enum ChangeOutcome
{
    Done,
    NoSuchAccount,

    /// <summary>Nobody would be left who can let others in.</summary>
    LastAdmin,
}

/// <summary>What admins may do with everybody's accounts.</summary>
public sealed class OtherAccounts(CareDb db, UserManager<Account> users, AccountEditor editor)
{
    public async Task<IReadOnlyList<AccountRow>> ListAsync(CancellationToken stop) =>
        await Rows(db.Users.OrderBy(a => a.DisabledAt != null).ThenBy(a => a.Name).ThenBy(a => a.Id)).ToListAsync(stop);

    public Task<AccountRow?> FindAsync(Guid id, CancellationToken stop) => Rows(db.Users.Where(a => a.Id == id)).FirstOrDefaultAsync(stop);

    public Task<ChangeOutcome> ChangeRoleAsync(string who, Guid id, Role role, CancellationToken stop) => ChangeAsync(id, role == Role.Editor, account =>
    {
        if (account.Role != role)
        {
            account.Role = role;
            editor.Record(who, role == Role.Admin ? AuditAct.BecameAdmin : AuditAct.BecameEditor, account.Name);
        }

        return Task.CompletedTask;
    }, stop);

    public Task<ChangeOutcome> DisableAsync(string who, Guid id, CancellationToken stop) => ChangeAsync(id, takesAdmin: true, async account =>
    {
        if (account.DisabledAt is null)
        {
            account.DisabledAt = editor.Now;
            await EndAllAsync(account);
            editor.Record(who, AuditAct.Disabled, account.Name);
        }
    }, stop);

    public Task<ChangeOutcome> EnableAsync(string who, Guid id, CancellationToken stop) => ChangeAsync(id, takesAdmin: false, account =>
    {
        if (account.DisabledAt is not null)
        {
            (account.DisabledAt, account.LockoutEnd, account.AccessFailedCount) = (null, null, 0);
            editor.Record(who, AuditAct.Enabled, account.Name);
        }

        return Task.CompletedTask;
    }, stop);

    public Task<ChangeOutcome> TurnTwoStepOffAsync(string who, Guid id, CancellationToken stop) => ChangeAsync(id, takesAdmin: false, async account =>
    {
        if (account.TwoFactorEnabled)
        {
            account.TwoFactorEnabled = false;
            await EndAllAsync(account);
            editor.Record(who, AuditAct.TwoStepOff, account.Name);
        }
    }, stop);

    private Task<ChangeOutcome> ChangeAsync(Guid id, bool takesAdmin, Func<Account, Task> change, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        if (await db.Users.FindAsync([id], stop) is not { } account)
        {
            return ChangeOutcome.NoSuchAccount;
        }

        if (takesAdmin && account is { Role: Role.Admin, DisabledAt: null }
            && !await db.Users.AnyAsync(a => a.Id != id && a.Role == Role.Admin && a.DisabledAt == null, stop))
        {
            return ChangeOutcome.LastAdmin;
        }

        await change(account);
        return ChangeOutcome.Done;
    }, stop);

    private async Task EndAllAsync(Account account)
    {
        await users.UpdateSecurityStampAsync(account);
        await db.KeepOnlyAsync(account, null);
    }

    private IQueryable<AccountRow> Rows(IQueryable<Account> accounts) => accounts.Select(a => new AccountRow(
        a.Id,
        a.Name,
        a.Email!,
        a.Role,
        a.CreatedAt,
        a.TwoFactorEnabled,
        a.DisabledAt != null,
        db.Sessions.Where(s => s.AccountId == a.Id).Max(s => (DateTime?)s.LastSeenAt)));
}
