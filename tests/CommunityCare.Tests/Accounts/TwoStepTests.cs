using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Accounts;

/// <summary>Codes at sign-in: turned on by who can show one, each good once.</summary>
public sealed class TwoStepTests : IAsyncLifetime
{
    private const string Page = "/account/two-step";

    private readonly SmallSite _site = new();
    private SignedIn _editor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _editor = await SignedIn.AsEditorAsync(_site);

    public ValueTask DisposeAsync()
    {
        _editor.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task It_is_on_only_after_a_right_code_and_ends_the_other_sessions()
    {
        using var other = SignedIn.Nobody(_site);
        (await other.SignInAsync(SignedIn.Email("Ana Editor"))).Dispose();
        var page = await _editor.PageAsync(Page);
        Assert.Equal("img", page.QuerySelector("svg.qr")!.GetAttribute("role"));
        var key = page.QuerySelector("main code")!.TextContent;

        using var wrong = await _editor.SendFormAsync(Page + "?handler=On", page, ("code", "000000"));
        var again = await wrong.DocumentAsync();
        Assert.Equal(Texts.English["Code_Refused"], again.QuerySelector("#code-problem")!.TextContent);
        Assert.Equal(key, again.QuerySelector("main code")!.TextContent);
        Assert.False(await _site.ReadAsync(db => db.Users.Select(a => a.TwoFactorEnabled).SingleAsync(Stop)));

        Assert.Equal(TwoStep.RecoveryCodes, (await TurnOnAsync()).RecoveryCodes.Distinct().Count());
        Assert.Equal(HttpStatusCode.OK, (await _editor.GetAsync("/admin", Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/admin", Stop)).StatusCode);
    }

    [Fact]
    public async Task The_password_alone_lets_nobody_in_any_more_and_each_code_lets_in_once()
    {
        var (key, recovery) = await TurnOnAsync();
        _site.Clock.Now += TimeSpan.FromMinutes(1);
        var code = Totp.Code(key, Totp.Step(_site.Clock.Now));

        Assert.Null(await SignInAsync("000000"));
        Assert.Equal("/admin", await SignInAsync(code[..3] + " " + code[3..]));
        Assert.Null(await SignInAsync(code));
        Assert.Equal("/admin", await SignInAsync(recovery[0].ToLowerInvariant()));
        Assert.Null(await SignInAsync(recovery[0]));
        Assert.Null(await SignInAsync(string.Join(';', recovery)));
        Assert.Equal(1, await _site.ReadAsync(db => db.Audit.CountAsync(r => r.Act == AuditAct.RecoveryCodeUsed, Stop)));
    }

    [Fact]
    public async Task Whoever_knew_the_old_password_goes_no_further_with_a_code()
    {
        var (key, _) = await TurnOnAsync();
        using var browser = SignedIn.Nobody(_site);
        using var asked = await browser.SignInAsync(SignedIn.Email("Ana Editor"));
        using var changed = await _editor.PostAsync("/account/password", ("current", SignedIn.Password), ("password", "eleven loud geese fly"), ("again", "eleven loud geese fly"));
        Assert.Equal(HttpStatusCode.Redirect, changed.StatusCode);
        _site.Clock.Now += TimeSpan.FromMinutes(1);

        using var answer = await browser.SendFormAsync("", await asked.DocumentAsync(), ("code", Totp.Code(key, Totp.Step(_site.Clock.Now))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(Texts.English["SignIn_Refused"], await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8xxxx")]
    public async Task A_code_without_the_password_is_refused(string step)
    {
        var (key, _) = await TurnOnAsync();
        _site.Clock.Now += TimeSpan.FromMinutes(1);
        using var browser = SignedIn.Nobody(_site);
        var token = SignedIn.TokenOf(await browser.PageAsync("/account/sign-in"));

        using var answer = await browser.PostPlainAsync("/account/sign-in?handler=Code", (SignedIn.Token, token), ("step", step), ("code", Totp.Code(key, Totp.Step(_site.Clock.Now))));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Texts.English["SignIn_Refused"], (await answer.DocumentAsync()).QuerySelector(".problem")!.TextContent);
    }

    [Fact]
    public async Task The_password_has_to_be_said_again_to_turn_it_off()
    {
        await TurnOnAsync();

        using var wrong = await _editor.PostAsync(Page + "?handler=Off", ("current", "not the right password"));
        Assert.Contains(Texts.English["Password_NotYours"], await wrong.TextAsync(), StringComparison.Ordinal);
        using var codes = await _editor.PostAsync(Page + "?handler=Codes", ("current", SignedIn.Password));
        Assert.Equal(TwoStep.RecoveryCodes, (await codes.DocumentAsync()).QuerySelectorAll(".codes code").Length);
        using var right = await _editor.PostAsync(Page + "?handler=Off", ("current", SignedIn.Password));

        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.False(await _site.ReadAsync(db => db.Users.Select(a => a.TwoFactorEnabled).SingleAsync(Stop)));
        Assert.Equal(HttpStatusCode.OK, (await _editor.GetAsync("/admin", Stop)).StatusCode);
    }

    private async Task<(string Key, List<string> RecoveryCodes)> TurnOnAsync()
    {
        var page = await _editor.PageAsync(Page);
        var key = page.QuerySelector("main code")!.TextContent;
        using var answer = await _editor.SendFormAsync(Page + "?handler=On", page, ("code", Totp.Code(key, Totp.Step(_site.Clock.Now))));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (key, [.. (await answer.DocumentAsync()).QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    /// <returns>Where it led; null if the code was refused.</returns>
    private async Task<string?> SignInAsync(string code)
    {
        using var browser = SignedIn.Nobody(_site);
        using var asked = await browser.SignInAsync(SignedIn.Email("Ana Editor"));
        var page = await asked.DocumentAsync();
        Assert.NotNull(page.QuerySelector("#code"));
        using var answer = await browser.SendFormAsync("", page, ("code", code));
        return answer.StatusCode == HttpStatusCode.Redirect ? answer.Header("Location") : null;
    }
}
