using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Accounts;

/// <summary>How long somebody is signed in, and what ends it.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private const string Cookie = "__Host-care-session";

    private readonly SmallSite _site = new();
    private SignedIn _editor = null!;

    public async ValueTask InitializeAsync() => _editor = await SignedIn.AsEditorAsync(_site);

    public ValueTask DisposeAsync()
    {
        _editor.Dispose();
        return _site.DisposeAsync();
    }

    [Theory]
    [InlineData("https://care.example.org", true)]
    [InlineData("http://localhost", false)]
    public async Task The_cookie_of_forms_is_secure_where_readers_come_over_https(string address, bool isSecure)
    {
        using var browser = new HttpClient(_site.NewHandler()) { BaseAddress = new(address) };

        using var answer = await browser.GetAsync(new Uri("/account/sign-in", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(isSecure, answer.Header("Set-Cookie").Split("; ").Contains("secure"));
    }

    [Fact]
    public async Task The_cookie_is_for_this_host_over_https_and_not_for_scripts()
    {
        using var browser = SignedIn.Nobody(_site);
        using var answer = await browser.SignInAsync(SignedIn.Email("Ana Editor"));

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith(Cookie, StringComparison.Ordinal));
        Assert.Equal(["httponly", "path=/", "samesite=lax", "secure"], cookie.Split("; ").Skip(1).Order(StringComparer.Ordinal));
        Assert.Equal("/admin", answer.Header("Location"));
    }

    [Fact]
    public async Task Without_https_the_cookie_has_a_plain_name()
    {
        await using var site = await Site.NewAsync();
        using var editor = await SignedIn.AsEditorAsync(site);

        Assert.Contains("care-session", editor.Cookies.Keys);
    }

    [Fact]
    public async Task The_database_cannot_be_used_to_sign_in()
    {
        var session = await _site.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());

        Assert.Equal(64, session.Id.Length);
        Assert.All(_editor.Cookies.Values, value => Assert.DoesNotContain(session.Id, value, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task It_goes_on_as_long_as_something_happens_and_ends_after_eight_hours_without()
    {
        foreach (var _ in Enumerable.Range(0, 3))
        {
            _site.Clock.Now += TimeSpan.FromHours(7.9);
            Assert.Equal(HttpStatusCode.OK, await AdminAsync());
        }

        _site.Clock.Now += TimeSpan.FromHours(8.1);
        Assert.Equal(HttpStatusCode.Redirect, await AdminAsync());
    }

    [Fact]
    public async Task It_ends_after_fourteen_days_whatever_happens()
    {
        for (var i = 0; i < 14 * 4 - 1; i++)
        {
            _site.Clock.Now += TimeSpan.FromHours(6);
            Assert.Equal(HttpStatusCode.OK, await AdminAsync());
        }

        _site.Clock.Now += TimeSpan.FromHours(6);
        Assert.Equal(HttpStatusCode.Redirect, await AdminAsync());
    }

    [Theory]
    [InlineData("UPDATE Accounts SET SecurityStamp = 'another'")]
    [InlineData("UPDATE Accounts SET DisabledAt = '2026-11-22 12:00:00'")]
    [InlineData("DELETE FROM Sessions")]
    public async Task It_ends_with_the_next_request_when_the_account_changes(string change)
    {
        Assert.Equal(HttpStatusCode.OK, await AdminAsync());
        Database.Run(_site.Database, change);

        Assert.Equal(HttpStatusCode.Redirect, await AdminAsync());
    }

    [Fact]
    public async Task Another_role_and_another_name_count_with_the_next_request()
    {
        Database.Run(_site.Database, "UPDATE Accounts SET Role = 'Admin', Name = 'Somebody Else'");

        var page = await _editor.PageAsync("/admin");

        Assert.Contains("Somebody Else", page.QuerySelector(".admin-nav")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("/admin/accounts", page.QuerySelectorAll(".admin-nav a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Signing_out_ends_it_for_whoever_copied_the_cookie()
    {
        var copy = _editor.Cookies[Cookie];
        using var answer = await _editor.PostAsync("/account/sign-out");

        Assert.Equal("/account/sign-in", answer.Header("Location"));
        Assert.DoesNotContain(Cookie, _editor.Cookies.Keys);
        _editor.Cookies[Cookie] = copy;
        Assert.Equal(HttpStatusCode.Redirect, await AdminAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8")]
    [InlineData("%00%ff")]
    public async Task A_cookie_that_is_not_ours_is_nobody_s(string value)
    {
        foreach (var tampered in new[] { value, _editor.Cookies[Cookie] + value + "A", _editor.Cookies[Cookie][..^2] })
        {
            using var browser = SignedIn.Nobody(_site);
            browser.Cookies[Cookie] = tampered;
            browser.Cookies["care-form"] = tampered;
            using var answer = await browser.GetAsync("/admin", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            using var form = await browser.GetAsync("/account/sign-in", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, form.StatusCode);
        }
    }

    [Fact]
    public async Task The_last_request_is_remembered_to_the_minute_and_no_more()
    {
        _site.Clock.Now += new TimeSpan(0, 3, 20);
        await AdminAsync();

        var session = await _site.ReadAsync(db => db.Sessions.AsNoTracking().SingleAsync());

        Assert.Equal(_site.Clock.Now.UtcDateTime - TimeSpan.FromSeconds(20), session.LastSeenAt);
    }

    [Fact]
    public async Task A_browser_s_long_name_is_cut()
    {
        using var browser = SignedIn.Nobody(_site);
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", new string('x', 5_000));
        (await browser.SignInAsync(SignedIn.Email("Ana Editor"))).Dispose();

        var longest = await _site.ReadAsync(db => db.Sessions.MaxAsync(s => s.UserAgent.Length));

        Assert.Equal(Session.UserAgentLength, longest);
    }

    private async Task<HttpStatusCode> AdminAsync()
    {
        using var answer = await _editor.GetAsync("/admin", TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
