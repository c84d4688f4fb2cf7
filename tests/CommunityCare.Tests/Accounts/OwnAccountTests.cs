using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Accounts;

public sealed class OwnAccountTests : IAsyncLifetime
{
    private const string NewPassword = "seven quiet lanterns";

    private readonly SmallSite _site = new();
    private SignedIn _editor = null!;
    private SignedIn _elsewhere = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _editor = await SignedIn.AsEditorAsync(_site);
        _elsewhere = SignedIn.Nobody(_site);
        _elsewhere.DefaultRequestHeaders.UserAgent.ParseAdd("Library/1.0");
        (await _elsewhere.SignInAsync(SignedIn.Email("Ana Editor"))).Dispose();
    }

    public ValueTask DisposeAsync()
    {
        _editor.Dispose();
        _elsewhere.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task A_new_password_ends_the_other_sessions_and_not_this_one()
    {
        using var answer = await _editor.PostAsync("/account/password", ("current", SignedIn.Password), ("password", NewPassword), ("again", NewPassword));

        Assert.Equal("/account?saved=1", answer.Header("Location"));
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_editor));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(_elsewhere));
        using var signedIn = await _elsewhere.SignInAsync(SignedIn.Email("Ana Editor"), NewPassword);
        Assert.Equal("/admin", signedIn.Header("Location"));
    }

    [Theory]
    [InlineData("not the right password", NewPassword, NewPassword, "Password_NotYours")]
    [InlineData("", NewPassword, NewPassword, "Password_NotYours")]
    [InlineData(SignedIn.Password, "ana.editor 1234", "ana.editor 1234", "Password_HoldsEmail")]
    [InlineData(SignedIn.Password, "aaaaaaaaaaaaa", "aaaaaaaaaaaaa", "Password_Repeats")]
    [InlineData(SignedIn.Password, NewPassword, "", "Password_Differs")]
    public async Task A_password_is_not_changed_without_the_old_one_and_a_good_new_one(string current, string password, string again, string key)
    {
        using var answer = await _editor.PostAsync("/account/password", ("current", current), ("password", password), ("again", again));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Texts.English[key], (await answer.DocumentAsync()).QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(_elsewhere));
    }

    [Fact]
    public async Task Who_found_an_open_browser_cannot_guess_the_password_there()
    {
        for (var i = 0; i < Attempts.ByAccount; i++)
        {
            (await _editor.PostAsync("/account/password", ("current", "wrong"), ("password", NewPassword), ("again", NewPassword))).Dispose();
        }

        using var answer = await _editor.PostAsync("/account/password", ("current", SignedIn.Password), ("password", NewPassword), ("again", NewPassword));

        Assert.Contains(Texts.English["SignIn_Limited"], await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_is_listed_and_can_be_ended()
    {
        var page = await _editor.PageAsync("/account");
        Assert.Contains("Library/1.0", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var session = page.QuerySelector("input[name=session]")!.GetAttribute("value")!;

        (await _editor.PostAsync("/account?handler=End", ("session", session))).Dispose();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(_editor));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(_elsewhere));
    }

    [Fact]
    public async Task All_others_can_be_ended_at_once()
    {
        (await _editor.PostAsync("/account?handler=End")).Dispose();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(_editor));
        Assert.Equal(HttpStatusCode.Redirect, await AskAsync(_elsewhere));
    }

    [Fact]
    public async Task Nobody_ends_somebody_else_s_session()
    {
        using var other = await SignedIn.AsEditorAsync(_site, "Luz Editor");
        var session = (await _editor.PageAsync("/account")).QuerySelector("input[name=session]")!.GetAttribute("value")!;

        (await other.PostAsync("/account?handler=End", ("session", session))).Dispose();

        Assert.Equal(HttpStatusCode.OK, await AskAsync(_elsewhere));
    }

    [Fact]
    public async Task A_new_name_counts_at_once_and_is_shown_as_text()
    {
        (await _editor.PostAsync("/account?handler=Name", ("name", "  <i>Ana</i>  "))).Dispose();

        var page = await _editor.PageAsync("/account");
        Assert.Equal("<i>Ana</i>", page.QuerySelector("#name")!.GetAttribute("value"));
        Assert.Contains("(<i>Ana</i>)", page.QuerySelector(".admin-nav")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("i"));
        Assert.Equal(1, await _site.ReadAsync(db => db.Audit.CountAsync(r => r.Act == AuditAct.NameChanged, Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a\nb")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffffgggggggggghhhhhhhhhhi")]
    public async Task A_name_that_is_none_is_refused(string name)
    {
        using var answer = await _editor.PostAsync("/account?handler=Name", ("name", name));

        Assert.Equal(Texts.English["Account_NameMissing"], (await answer.DocumentAsync()).QuerySelector("#name-problem")!.TextContent);
    }

    [Theory]
    [InlineData("/account")]
    [InlineData("/account/password")]
    [InlineData("/account/two-step")]
    [InlineData("/account/sign-out")]
    public async Task Nobody_else_gets_in(string path)
    {
        using var nobody = SignedIn.Nobody(_site);
        using var read = await nobody.GetAsync(path, Stop);
        using var written = await nobody.PostPlainAsync(path);

        Assert.Equal("/account/sign-in?returnUrl=" + Uri.EscapeDataString(path), read.Header("Location"));
        Assert.Equal(HttpStatusCode.Unauthorized, written.StatusCode);
        using var withoutToken = await _editor.PostPlainAsync(path);
        Assert.Equal(HttpStatusCode.BadRequest, withoutToken.StatusCode);
    }

    private static async Task<HttpStatusCode> AskAsync(SignedIn browser)
    {
        using var answer = await browser.GetAsync("/admin", Stop);
        return answer.StatusCode;
    }
}
