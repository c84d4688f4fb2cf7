using System.Net;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Admin;

/// <summary>Whatever is sent to the pages of acts and history gets a plain answer, and the database is as before.</summary>
public sealed class HostileActsTests : IAsyncLifetime
{
    private const string Xss = "\"><script>alert(1)</script>";
    private static readonly Guid Id = Ids.Of("care");
    private static readonly string[] Acts = ["publish", "unpublish", "verify", "archive", "restore", "rename", "notice", "do-not-list"];

    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("care");
        _ana = await SignedIn.AsEditorAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("/admin/organizations/00000000-0000-0000-0000-000000000000/{0}")]
    [InlineData("/admin/organizations/7d5e1c1e-0000-4000-8000-000000000000/{0}")]
    [InlineData("/admin/organizations/not-an-id/{0}")]
    [InlineData("/admin/organizations/-1/{0}")]
    public async Task Who_is_not_there_is_not_found(string path)
    {
        var before = await StateAsync();
        foreach (var act in Acts.Append("history"))
        {
            var address = path.Replace("{0}", act, StringComparison.Ordinal);
            await _ana.PageAsync(address, HttpStatusCode.NotFound);
            using var sent = await _ana.PostAsync(address, ("Why", "because"), ("How", "Called"), ("Slug", "free-slug"));
            Assert.True(sent.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.BadRequest, $"{address} answered {sent.StatusCode}");
        }

        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("/admin/history/0")]
    [InlineData("/admin/history/-1")]
    [InlineData("/admin/history/99999999999999999999")]
    [InlineData("/admin/history/x")]
    [InlineData("/admin/history/4711")]
    [InlineData("/admin/history/4711/restore")]
    [InlineData("/admin/history/-7/restore")]
    [InlineData("/admin/do-not-list/-1/lift")]
    [InlineData("/admin/do-not-list/4711/lift")]
    [InlineData("/admin/nothing/7d5e1c1e-0000-4000-8000-000000000000/history")]
    [InlineData("/admin/synonyms/7d5e1c1e-0000-4000-8000-000000000000/history")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        var before = await StateAsync();

        await _ana.PageAsync(path, HttpStatusCode.NotFound);
        using var sent = await _ana.PostAsync(path, ("Why", "because"));

        Assert.InRange((int)sent.StatusCode, 400, 499);
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("?before=-1")]
    [InlineData("?before=0")]
    [InlineData("?before=99999999999999999999")]
    [InlineData("?before=x&kind=nothing")]
    [InlineData("?who=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E")]
    [InlineData("?who=a&who=b&kind=organizations&kind=vocabulary")]
    public async Task The_feed_takes_what_it_can_use(string query)
    {
        var page = await _ana.PageAsync("/admin/changes" + query);

        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var before = await StateAsync();
        foreach (var act in Acts)
        {
            using var sent = await _ana.PostPlainAsync(Path(act), ("Why", "because"), ("How", "Called"), ("BasedOn", $"{before.Revision}"));
            Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        }

        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("verify", "How", "")]
    [InlineData("verify", "How", "called them")]
    [InlineData("verify", "How", "0")]
    [InlineData("verify", "How", "Called,Wrote")]
    [InlineData("archive", "Why", "long")]
    [InlineData("archive", "Why", "\u0007\n")]
    [InlineData("unpublish", "Why", "long")]
    [InlineData("do-not-list", "Why", "  ")]
    [InlineData("do-not-list", "Why", "long")]
    [InlineData("rename", "Slug", "")]
    [InlineData("rename", "Slug", "../admin")]
    [InlineData("rename", "Slug", "-a-")]
    [InlineData("rename", "Slug", Xss)]
    [InlineData("rename", "Slug", "long")]
    [InlineData("notice", "Notice", "long")]
    [InlineData("notice", "Until", Xss)]
    public async Task What_does_not_fit_is_told_and_comes_back_encoded(string act, string field, string value)
    {
        var before = await StateAsync();
        var page = await _ana.PageAsync(Path(act));

        using var answer = await _ana.SendFormAsync(Path(act), page, (field, value == "long" ? new('x', 5_000) : value));
        var told = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.NotEmpty(told.QuerySelectorAll("[role=alert] li"));
        Assert.DoesNotContain(told.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Equal(before, await StateAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("0")]
    [InlineData("99999999999999999999")]
    [InlineData("1.5")]
    [InlineData(Xss)]
    public async Task A_page_that_was_made_from_nothing_known_is_asked_once_more(string basedOn)
    {
        var before = await StateAsync();

        using var answer = await _ana.PostAsync(Path("unpublish"), ("BasedOn", basedOn));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task What_looks_like_markup_is_shown_as_it_was_written()
    {
        (await _ana.SendFormAsync(Path("notice"), await _ana.PageAsync(Path("notice")), ("Notice", Xss), ("Spanish", Xss), ("Until", "2026-12-24"), ("Why", Xss))).Dispose();

        var number = (await StateAsync()).Revision;
        foreach (var path in new[] { "/organizations/care", "/es/organizations/care", "/organizations", $"/admin/organizations/{Id}/history", $"/admin/history/{number}", "/admin/changes", Path("notice"), Path("verify") })
        {
            var page = await _ana.PageAsync(path);
            Assert.Contains(Xss, page.QuerySelector("main")!.TextContent + page.QuerySelector("#Notice")?.GetAttribute("value"), StringComparison.Ordinal);
            Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Nobody_else_comes_in()
    {
        using var nobody = SignedIn.Nobody(_site);
        foreach (var path in new[] { "/admin/changes", "/admin/do-not-list", "/admin/history/1", "/admin/history/1/restore", $"/admin/organizations/{Id}/history" }.Concat(Acts.Select(Path)))
        {
            using var answer = await nobody.GetAsync(new Uri(path, UriKind.Relative), Stop);
            Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Unauthorized, $"{path} answered {answer.StatusCode}");
        }
    }

    private static string Path(string act) => $"/admin/organizations/{Id}/{act}";

    private Task<(long Revision, int Marks, int Redirects)> StateAsync() => _site.ReadAsync(async db =>
        (await db.Revisions.MaxAsync(r => r.Number, Stop), await db.DoNotLists.CountAsync(Stop), await db.Redirects.CountAsync(Stop)));
}
