using System.Security.Claims;
using CommunityCare.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>A key that an app may take, before it is theirs.</summary>
/// <param name="Key">In Base32, for who types it.</param>
/// <param name="Sealed">For the page to carry.</param>
/// <param name="Address">For who takes a picture of it; see <see cref="QrCode"/>.</param>
public sealed record KeyOffer(string Key, string Sealed, string Address);

/// <summary>Turns the second step on and off. It counts from when its owner has shown that their app gives the right codes.</summary>
public sealed class TwoStep(
    CareDb db, UserManager<Account> users, IUserStore<Account> store, AccountEditor editor, IDataProtectionProvider protection, TimeProvider clock)
{
    public const int RecoveryCodes = 10;

    private const string Issuer = "CommunityCare";

    private readonly IDataProtector _protector = protection.CreateProtector("CommunityCare.Accounts.Key");

    /// <param name="person">Whom it is for.</param>
    /// <param name="email">Theirs: the app shows it.</param>
    /// <param name="carried">What the page carried, to offer the same key again.</param>
    public KeyOffer Offer(ClaimsPrincipal person, string email, string? carried)
    {
        var key = Key(person, carried) ?? Totp.NewKey();
        return new(key, _protector.Protect($"{person.AccountId()} {key}"), $"otpauth://totp/{Issuer}:{Uri.EscapeDataString(email)}?secret={key}&issuer={Issuer}");
    }

    /// <returns>The recovery codes, which are shown once; null if the code does not fit the key.</returns>
    public Task<IReadOnlyList<string>?> TurnOnAsync(ClaimsPrincipal person, string? carried, string? code, CancellationToken stop) =>
        editor.WriteAsync<IReadOnlyList<string>?>(async () =>
        {
            code = string.Concat((code ?? "").Where(c => !char.IsWhiteSpace(c)));
            if (Key(person, carried) is not { } key || Totp.Find(key, code, clock.GetUtcNow()) is not { } step)
            {
                return null;
            }

            var account = await FindAsync(person, stop);
            await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, stop);
            account.CodeStep = step;
            await users.SetTwoFactorEnabledAsync(account, true);
            await db.KeepOnlyAsync(account, person.SessionId());
            editor.Record(account.Name, AuditAct.TwoStepOn, account.Name);
            return await NewCodesAsync(account);
        }, stop);

    /// <summary>To be asked after the password.</summary>
    public Task<IReadOnlyList<string>?> RenewCodesAsync(ClaimsPrincipal person, CancellationToken stop) =>
        editor.WriteAsync<IReadOnlyList<string>?>(async () =>
        {
            var account = await FindAsync(person, stop);
            if (!account.TwoFactorEnabled)
            {
                return null;
            }

            editor.Record(account.Name, AuditAct.RecoveryCodesMade, account.Name);
            return await NewCodesAsync(account);
        }, stop);

    /// <summary>To be asked after the password.</summary>
    public Task TurnOffAsync(ClaimsPrincipal person, CancellationToken stop) => editor.WriteAsync(async () =>
    {
        var account = await FindAsync(person, stop);
        if (account.TwoFactorEnabled)
        {
            await users.SetTwoFactorEnabledAsync(account, false);
            await db.KeepOnlyAsync(account, person.SessionId());
            editor.Record(account.Name, AuditAct.TwoStepOff, account.Name);
        }

        return true;
    }, stop);

    private async Task<IReadOnlyList<string>?> NewCodesAsync(Account account) =>
        [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, RecoveryCodes) ?? []];

    private string? Key(ClaimsPrincipal person, string? carried) =>
        Protected.Read(_protector, carried)?.Split(' ') is [var id, var key] && id == person.AccountId().ToString() ? key : null;

    private Task<Account> FindAsync(ClaimsPrincipal person, CancellationToken stop)
    {
        var id = person.AccountId();
        return db.Users.SingleAsync(a => a.Id == id, stop);
    }
}
