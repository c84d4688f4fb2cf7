using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Accounts;

/// <summary>
/// The sessions as the framework's cookies know them. Nothing of a ticket is kept: with one read, each request finds its
/// session and its account as they are now, so that a changed role, name or password counts at once.
/// </summary>
internal sealed class SessionTickets(WriteGate gate, TimeProvider clock) : ITicketStore
{
    private static readonly DateTime Never = DateTime.MinValue;

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var key = Secret.New() + Secret.New();
        await WriteAsync(key, ticket, httpContext, cancellationToken);
        return key;
    }

    // Only who is signed in already would come here, and the sign-in page does not let them.
    public Task RenewAsync(string key, AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken) =>
        WriteAsync(key, ticket, httpContext, cancellationToken);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (db, now, id) = (Db(httpContext), Now(), Secret.Hash(key));
        var session = await db.Sessions.AsNoTracking().Include(s => s.Account).FirstOrDefaultAsync(s => s.Id == id, cancellationToken);
        if (session is null || session.IsOver(now) || session.Account.DisabledAt is not null || session.Stamp != session.Account.SecurityStamp)
        {
            return null;
        }

        var minute = Minute(now);
        if (minute > session.LastSeenAt)
        {
            using var entered = await gate.EnterAsync(cancellationToken);
            await db.Sessions.Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, minute), cancellationToken);
        }

        var properties = new AuthenticationProperties
        {
            IssuedUtc = new DateTimeOffset(session.CreatedAt, TimeSpan.Zero),
            ExpiresUtc = new DateTimeOffset(session.ExpiresAt, TimeSpan.Zero),
        };
        return new(Person.Of(session.Account, id), properties, CookieAuthenticationDefaults.AuthenticationScheme);
    }

    public async Task RemoveAsync(string key, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var id = Secret.Hash(key);
        using var entered = await gate.EnterAsync(cancellationToken);
        await Db(httpContext).Sessions.Where(s => s.Id == id).ExecuteDeleteAsync(cancellationToken);
    }

    // The framework asks with the request; these are from before it did.
    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task RenewAsync(string key, AuthenticationTicket ticket) => throw new NotSupportedException();

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => throw new NotSupportedException();

    public Task RemoveAsync(string key) => throw new NotSupportedException();

    private async Task WriteAsync(string key, AuthenticationTicket ticket, HttpContext context, CancellationToken stop)
    {
        var (db, now, id, account) = (Db(context), Now(), Secret.Hash(key), ticket.Principal.AccountId());
        var (idle, old, browser) = (now - Session.Idle, now - AuditRecord.Kept, context.Request.Headers.UserAgent.ToString());
        using var entered = await gate.EnterAsync(stop);

        // What is over is swept away whenever somebody signs in, and what happened too long ago to matter.
        await db.Sessions.Where(s => s.Id == id || s.ExpiresAt <= now || s.LastSeenAt <= idle).ExecuteDeleteAsync(stop);
        await db.Audit.Where(r => r.When <= old).ExecuteDeleteAsync(stop);
        db.Sessions.Add(new()
        {
            Id = id,
            AccountId = account,
            Stamp = await db.Users.Where(a => a.Id == account).Select(a => a.SecurityStamp).FirstOrDefaultAsync(stop) ?? "",
            CreatedAt = now,
            LastSeenAt = Minute(now),
            ExpiresAt = now + Session.Longest,
            UserAgent = browser.Length > Session.UserAgentLength ? browser[..Session.UserAgentLength] : browser,
        });
        await db.SaveChangesAsync(stop);
    }

    private static CareDb Db(HttpContext context) => context.RequestServices.GetRequiredService<CareDb>();

    private static DateTime Minute(DateTime time) => Never.AddTicks(time.Ticks - (time.Ticks % TimeSpan.TicksPerMinute));

    private DateTime Now() => clock.GetUtcNow().UtcDateTime;
}
