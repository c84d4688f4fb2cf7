using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Accounts;

/// <summary>What somebody wrote is not lost because their session was over, or the site was started again, or they signed in twice.</summary>
public sealed class KeptFormTests : IAsyncLifetime
{
    private const string Path = "/es/admin/accounts?handler=&x=%C3%B1";

    private static readonly (string Name, string Value)[] Fields =
    [
        ("email", "new@example.org"), ("role", "Nonsense"), ("Notes", "línea 1\r\nlínea 2 <b>&amp; \"x\"</b> 'y'"), ("tag", "a"), ("tag", " b "),
        ("empty", ""), ("<script>", "</input><script>alert(1)</script>"), ("kept", "a field of the form's own"),
    ];

    private readonly Recorder _received = new();
    private readonly SmallSite _site;
    private SignedIn _admin = null!;

    public KeptFormTests() => _site = new(change: builder => builder.ConfigureTestServices(services =>
        services.Configure<MvcOptions>(options => options.Filters.Add(_received))));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _admin = await SignedIn.AsAdminAsync(_site);

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return _site.DisposeAsync();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_form_outlives_its_session_and_a_restart(bool isRestarted)
    {
        _site.Clock.Now += TimeSpan.FromHours(9);
        using var refused = await _admin.PostPlainAsync(Path, [(SignedIn.Token, "of the old session"), .. Fields]);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal("no-store", refused.Header("Cache-Control"));
        var asked = await refused.DocumentAsync();
        Assert.Equal(Texts.Spanish["SignedOut_Title"], asked.QuerySelector("h1")!.TextContent);
        Assert.Empty(_received.Forms);

        using var browser = isRestarted ? _admin.Over(_site.Restarted()) : _admin.Over(_site.NewHandler());
        using var wrong = await browser.SendFormAsync("", asked, ("email", SignedIn.Email("Rosa Admin")), ("password", "not the right password"));
        using var right = await browser.SendFormAsync("", await wrong.DocumentAsync(), ("email", SignedIn.Email("Rosa Admin")), ("password", SignedIn.Password));
        var here = await right.DocumentAsync();
        Assert.Equal(Texts.Spanish["Kept_Title"], here.QuerySelector("h1")!.TextContent);
        Assert.Equal(Path, here.QuerySelector("main form")!.GetAttribute("action"));
        Assert.Empty(here.QuerySelectorAll("main script"));
        Assert.Empty(_received.Forms);

        using var sent = await browser.SendFormAsync("", here);

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var form = Assert.Single(_received.Forms);
        Assert.Equal(Path, form.Path);
        Assert.Equal(Fields.Order(), form.Fields.Where(f => f.Name != SignedIn.Token).Order());
    }

    [Fact]
    public async Task A_form_from_before_another_sign_in_is_explained_and_can_be_sent_again()
    {
        var old = SignedIn.TokenOf(await _admin.PageAsync("/account/sign-out"));
        using var editor = await SignedIn.AsAdminAsync(_site, "Luz Admin");

        using var stale = await editor.PostPlainAsync(Path, [(SignedIn.Token, old), .. Fields]);

        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        var page = await stale.DocumentAsync();
        Assert.Equal(Texts.Spanish["Stale_Title"], page.QuerySelector("h1")!.TextContent);
        using var sent = await editor.SendFormAsync("", page);
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Equal(Fields.Order(), Assert.Single(_received.Forms).Fields.Where(f => f.Name != SignedIn.Token).Order());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    public async Task What_another_site_sends_is_not_kept(string header, string value)
    {
        using var nobody = SignedIn.Nobody(_site);
        nobody.DefaultRequestHeaders.Add(header, value);
        using var refused = await nobody.PostPlainAsync(Path, Fields);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Null((await refused.DocumentAsync()).QuerySelector("input[name=kept]")!.GetAttribute("value"));

        _admin.DefaultRequestHeaders.Add(header, value);
        using var stale = await _admin.PostPlainAsync(Path, Fields);
        Assert.Equal(HttpStatusCode.BadRequest, stale.StatusCode);
        Assert.Null((await stale.DocumentAsync()).QuerySelector("main form[action^='/es/admin']"));
    }

    [Fact]
    public async Task Passwords_are_never_kept()
    {
        using var nobody = SignedIn.Nobody(_site);
        foreach (var path in new[] { "/account/password", "/account/two-step" })
        {
            using var refused = await nobody.PostPlainAsync(path, ("password", "the secret that was typed"));
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.Null((await refused.DocumentAsync()).QuerySelector("input[name=kept]")!.GetAttribute("value"));
        }
    }

    [Theory]
    [InlineData("after a day")]
    [InlineData("tampered")]
    public async Task What_is_too_old_or_not_ours_is_left_out(string how)
    {
        using var nobody = SignedIn.Nobody(_site);
        using var refused = await nobody.PostPlainAsync(Path, Fields);
        var page = await refused.DocumentAsync();
        if (how == "tampered")
        {
            var kept = page.QuerySelector("input[name=kept]")!;
            kept.SetAttribute("value", kept.GetAttribute("value")![..^4] + "AAAA");
        }
        else
        {
            _site.Clock.Now += TimeSpan.FromHours(25);
        }

        using var answer = await nobody.SendFormAsync("", page, ("email", SignedIn.Email("Rosa Admin")), ("password", SignedIn.Password));

        Assert.Equal("/es/admin", answer.Header("Location"));
    }

    [Fact]
    public async Task Too_many_or_too_large_fields_are_refused_calmly()
    {
        var random = new Random(7);
        var noise = Convert.ToBase64String(Enumerable.Range(0, 900_000).Select(_ => (byte)random.Next(256)).ToArray());
        using var nobody = SignedIn.Nobody(_site);
        foreach (var fields in new[] { [("text", noise)], Enumerable.Range(0, 3_000).Select(i => ($"f{i}", "x")).ToArray(), [(new string('n', 5_000), "x")] })
        {
            using var refused = await nobody.PostPlainAsync(Path, fields);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            using var asAdmin = await _admin.PostPlainAsync(Path, fields);
            Assert.Equal(HttpStatusCode.BadRequest, asAdmin.StatusCode);
        }

        using var json = new StringContent("{\"a\":", System.Text.Encoding.UTF8, "application/json");
        using var strange = await nobody.PostAsync(new Uri(Path, UriKind.Relative), json, Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, strange.StatusCode);
    }

    /// <summary>What the handlers of admin pages get.</summary>
    private sealed class Recorder : IAsyncPageFilter
    {
        public List<(string Path, List<(string Name, string Value)> Fields)> Forms { get; } = [];

        public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

        public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
        {
            var request = context.HttpContext.Request;
            if (HttpMethods.IsPost(request.Method) && context.ActionDescriptor.ViewEnginePath.StartsWith("/Admin/", StringComparison.Ordinal))
            {
                Forms.Add((request.PathBase + request.Path + request.QueryString, [.. request.Form.SelectMany(f => f.Value.Select(v => (f.Key, v ?? "")))]));
            }

            return next();
        }
    }
}
