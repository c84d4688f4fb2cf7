using System.Net;
using CommunityCare.Backups;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Backups;

/// <summary>Admins see the newest backups and whether they can be used, and make one.</summary>
public sealed class BackupsPageTests : IAsyncLifetime
{
    private const string Page = "/admin/backups";

    private readonly SmallSite _site = new();
    private SignedIn _admin = null!;

    private BackupFolder Backups => _site.Services.GetRequiredService<BackupFolder>();

    public async ValueTask InitializeAsync() => _admin = await SignedIn.AsAdminAsync(_site);

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task One_is_made_now_and_shown_with_its_size()
    {
        Assert.Contains("There are none yet.", (await _admin.PageAsync(Page)).Body!.TextContent, StringComparison.Ordinal);

        using var answer = await _admin.PostAsync(Page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var shown = await _admin.PageAsync(answer.Headers.Location!.ToString());

        Assert.Contains("2026-11-22-120000-by-hand.db was made and checked", shown.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        var row = Assert.Single(shown.QuerySelectorAll("tbody tr")).TextContent;
        Assert.Contains("22 Nov 2026, 12:00 UTC", row, StringComparison.Ordinal);
        Assert.Contains("Somebody asked for it", row, StringComparison.Ordinal);
        Assert.Matches(@"\d+\.\d MB", row);
        Assert.Contains("Yes, it was checked", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_link_claims_to_be_made_is_not_shown()
    {
        var page = await _admin.PageAsync(Page + "?made=%3Cb%3Eall.db");

        Assert.Null(page.QuerySelector("[role=status]"));
        Assert.DoesNotContain("all.db", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_was_harmed_is_told_in_spanish_too()
    {
        var made = await Backups.MakeAsync(BackupKind.ByHand, TestContext.Current.CancellationToken);
        Harm.Truncate(Path.Combine(Backups.Path, made.Name));

        Assert.Contains("No, it was changed or damaged", (await _admin.PageAsync(Page)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No, algo lo cambió o lo dañó", (await _admin.PageAsync("/es" + Page)).QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_told_without_its_reason()
    {
        // A file stands where the folder should.
        await File.WriteAllTextAsync(Backups.Path, "in the way", TestContext.Current.CancellationToken);

        using var answer = await _admin.PostAsync(Page);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await _admin.PageAsync(Page);

        Assert.Contains("could not be made", page.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Backups.Path, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_can_neither_see_nor_make_one()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);

        await editor.PageAsync(Page, HttpStatusCode.Forbidden);
        using var answer = await editor.PostAsync(Page);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Empty(Backups.All());
    }
}
