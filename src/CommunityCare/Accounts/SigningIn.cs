using CommunityCare.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>What came of an attempt to sign in. One answer for all that is wrong, so that it tells nothing of any account.</summary>
public enum SignInOutcome
{
    Done,
    Refused,

    /// <summary>Too often, from this address or for this account.</summary>
    Limited,

    /// <summary>The password was right, and the account wants a code too.</summary>
    NeedsCode,
}

/// <param name="Outcome">What came of it.</param>
/// <param name="Step">For who needs a code: that the password was right, to be given back with the code.</param>
public sealed record SignInAnswer(SignInOutcome Outcome, string? Step = null);

/// <summary>The way in and out.</summary>
public sealed class SigningIn(CareDb db, UserManager<Account> users, AccountEditor editor, Attempts attempts, Codes codes, IServiceScopeFactory scopes)
{
    /// <summary>Wrong passwords and codes in a row, after which an account waits; longer than memory lasts.</summary>
    public const int FailuresAllowed = 10;

    private static readonly SignInAnswer Refused = new(SignInOutcome.Refused);
    private static readonly SignInAnswer Limited = new(SignInOutcome.Limited);

    public async Task<SignInAnswer> WithPasswordAsync(HttpContext context, string? email, string? password, CancellationToken stop)
    {
        (email, password) = (email?.Trim() ?? "", password ?? "");
        if (!attempts.MayTry(context, email))
        {
            return Limited;
        }

        var account = email.Length <= Account.EmailLength ? await users.FindByEmailAsync(email) : null;
        var isRight = password.Length <= PasswordRules.Longest && Verify(account, password);
        if (account is null || !isRight || !MayEnter(account))
        {
            attempts.Fail(context, email);
            Remember(context, account);
            return Refused;
        }

        return account.TwoFactorEnabled ? new(SignInOutcome.NeedsCode, codes.Step(account)) : await EnterAsync(context, account, AuditAct.SignedIn, stop);
    }

    /// <param name="context">The request.</param>
    /// <param name="step">From <see cref="SignInAnswer.Step"/>.</param>
    /// <param name="code">Of the app, or a recovery code.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<SignInAnswer> WithCodeAsync(HttpContext context, string? step, string? code, CancellationToken stop)
    {
        if (codes.AccountOf(step) is not { } known || await users.FindByIdAsync(known.Id.ToString()) is not { } account
            || account.SecurityStamp != known.Stamp || !MayEnter(account))
        {
            return Refused;
        }

        if (!attempts.MayTry(context, account.Email!))
        {
            return Limited;
        }

        if (await codes.UseAsync(account.Id, code, stop) is { } act)
        {
            return await EnterAsync(context, account, act, stop);
        }

        attempts.Fail(context, account.Email!);
        Remember(context, account);
        return new(SignInOutcome.NeedsCode, step);
    }

    public async Task OutAsync(HttpContext context, CancellationToken stop)
    {
        var who = context.User.Who();
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        await editor.WriteAsync(() =>
        {
            editor.Record(who, AuditAct.SignedOut, who);
            return Task.FromResult(true);
        }, stop);
    }

    /// <summary>Counts a failure where it outlives this process.</summary>
    internal Task FailAsync(Guid id) => editor.WriteAsync(async () =>
    {
        if (await db.Users.FindAsync(id) is { } account && MayEnter(account))
        {
            var isLast = ++account.AccessFailedCount >= FailuresAllowed;
            if (isLast)
            {
                (account.AccessFailedCount, account.LockoutEnd) = (0, editor.Now + Attempts.Pause);
            }

            // Who it was is not known: the owner may have nothing to do with it.
            editor.Record("", isLast ? AuditAct.LockedOut : AuditAct.SignInFailed, account.Name);
        }

        return true;
    });

    private bool Verify(Account? account, string password) => users.PasswordHasher.VerifyHashedPassword(
        account ?? new(), account?.PasswordHash ?? Nobody.PasswordHash, password) != PasswordVerificationResult.Failed && account is not null;

    private bool MayEnter(Account account) => account.DisabledAt is null && (account.LockoutEnd is not { } end || end <= editor.Now);

    // After the answer, which would else take longer for an account that exists.
    private void Remember(HttpContext context, Account? account)
    {
        if (account is not null)
        {
            context.Response.OnCompleted(async () =>
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<SigningIn>().FailAsync(account.Id);
            });
        }
    }

    private async Task<SignInAnswer> EnterAsync(HttpContext context, Account account, AuditAct act, CancellationToken stop)
    {
        attempts.Forget(account.Email!);
        await editor.WriteAsync(async () =>
        {
            var own = await db.Users.SingleAsync(a => a.Id == account.Id, stop);
            (own.AccessFailedCount, own.LockoutEnd) = (0, null);
            editor.Record(own.Name, act, own.Name);
            return true;
        }, stop);
        var person = Person.Of(account, "");
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, person);

        // What this answer still shows is theirs already.
        context.User = person;
        return new(SignInOutcome.Done);
    }
}
