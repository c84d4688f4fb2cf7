using System.Security.Claims;
using CommunityCare.Store;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>What somebody sees of their own account.</summary>
/// <param name="Name">Shown to the public.</param>
/// <param name="Email">To sign in with.</param>
/// <param name="Role">What they may do.</param>
/// <param name="HasTwoStep">Whether a code is asked for.</param>
/// <param name="RecoveryCodes">How many are left.</param>
/// <param name="Sessions">Where they are signed in, the latest first.</param>
public sealed record OwnView(string Name, string Email, Role Role, bool HasTwoStep, int RecoveryCodes, IReadOnlyList<Session> Sessions);

/// <summary>What everybody may do with their own account.</summary>
public sealed class OwnAccount(CareDb db, UserManager<Account> users, AccountEditor editor, Attempts attempts)
{
    public async Task<OwnView> ReadAsync(ClaimsPrincipal person, CancellationToken stop)
    {
        var account = await FindAsync(person, stop);
        var sessions = await db.Sessions.AsNoTracking().Where(s => s.AccountId == account.Id).OrderByDescending(s => s.LastSeenAt).ToListAsync(stop);
        return new(
            account.Name,
            account.Email!,
            account.Role,
            account.TwoFactorEnabled,
            await users.CountRecoveryCodesAsync(account),
            [.. sessions.Where(s => !s.IsOver(editor.Now) && s.Stamp == account.SecurityStamp)]);
    }

    /// <param name="person">Whose it is.</param>
    /// <param name="name">That <see cref="AccountRules.Name"/> allows.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public Task RenameAsync(ClaimsPrincipal person, string name, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        var account = await FindAsync(person, stop);
        if (account.Name != name)
        {
            editor.Record(account.Name, AuditAct.NameChanged, name);
            account.Name = name;
        }

        return true;
    }, stop);

    /// <summary>Whether it is theirs, counted like an attempt to sign in; null if there were too many.</summary>
    public async Task<bool?> IsPasswordAsync(HttpContext context, string? password, CancellationToken stop)
    {
        var account = await FindAsync(context.User, stop);
        if (!attempts.MayTry(context, account.Email!))
        {
            return null;
        }

        var isRight = password is { Length: <= PasswordRules.Longest }
            && users.PasswordHasher.VerifyHashedPassword(account, account.PasswordHash!, password) != PasswordVerificationResult.Failed;
        if (!isRight)
        {
            attempts.Fail(context, account.Email!);
        }

        return isRight;
    }

    /// <summary>Sets a password that the rules allow, and ends all other sessions.</summary>
    public Task ChangePasswordAsync(ClaimsPrincipal person, string password, CancellationToken stop)
    {
        var hash = users.PasswordHasher.HashPassword(new(), password);
        return editor.WriteAsync(async () =>
        {
            var account = await FindAsync(person, stop);
            account.PasswordHash = hash;
            await users.UpdateSecurityStampAsync(account);
            await db.KeepOnlyAsync(account, person.SessionId());
            editor.Record(account.Name, AuditAct.PasswordChanged, account.Name);
            return true;
        }, stop);
    }

    /// <param name="person">Whose it is.</param>
    /// <param name="session">One of theirs; null for all but the one at hand.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public Task EndSessionsAsync(ClaimsPrincipal person, string? session, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        var (id, own) = (person.AccountId(), person.SessionId());
        var ended = await db.Sessions.Where(s => s.AccountId == id && (session == null ? s.Id != own : s.Id == session)).ExecuteDeleteAsync(stop);
        if (ended > 0)
        {
            editor.Record(person.Who(), AuditAct.SessionsEnded, person.Who());
        }

        return true;
    }, stop);

    private Task<Account> FindAsync(ClaimsPrincipal person, CancellationToken stop)
    {
        var id = person.AccountId();
        return db.Users.SingleAsync(a => a.Id == id, stop);
    }
}
