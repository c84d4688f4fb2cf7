using System.Globalization;
using CommunityCare.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>The second step of signing in: a code of an app, or a recovery code, once each.</summary>
public sealed class Codes(CareDb db, UserManager<Account> users, AccountEditor editor, IDataProtectionProvider protection, TimeProvider clock)
{
    private static readonly TimeSpan StepLasts = TimeSpan.FromMinutes(10);

    private readonly IDataProtector _protector = protection.CreateProtector("CommunityCare.Accounts.Step");

    /// <summary>That the password was right just now, to be carried by the page that asks for the code.</summary>
    public string Step(Account account) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{account.Id} {account.SecurityStamp} {(clock.GetUtcNow() + StepLasts).UtcTicks}"));

    /// <returns>Null if it was not made by us or is too old.</returns>
    public (Guid Id, string Stamp)? AccountOf(string? step) =>
        Protected.Read(_protector, step)?.Split(' ') is [var id, var stamp, var until]
            && long.Parse(until, CultureInfo.InvariantCulture) > clock.GetUtcNow().UtcTicks
            ? (Guid.Parse(id), stamp)
            : null;

    /// <returns>What to write into the audit; null if the code is wrong or was used before.</returns>
    public Task<AuditAct?> UseAsync(Guid id, string? code, CancellationToken stop)
    {
        code = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));
        return editor.WriteAsync<AuditAct?>(async () =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == id, stop);
            if (code.Length != Totp.Digits)
            {
                return await IsRecoveryCodeAsync(account, code) ? AuditAct.RecoveryCodeUsed : null;
            }

            var key = await users.GetAuthenticatorKeyAsync(account);
            if (key is null || Totp.Find(key, code, clock.GetUtcNow()) is not { } step || step <= account.CodeStep)
            {
                return null;
            }

            account.CodeStep = step;
            return AuditAct.SignedIn;
        }, stop);
    }

    // The framework keeps them apart by semicolons.
    private async Task<bool> IsRecoveryCodeAsync(Account account, string code) =>
        code.Length is > 0 and <= 20 && !code.Contains(';', StringComparison.Ordinal)
        && (await users.RedeemTwoFactorRecoveryCodeAsync(account, code.ToUpperInvariant())).Succeeded;
}
