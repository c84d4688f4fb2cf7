using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Accounts;

/// <summary>Links that let somebody in, once.</summary>
public sealed class LinkTests : IAsyncLifetime
{
    private const string Password = "seven quiet lanterns";

    private readonly SmallSite _site = new();
    private readonly SignedIn _browser;

    public LinkTests() => _browser = SignedIn.Nobody(_site);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task The_first_link_makes_the_first_admin_and_is_good_for_nothing_more()
    {
        var (first, second) = (await SetupAsync(), await SetupAsync());
        using var used = await UseAsync(first, ("name", "Rosa"), ("email", "rosa@example.org"), ("password", Password), ("again", Password));
        Assert.Equal("/account/sign-in?new=1", used.Header("Location"));

        using var signedIn = await _browser.SignInAsync("rosa@example.org", Password);
        Assert.Equal("/admin", signedIn.Header("Location"));
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/admin/accounts", Stop)).StatusCode);

        foreach (var link in new[] { first, second })
        {
            await _browser.PageAsync(link, HttpStatusCode.Gone);
        }

        Assert.Null(await LinksAsync(links => links.SetupAsync(Stop)));
        Assert.Equal(Role.Admin, await _site.ReadAsync(db => db.Users.Select(a => a.Role).SingleAsync(Stop)));
    }

    [Fact]
    public async Task Only_the_hash_of_a_link_is_stored_and_opening_it_does_not_use_it_up()
    {
        var link = await SetupAsync();
        var key = link.Split("key=")[1];

        await _browser.PageAsync(link);
        await _browser.PageAsync(link);

        Assert.Equal(22, key.Length);
        Assert.All(await _site.ReadAsync(db => db.OneTimeLinks.Select(l => l.Id).ToListAsync(Stop)), id => Assert.Matches("^[0-9a-f]{64}$", id));
    }

    [Fact]
    public async Task A_link_is_over_after_a_day()
    {
        var link = await SetupAsync();
        _site.Clock.Now += TimeSpan.FromHours(23.9);
        var page = await _browser.PageAsync(link);
        _site.Clock.Now += TimeSpan.FromHours(0.2);

        await _browser.PageAsync(link, HttpStatusCode.Gone);
        using var late = await _browser.SendFormAsync(link, page, ("name", "Rosa"), ("email", "rosa@example.org"), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.Gone, late.StatusCode);
    }

    [Fact]
    public async Task A_form_sent_twice_makes_one_account()
    {
        var link = await SetupAsync();
        var page = await _browser.PageAsync(link);

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            _browser.SendFormAsync(link, page, ("name", "Rosa"), ("email", "rosa@example.org"), ("password", Password), ("again", Password))));

        Assert.Equal(1, answers.Count(a => a.StatusCode == HttpStatusCode.Redirect));
        Assert.All(answers, a => Assert.True((int)a.StatusCode is 200 or 302 or 410, a.StatusCode.ToString()));
        Assert.Equal(1, await _site.ReadAsync(db => db.Users.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("", "rosa@example.org", Password, Password, "name", "Account_NameMissing")]
    [InlineData("Ro\nsa", "rosa@example.org", Password, Password, "name", "Account_NameMissing")]
    [InlineData("Rosa", "rosa", Password, Password, "email", "Account_EmailWrong")]
    [InlineData("Rosa", "Rosa <rosa@example.org>", Password, Password, "email", "Account_EmailWrong")]
    [InlineData("Rosa", "rosa@example.org", "tiny river", "tiny river", "password", "Password_TooShort")]
    [InlineData("Rosa", "rosamunde@example.org", "rosamunde 1234", "rosamunde 1234", "password", "Password_HoldsEmail")]
    [InlineData("Rosa", "rosa@example.org", Password, "seven quiet lantern", "again", "Password_Differs")]
    public async Task What_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost(string name, string email, string password, string again, string field, string key)
    {
        var link = await SetupAsync();

        using var answer = await UseAsync(link, ("name", name), ("email", email), ("password", password), ("again", again));

        var page = await answer.DocumentAsync();
        Assert.Equal(Texts.English[key], page.QuerySelector($"#{field}-problem")!.TextContent);
        Assert.Equal(Texts.English[key], page.QuerySelector($"#problems a[href='#{field}']")!.TextContent);
        Assert.Equal(email, page.QuerySelector("#email")!.GetAttribute("value"));
        Assert.DoesNotContain(password, page.QuerySelector("main")!.OuterHtml, StringComparison.Ordinal);
        Assert.Equal(0, await _site.ReadAsync(db => db.Users.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?key=")]
    [InlineData("?key=x")]
    [InlineData("?key=%00%ff<script>")]
    public async Task What_is_no_link_is_told_so(string query)
    {
        var page = await _browser.PageAsync("/es/account/setup" + query, HttpStatusCode.Gone);

        Assert.Equal(Texts.Spanish["Setup_GoneTitle"], page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_reset_ends_all_sessions_and_the_old_password()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);
        var id = await _site.ReadAsync(db => db.Users.Select(a => a.Id).SingleAsync(Stop));
        var link = (await LinksAsync(links => links.ResetAsync("Rosa", id, turnsTwoStepOff: false, Stop)))!;

        using var used = await UseAsync(Local(link), ("password", Password), ("again", Password));

        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.GetAsync("/admin", Stop)).StatusCode);
        using var old = await _browser.SignInAsync(SignedIn.Email("Ana Editor"));
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
        using var signedIn = await _browser.SignInAsync(SignedIn.Email("Ana Editor"), Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    private async Task<string> SetupAsync()
    {
        var link = (await LinksAsync(links => links.SetupAsync(Stop)))!;
        Assert.StartsWith("https://care.example.org/account/setup?key=", link, StringComparison.Ordinal);
        return Local(link);
    }

    private async Task<HttpResponseMessage> UseAsync(string link, params (string Name, string Value)[] fields) =>
        await _browser.SendFormAsync(link, await _browser.PageAsync(link), fields);

    private async Task<string?> LinksAsync(Func<OneTimeLinks, Task<string?>> make)
    {
        await using var scope = _site.Services.CreateAsyncScope();
        return await make(scope.ServiceProvider.GetRequiredService<OneTimeLinks>());
    }

    private static string Local(string link) => new Uri(link).PathAndQuery;
}
