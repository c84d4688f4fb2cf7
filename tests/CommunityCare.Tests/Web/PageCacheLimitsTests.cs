using System.Net;
using System.Security.Claims;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web;

/// <summary>What is never kept, never given to another reader, and never makes the cache grow.</summary>
public sealed class PageCacheLimitsTests : IAsyncLifetime
{
    private readonly CountedStore _store = new();
    private readonly Turnstile _database = new();
    private readonly SmallSite _site;

    public PageCacheLimitsTests() => _site = new(change: builder => builder.ConfigureTestServices(services => services
        .AddSingleton<IOutputCacheStore>(_store)
        .AddSingleton<IStartupFilter>(new Guests())
        .ConfigureDbContext<CareDb>(options => options.AddInterceptors(_database))));

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("open-door", "cost=free");
        await _site.AddAsync("old-name");
        await _site.WriteAsync(async write =>
        {
            var renamed = (await write.FindOrganizationAsync(Ids.Of("old-name")))!;
            renamed.Slug = "new-name";
            await write.SaveAsync(renamed);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/organizations?q=door")]
    [InlineData("/es/organizations?cost=free&q=door&page=1")]
    public async Task What_a_reader_typed_is_kept_neither_here_nor_there(string path)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Empty(answer.Header("ETag"));
            Assert.Contains("door", await answer.TextAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(0, _store.Stored);
    }

    [Fact]
    public async Task A_thousand_unknown_parameters_add_nothing_and_are_shown_to_nobody()
    {
        foreach (var path in new[] { "/", "/es/care", "/organizations", "/organizations/open-door" })
        {
            var before = _store.Keys.Count;
            for (var i = 0; i < 250; i++)
            {
                using var answer = await _site.GetAsync($"{path}?utm{i}=marker{i}&kind=marker{i}&page=0{i + 10_001}");
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.DoesNotContain("marker", await answer.TextAsync(), StringComparison.Ordinal);
            }

            Assert.Equal(before + 1, _store.Keys.Count);
        }
    }

    [Fact]
    public async Task A_page_is_the_same_whatever_host_was_asked_for()
    {
        using var local = await _site.GetAsync("/care", ("Host", "127.0.0.1"));
        using var named = await _site.GetAsync("/care", ("Host", "care.example.org"));

        Assert.True(named.IsKept());
        Assert.Single(_store.Keys);
        Assert.DoesNotContain("127.0.0.1", await named.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/CARE")]
    [InlineData("/care/")]
    [InlineData("/Organizations/open-door")]
    [InlineData("/organizations/open-door/")]
    [InlineData("/organizations/nobody%1E")]
    public async Task Only_canonical_addresses_are_kept(string path)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.GetAsync(path);
            Assert.False(answer.IsKept());
            Assert.Empty(answer.Header("ETag"));
        }

        Assert.Empty(_store.Keys);
    }

    [Theory]
    [InlineData("Authorization", "Basic YW5hOmFuYQ==")]
    [InlineData(Guests.SignedIn, "ana")]
    [InlineData("Cookie", "a=b; __Host-care-session=anything")]
    public async Task Who_is_signed_in_gets_a_page_of_their_own(string header, string value)
    {
        (await _site.GetAsync("/care")).Dispose();
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.GetAsync("/care", (header, value));
            Assert.False(answer.IsKept());
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Empty(answer.Header("ETag"));
        }

        Assert.Equal(1, _store.Stored);
    }

    [Fact]
    public async Task A_page_with_a_cookie_is_not_kept()
    {
        using var answer = await _site.GetAsync("/care", (Guests.GetsCookie, "yes"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(answer.Header("Set-Cookie"));
        Assert.Empty(_store.Keys);
        using var next = await _site.GetAsync("/care");
        Assert.Empty(next.Header("Set-Cookie"));
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/organizations/nobody", 404)]
    [InlineData("GET", "/es/organizations?page=9999", 404)]
    [InlineData("GET", "/organizations/Open-Door", 301)]
    [InlineData("GET", "/es/organizations/old-name", 301)]
    [InlineData("POST", "/care", 405)]
    [InlineData("DELETE", "/organizations/open-door", 405)]
    [InlineData("GET", "/status/404", 404)]
    public async Task Errors_and_redirects_are_not_kept(string method, string path, int status)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.SendAsync(new(method), path);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.False(answer.IsKept());
            Assert.Empty(answer.Header("ETag"));
            Assert.DoesNotContain("no-cache", answer.Header("Cache-Control"), StringComparison.Ordinal);
        }

        Assert.Empty(_store.Keys);
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        _database.Fails = true;
        using var failed = await _site.GetAsync("/organizations/open-door");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        Assert.Empty(failed.Header("ETag"));
        _database.Fails = false;

        using var answer = await _site.GetAsync("/organizations/open-door");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Single(_store.Keys);
    }

    [Fact]
    public async Task A_client_that_wants_only_what_is_kept_or_newer_gets_the_page_all_the_same()
    {
        foreach (var header in new[] { ("Cache-Control", "only-if-cached"), ("Cache-Control", "no-store"), ("If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT"), ("If-None-Match", "*") })
        {
            using var answer = await _site.GetAsync("/crisis", header);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    /// <summary>What a later part of the site may do to a request: sign somebody in, or give a cookie.</summary>
    private sealed class Guests : IStartupFilter
    {
        public const string SignedIn = "X-Signed-In";
        public const string GetsCookie = "X-Gets-Cookie";

        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (context.Request.Headers[SignedIn] is [{ } name])
                {
                    context.User = new(new ClaimsIdentity([new(ClaimTypes.Name, name)], "test"));
                }

                if (context.Request.Headers.ContainsKey(GetsCookie))
                {
                    context.Response.Cookies.Append("who", "ana");
                }

                return rest(context);
            });
            next(app);
        };
    }
}
