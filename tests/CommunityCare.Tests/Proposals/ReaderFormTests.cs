using System.Net;
using CommunityCare.Proposals;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Proposals;

/// <summary>What holds for both forms that readers send: no cookie, no loss, and no flood.</summary>
public sealed class ReaderFormTests : IAsyncLifetime
{
    private const string Address = "X-Test-Address";

    private static readonly string[] Paths = ["/suggest-an-organization", "/es/suggest-an-organization", "/organizations/open-door/report", "/es/organizations/open-door/report"];

    private readonly SmallSite _site = new(change: builder => builder.ConfigureTestServices(services => services.AddSingleton<IStartupFilter, FromAnywhere>()));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _site.AddAsync("open-door");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task No_answer_sets_a_cookie_or_is_kept()
    {
        foreach (var path in Paths)
        {
            using var page = await _site.GetAsync(path);
            using var again = await _site.GetAsync(path);
            using var wrong = await (await ReaderForm.OpenAsync(_site, path)).SendAsync();
            using var quick = await (await FilledAsync(path)).SendAtOnceAsync();
            using var refused = await (await FilledAsync(path)).SendAsync(("Sec-Fetch-Site", "cross-site"));
            using var sent = await (await FilledAsync(path)).SendAsync();
            using var thanks = await _site.GetAsync(sent.Header("Location"));

            Assert.NotEqual(await page.TextAsync(), await again.TextAsync());
            Assert.All([page, again, wrong, quick, refused, sent], answer => Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal));
            Assert.All([page, again, wrong, quick, refused, sent, thanks], answer => Assert.Empty(answer.Header("Set-Cookie")));
            Assert.Equal(HttpStatusCode.OK, thanks.StatusCode);
            Assert.Empty((await page.DocumentAsync()).QuerySelectorAll("input[name^='__']"));
        }
    }

    [Fact]
    public void Only_these_pages_of_the_public_take_what_is_sent() => Assert.Equal(
        ["organizations/{slug}/report", "suggest-an-organization"],
        from endpoint in _site.Services.GetServices<EndpointDataSource>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let path = endpoint.RoutePattern.RawText!.TrimStart('/')
        let methods = endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods
        where !path.StartsWith("admin", StringComparison.Ordinal) && !path.StartsWith("account", StringComparison.Ordinal)
        where path != "status/{code:int}" && (methods is null || !methods.All(m => m is "GET" or "HEAD"))
        orderby path
        select path);

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData("<script>")]
    public async Task What_another_site_sends_is_refused_and_not_shown(string from)
    {
        foreach (var path in Paths)
        {
            using var answer = await (await FilledAsync(path)).SendAsync(("Sec-Fetch-Site", from));

            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            var page = await answer.DocumentAsync();
            Assert.Equal(path, page.QuerySelector("main a")!.GetAttribute("href"));
            Assert.DoesNotContain("Porch", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        }

        Assert.Equal(0, await CountAsync());
    }

    [Theory]
    [InlineData("same-origin")]
    [InlineData("none")]
    public async Task What_our_own_page_sends_is_taken(string from)
    {
        using var answer = await (await FilledAsync(Paths[0])).SendAsync(("Sec-Fetch-Site", from));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task Who_fills_in_what_nobody_sees_is_thanked_and_nothing_is_kept()
    {
        foreach (var path in Paths)
        {
            var form = await FilledAsync(path);
            var decoy = form.Page.QuerySelector("input[name=subject]")!;
            Assert.Equal(("-1", "off"), (decoy.GetAttribute("tabindex"), decoy.GetAttribute("autocomplete")));
            Assert.NotNull(decoy.Closest("[aria-hidden=true].visually-hidden"));

            using var answer = await form.With("subject", "Cheap pills").SendAsync();
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
            Assert.Contains("/thanks/", answer.Header("Location"), StringComparison.Ordinal);
        }

        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task Who_is_too_quick_gets_everything_back_and_is_taken_a_moment_later()
    {
        foreach (var path in Paths)
        {
            using var quick = await (await FilledAsync(path)).SendAtOnceAsync();
            await IsShownAgainAsync(quick, Texts.English["Form_TooQuickHelp"], Texts.Spanish["Form_TooQuickHelp"]);
        }

        Assert.Equal(4, await CountAsync());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CfDJ8nonsense")]
    [InlineData("<script>alert(1)</script>")]
    public async Task A_form_that_is_old_or_not_ours_gets_everything_back_and_is_taken_then(string? token)
    {
        foreach (var path in Paths)
        {
            var form = await FilledAsync(path);
            _site.Clock.Now += token is null ? FormTokens.Longest : TimeSpan.Zero;
            using var answer = await (token is null ? form : form.With("form", token)).SendAsync();
            await IsShownAgainAsync(answer, Texts.English["Form_TooOldHelp"], Texts.Spanish["Form_TooOldHelp"]);
        }

        Assert.Equal(4, await CountAsync());
    }

    [Fact]
    public async Task One_form_sent_twice_is_kept_once_and_the_later_words_stand()
    {
        var form = await FilledAsync(Paths[2]);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await form.SendAsync();
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        }));
        using var later = await form.With("right", "Open Porch").SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
        Assert.Equal("Open Porch", Assert.Single(Assert.Single(await _site.ReadAsync(db => db.Proposals.AsNoTracking().ToListAsync(Stop))).Fields).Text);
    }

    [Fact]
    public async Task After_a_handful_an_address_waits_and_others_do_not()
    {
        for (var i = 0; i < Floodgate.FromOneAddress; i++)
        {
            using var sent = await (await FilledAsync(Paths[i % 2])).SendAsync((Address, "203.0.113.7"));
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }

        var form = await FilledAsync(Paths[0]);
        using var answer = await form.SendAsync((Address, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(int.Parse(answer.Header("Retry-After"), System.Globalization.CultureInfo.InvariantCulture), 3_000, 3_600);
        var shown = await ReaderForm.OfAsync(_site, answer);
        Assert.Contains("Please try again in about 59 min.", shown.Page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Porch Circle", shown.Value("name"));

        using var other = await form.SendAsync((Address, "203.0.113.8"));
        Assert.Equal(HttpStatusCode.SeeOther, other.StatusCode);
        _site.Clock.Now += Floodgate.Window;
        using var later = await shown.SendAsync((Address, "203.0.113.7"));
        Assert.Equal(HttpStatusCode.SeeOther, later.StatusCode);
    }

    [Fact]
    public async Task Mistakes_do_not_count()
    {
        for (var i = 0; i < 2 * Floodgate.FromOneAddress; i++)
        {
            using var wrong = await (await FilledAsync(Paths[0])).With("name", "").SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        }

        using var sent = await (await FilledAsync(Paths[0])).SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    private async Task IsShownAgainAsync(HttpResponseMessage answer, params string[] sentence)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var form = await ReaderForm.OfAsync(_site, answer);
        Assert.Contains(sentence, s => form.Page.QuerySelector("#problems")!.TextContent.Contains(s, StringComparison.Ordinal));
        Assert.Contains("Porch Circle", form.Value("name") + form.Value("right"), StringComparison.Ordinal);
        Assert.Equal("sam@example.org", form.Value("contact"));
        using var sent = await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    private async Task<ReaderForm> FilledAsync(string path)
    {
        var form = (await ReaderForm.OpenAsync(_site, path)).With("contact", "sam@example.org");
        return path.EndsWith("/report", StringComparison.Ordinal) ? form.With("part", "name").With("right", "Porch Circle") : form.With("name", "Porch Circle").With("phone", "510-555-0100");
    }

    private Task<int> CountAsync() => _site.ReadAsync(db => db.Proposals.CountAsync(Stop));

    /// <summary>The address from which a request comes, as a test wants it.</summary>
    private sealed class FromAnywhere : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, on) =>
            {
                context.Connection.RemoteIpAddress = IPAddress.TryParse(context.Request.Headers[Address], out var address) ? address : null;
                return on(context);
            });
            next(app);
        };
    }
}
