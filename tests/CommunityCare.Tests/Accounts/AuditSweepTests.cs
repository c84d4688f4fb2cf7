using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Accounts;

/// <summary>What happened to accounts is kept for so long and not for ever.</summary>
public sealed class AuditSweepTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task What_is_older_than_it_is_kept_goes_when_somebody_signs_in_and_nothing_newer()
    {
        var now = _site.Clock.Now.UtcDateTime;
        await _site.ReadAsync(async db =>
        {
            db.Audit.AddRange(
                new() { When = now - AuditRecord.Kept, Who = "Ana", Act = AuditAct.SignedIn, About = "over" },
                new() { When = now - AuditRecord.Kept + TimeSpan.FromMinutes(1), Who = "Ana", Act = AuditAct.SignedIn, About = "kept" });
            return await db.SaveChangesAsync(Stop);
        });

        using var admin = await SignedIn.AsAdminAsync(_site);

        var about = await _site.ReadAsync(db => db.Audit.Select(r => r.About).ToListAsync(Stop));
        Assert.Contains("kept", about);
        Assert.DoesNotContain("over", about);
        Assert.Contains($"{AuditRecord.Kept.Days} days", (await admin.PageAsync("/admin/audit")).QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);
    }
}
