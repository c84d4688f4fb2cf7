using CommunityCare.Store;
using CommunityCare.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>What came of a link.</summary>
public enum LinkOutcome
{
    Done,

    /// <summary>It was used, is too old, or never was one.</summary>
    Gone,

    /// <summary>Somebody has an account with this e-mail.</summary>
    EmailTaken,
}

/// <summary>Makes links that somebody copies to somebody else, and lets each be used once. No e-mail is sent.</summary>
public sealed class OneTimeLinks(CareDb db, UserManager<Account> users, AccountEditor editor, PublicAddress address)
{
    public const string Path = "/account/setup";

    /// <returns>The address for the first admin; null if there is an account.</returns>
    public Task<string?> SetupAsync(CancellationToken stop) => editor.WriteAsync(async () =>
        await db.Users.AnyAsync(stop) ? null : Make(new() { Purpose = LinkPurpose.Setup, Role = Role.Admin }), stop);

    /// <returns>Null if there is an account with this e-mail.</returns>
    public Task<string?> InviteAsync(string who, string email, Role role, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        if (await users.FindByEmailAsync(email) is not null)
        {
            return null;
        }

        editor.Record(who, AuditAct.InvitationMade, email);
        return Make(new() { Purpose = LinkPurpose.Invitation, Email = email, Role = role });
    }, stop);

    /// <summary>Invitations that nobody has used yet, the newest first.</summary>
    public Task<List<OneTimeLink>> InvitationsAsync(CancellationToken stop)
    {
        var now = editor.Now;
        return db.OneTimeLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.UsedAt == null && l.ExpiresAt > now)
            .OrderByDescending(l => l.CreatedAt).ToListAsync(stop);
    }

    /// <summary>From now on, what was sent to this e-mail address is good for nothing.</summary>
    public Task WithdrawAsync(string who, string email, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        if (await db.OneTimeLinks.Where(l => l.Purpose == LinkPurpose.Invitation && l.UsedAt == null && l.Email == email).ExecuteDeleteAsync(stop) > 0)
        {
            editor.Record(who, AuditAct.InvitationWithdrawn, email);
        }

        return true;
    }, stop);

    /// <param name="who">Makes it.</param>
    /// <param name="id">The account.</param>
    /// <param name="turnsTwoStepOff">For who has lost their codes too.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    /// <returns>Null if there is no such account.</returns>
    public Task<string?> ResetAsync(string who, Guid id, bool turnsTwoStepOff, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        if (await db.Users.FindAsync([id], stop) is not { } account)
        {
            return null;
        }

        editor.Record(who, AuditAct.ResetLinkMade, account.Name);
        return Make(new() { Purpose = LinkPurpose.Reset, AccountId = id, TurnsTwoStepOff = turnsTwoStepOff });
    }, stop);

    /// <returns>The link and the e-mail that it is for, if it is known; null if it is good for nothing.</returns>
    public async Task<(OneTimeLink Link, string? Email)?> FindAsync(string? key, CancellationToken stop)
    {
        var (id, now) = (Secret.Hash(key ?? ""), editor.Now);
        var link = await db.OneTimeLinks.FirstOrDefaultAsync(l => l.Id == id && l.UsedAt == null && l.ExpiresAt > now, stop);
        if (link is null || (link.Purpose == LinkPurpose.Setup && await db.Users.AnyAsync(stop)))
        {
            return null;
        }

        return (link, link.Email ?? await db.Users.Where(a => a.Id == link.AccountId).Select(a => a.Email).FirstOrDefaultAsync(stop));
    }

    /// <param name="key">Of the link.</param>
    /// <param name="name">Of a new account.</param>
    /// <param name="email">Of a new account, where the link does not say it.</param>
    /// <param name="password">That the rules allow.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public Task<LinkOutcome> UseAsync(string? key, string name, string email, string password, CancellationToken stop)
    {
        // Hashing takes long: nobody else has to wait for it.
        var hash = users.PasswordHasher.HashPassword(new(), password);
        return editor.WriteAsync(async () =>
        {
            if (await FindAsync(key, stop) is not var (link, known))
            {
                return LinkOutcome.Gone;
            }

            if (link.AccountId is { } id)
            {
                await ResetAsync(link, await db.Users.SingleAsync(a => a.Id == id, stop), hash);
            }
            else if (!await MakeAccountAsync(name, known ?? email, link.Role, hash))
            {
                return LinkOutcome.EmailTaken;
            }

            link.UsedAt = editor.Now;
            return LinkOutcome.Done;
        }, stop);
    }

    private string Make(OneTimeLink link)
    {
        var key = Secret.New();
        (link.Id, link.CreatedAt, link.ExpiresAt) = (Secret.Hash(key), editor.Now, editor.Now + OneTimeLink.Lasts);
        db.OneTimeLinks.Add(link);
        return address.OfLink($"{Path}?key={key}");
    }

    private async Task<bool> MakeAccountAsync(string name, string email, Role role, string hash)
    {
        var made = await users.CreateAsync(new()
        {
            Name = name,
            UserName = email,
            Email = email,
            Role = role,
            CreatedAt = editor.Now,
            PasswordHash = hash,
        });
        if (made.Succeeded)
        {
            editor.Record(name, AuditAct.AccountMade, email);
        }

        return made.Succeeded;
    }

    private async Task ResetAsync(OneTimeLink link, Account account, string hash)
    {
        (account.PasswordHash, account.AccessFailedCount, account.LockoutEnd) = (hash, 0, null);
        account.TwoFactorEnabled &= !link.TurnsTwoStepOff;
        await users.UpdateSecurityStampAsync(account);
        await db.KeepOnlyAsync(account, null);
        editor.Record(account.Name, AuditAct.PasswordReset, account.Name);
    }
}
