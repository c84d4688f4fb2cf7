using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Accounts;

/// <summary>The sign-in page tells nobody who has an account, and does not let anybody guess.</summary>
public sealed class SignInTests : IAsyncLifetime
{
    private const string Name = "Ana Editor";

    private readonly CountingHasher _hasher = new();
    private readonly SmallSite _site;

    public SignInTests() => _site = new(change: builder => builder.ConfigureTestServices(services => services.AddSingleton<IPasswordHasher<Account>>(_hasher)));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await SignedIn.MakeAccountAsync(_site.Services, Name, Role.Editor);

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task An_unknown_e_mail_costs_one_hash_and_is_answered_like_a_wrong_password()
    {
        var answers = new List<string>();
        foreach (var email in new[] { SignedIn.Email(Name), "nobody.at.all@example.org", "no-address", "" })
        {
            using var browser = SignedIn.Nobody(_site);
            var before = _hasher.Verified;
            using var answer = await browser.SignInAsync(email, "not the right password");

            Assert.Equal(1, _hasher.Verified - before);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var page = await answer.DocumentAsync();
            answers.Add(page.QuerySelector(".problem")!.TextContent);
            Assert.DoesNotContain("__Host-care-session", browser.Cookies.Keys);
        }

        Assert.Equal(Texts.English["SignIn_Refused"], Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task A_disabled_account_is_answered_like_a_wrong_password()
    {
        Database.Run(_site.Database, "UPDATE Accounts SET DisabledAt = '2026-11-22 12:00:00'");
        using var browser = SignedIn.Nobody(_site);

        using var answer = await browser.SignInAsync(SignedIn.Email(Name));

        Assert.Equal(Texts.English["SignIn_Refused"], (await answer.DocumentAsync()).QuerySelector(".problem")!.TextContent);
    }

    [Theory]
    [InlineData("Ana Editor")]
    [InlineData("No Body")]
    public async Task After_ten_wrong_tries_one_has_to_wait_whether_there_is_an_account_or_not(string name)
    {
        using var browser = SignedIn.Nobody(_site);
        for (var i = 0; i < Attempts.ByAccount; i++)
        {
            using var wrong = await browser.SignInAsync(SignedIn.Email(name), "not the right password");
            Assert.Equal(HttpStatusCode.OK, wrong.StatusCode);
        }

        var hashed = _hasher.Verified;
        using var limited = await browser.SignInAsync(SignedIn.Email(name).ToUpperInvariant());
        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
        Assert.Equal("900", limited.Header("Retry-After"));
        Assert.Equal(Texts.English["SignIn_Limited"], (await limited.DocumentAsync()).QuerySelector(".problem")!.TextContent);
        Assert.Equal(hashed, _hasher.Verified);

        _site.Clock.Now += Attempts.Pause + TimeSpan.FromSeconds(1);
        using var later = await browser.SignInAsync(SignedIn.Email(name));
        Assert.Equal(name == Name ? HttpStatusCode.Redirect : HttpStatusCode.OK, later.StatusCode);
    }

    [Fact]
    public async Task Somebody_with_many_e_mails_has_to_wait_too()
    {
        using var browser = SignedIn.Nobody(_site);
        (await browser.SignInAsync("somebody@example.org", "not the right password")).Dispose();
        for (var i = 1; i < Attempts.ByAddress; i++)
        {
            // As the page would, from the same address; to hash fifty times takes long.
            _site.Services.GetRequiredService<Attempts>().Fail(new DefaultHttpContext(), $"somebody-{i}@example.org");
        }

        using var limited = await browser.SignInAsync(SignedIn.Email(Name));

        Assert.Equal(HttpStatusCode.TooManyRequests, limited.StatusCode);
    }

    [Fact]
    public async Task The_lock_outlives_a_restart()
    {
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var signing = scope.ServiceProvider.GetRequiredService<SigningIn>();
            var id = await _site.ReadAsync(db => db.Users.Select(a => a.Id).SingleAsync(Stop));
            for (var i = 0; i < SigningIn.FailuresAllowed; i++)
            {
                await signing.FailAsync(id);
            }
        }

        using var browser = SignedIn.Nobody(_site);
        using var locked = await browser.SignInAsync(SignedIn.Email(Name));
        Assert.Equal(Texts.English["SignIn_Refused"], (await locked.DocumentAsync()).QuerySelector(".problem")!.TextContent);
        Assert.Equal(1, await _site.ReadAsync(db => db.Audit.CountAsync(r => r.Act == AuditAct.LockedOut, Stop)));

        _site.Clock.Now += Attempts.Pause + TimeSpan.FromSeconds(1);
        using var later = await browser.SignInAsync(SignedIn.Email(Name));
        Assert.Equal(HttpStatusCode.Redirect, later.StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_is_counted_in_the_database_after_the_answer()
    {
        using var browser = SignedIn.Nobody(_site);
        (await browser.SignInAsync(SignedIn.Email(Name), "not the right password")).Dispose();

        for (var i = 0; i < 100 && await FailuresAsync() == 0; i++)
        {
            await Task.Delay(50, Stop);
        }

        Assert.Equal(1, await FailuresAsync());
        (await browser.SignInAsync(SignedIn.Email(Name))).Dispose();
        Assert.Equal(0, await FailuresAsync());
    }

    [Theory]
    [InlineData("/es/admin?a=1", "/es/admin?a=1")]
    [InlineData("/admin/organizations?q=%C3%B1", "/admin/organizations?q=%C3%B1")]
    [InlineData("//evil.example", "/admin")]
    [InlineData("/\\evil.example", "/admin")]
    [InlineData("https://evil.example", "/admin")]
    [InlineData("javascript:alert(1)", "/admin")]
    [InlineData("admin", "/admin")]
    [InlineData("/\t/evil.example", "/admin")]
    [InlineData("/admin\r\nSet-Cookie: a=b", "/admin")]
    [InlineData("/ñ", "/admin")]
    [InlineData("", "/admin")]
    public async Task One_is_led_back_and_never_off_the_site(string wanted, string led)
    {
        using var browser = SignedIn.Nobody(_site);

        using var answer = await browser.SignInAsync(SignedIn.Email(Name), path: "/account/sign-in?returnUrl=" + Uri.EscapeDataString(wanted));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(led, answer.Header("Location"));
    }

    [Fact]
    public async Task Who_is_signed_in_needs_no_sign_in_page()
    {
        using var browser = SignedIn.Nobody(_site);
        (await browser.SignInAsync(SignedIn.Email(Name))).Dispose();

        using var answer = await browser.GetAsync("/account/sign-in", Stop);

        Assert.Equal("/admin", answer.Header("Location"));
    }

    [Fact]
    public async Task What_was_typed_is_shown_as_text_and_the_password_not_at_all()
    {
        const string Hostile = "\"><script>alert(1)</script>@example.org";
        using var browser = SignedIn.Nobody(_site);

        using var answer = await browser.SignInAsync(Hostile, "the secret that was typed");

        var text = await answer.TextAsync();
        Assert.DoesNotContain("<script>alert", text, StringComparison.Ordinal);
        Assert.DoesNotContain("the secret", text, StringComparison.Ordinal);
        Assert.Equal(Hostile, (await answer.DocumentAsync()).QuerySelector("#email")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("email", 100_000)]
    [InlineData("password", 100_000)]
    [InlineData("returnUrl", 100_000)]
    [InlineData("kept", 100_000)]
    [InlineData("step", 100_000)]
    public async Task What_is_far_too_long_is_refused_calmly(string field, int length)
    {
        using var browser = SignedIn.Nobody(_site);
        var token = SignedIn.TokenOf(await browser.PageAsync("/account/sign-in"));
        foreach (var path in new[] { "/account/sign-in", "/account/sign-in?handler=Code" })
        {
            using var answer = await browser.PostPlainAsync(path, (SignedIn.Token, token), (field, new string('x', length)));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private Task<int> FailuresAsync() => _site.ReadAsync(db => db.Users.AsNoTracking().Select(a => a.AccessFailedCount).SingleAsync(Stop));

    private sealed class CountingHasher : IPasswordHasher<Account>
    {
        private readonly PasswordHasher<Account> _inner = new();

        public int Verified { get; private set; }

        public string HashPassword(Account user, string password) => _inner.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return _inner.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
