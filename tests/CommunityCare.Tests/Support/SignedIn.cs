using System.Net;
using AngleSharp.Html.Dom;
using CommunityCare.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityCare.Tests.Support;

/// <summary>A browser with cookies in which somebody is signed in, through the site's own page; or nobody yet.</summary>
public sealed class SignedIn : HttpClient
{
    public const string Password = "a river under the old bridge";
    public const string Token = "__RequestVerificationToken";

    // To hash takes longer than most tests: it happens once.
    private static readonly Lazy<string> Hash = new(() => new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 })).HashPassword(new(), Password));

    private readonly CookieJar _jar;
    private string? _token;

    private SignedIn(HttpMessageHandler handler, Uri? address)
        : this(new CookieJar(handler)) => BaseAddress = address ?? new("http://localhost");

    private SignedIn(CookieJar jar)
        : base(jar) => _jar = jar;

    public Dictionary<string, string> Cookies => _jar.Cookies;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<SignedIn> AsEditorAsync(Site site, string name = "Ana Editor") => NewAsync(Nobody(site), site.Services, name, Role.Editor);

    public static Task<SignedIn> AsAdminAsync(Site site, string name = "Rosa Admin") => NewAsync(Nobody(site), site.Services, name, Role.Admin);

    public static Task<SignedIn> AsEditorAsync(SmallSite site, string name = "Ana Editor") => NewAsync(Nobody(site), site.Services, name, Role.Editor);

    public static Task<SignedIn> AsAdminAsync(SmallSite site, string name = "Rosa Admin") => NewAsync(Nobody(site), site.Services, name, Role.Admin);

    public static SignedIn Nobody(Site site) => new(site.NewHandler(), site.Client.BaseAddress);

    public static SignedIn Nobody(SmallSite site) => new(site.NewHandler(), null);

    /// <summary>The same browser, where the site answers in another way.</summary>
    public SignedIn Over(HttpMessageHandler handler)
    {
        var browser = new SignedIn(handler, BaseAddress);
        foreach (var (name, value) in Cookies)
        {
            browser.Cookies[name] = value;
        }

        return browser;
    }

    /// <summary>As in <c>ana.editor@example.org</c>.</summary>
    public static string Email(string name) => name.Replace(' ', '.').ToLowerInvariant() + "@example.org";

    /// <summary>Makes an account with the password of all tests.</summary>
    public static async Task MakeAccountAsync(IServiceProvider services, string name, Role role)
    {
        await using var scope = services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Account>>()
            .CreateAsync(new() { Name = name, UserName = Email(name), Email = Email(name), Role = role, PasswordHash = Hash.Value });
        Assert.True(made.Succeeded, made.ToString());
    }

    public async Task<HttpResponseMessage> SignInAsync(string email, string password = Password, string path = "/account/sign-in") =>
        await SendFormAsync(path, await PageAsync(path), ("email", email), ("password", password));

    /// <summary>A form as a page of the site would send it: with the antiforgery token.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        _token ??= TokenOf(await PageAsync("/account/sign-out"));
        return await PostPlainAsync(path, [(Token, _token), .. fields]);
    }

    /// <summary>A form without a token, or with one of the test's own.</summary>
    public async Task<HttpResponseMessage> PostPlainAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await PostAsync(new Uri(path, UriKind.Relative), form, Stop);
    }

    /// <summary>The form of a page, with all that it holds already, and with what somebody fills in.</summary>
    /// <param name="path">Where it is sent, if it does not say so.</param>
    /// <param name="page">With one form in its main part, or the first is meant.</param>
    /// <param name="fields">What is typed.</param>
    public Task<HttpResponseMessage> SendFormAsync(string path, IHtmlDocument page, params (string Name, string Value)[] fields)
    {
        var form = (IHtmlFormElement)page.QuerySelector("main .form")!;
        var kept = form.QuerySelectorAll("input[type=hidden]").Select(i => (i.GetAttribute("name")!, i.GetAttribute("value") ?? ""));
        return PostPlainAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, [.. kept, .. fields]);
    }

    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.True(status == answer.StatusCode, $"{path} answered {answer.StatusCode}");
        return await answer.DocumentAsync();
    }

    public static string TokenOf(IHtmlDocument page) => page.QuerySelector($"input[name={Token}]")!.GetAttribute("value")!;

    private static async Task<SignedIn> NewAsync(SignedIn browser, IServiceProvider services, string name, Role role)
    {
        await MakeAccountAsync(services, name, role);
        using var answer = await browser.SignInAsync(Email(name));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }
}
