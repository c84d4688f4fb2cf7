using System.Net;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web;

/// <summary>Who asks and by which scheme is what a named proxy says, and what nobody else says.</summary>
public sealed class ForwardedTests
{
    private const string Proxy = "10.0.0.7";
    private const string Reader = "203.0.113.9";

    [Theory]
    [InlineData("10.0.0.7", Proxy)]
    [InlineData("127.0.0.1, 10.0.0.7", Proxy)]
    [InlineData("10.0.0.0/8", Proxy)]
    [InlineData("localhost", "127.0.0.1")]
    [InlineData("localhost", "::1")]
    [InlineData("localhost", "::ffff:127.0.0.1")]
    public async Task A_named_proxy_is_believed(string named, string sender) =>
        Assert.Equal(("https", Reader), await SeenAsync(named, sender));

    [Theory]
    [InlineData("", Proxy)]
    [InlineData("", "127.0.0.1")]
    [InlineData("", "::1")]
    [InlineData("10.0.0.7", "10.0.0.8")]
    [InlineData("10.0.0.7", "127.0.0.1")]
    [InlineData("10.0.0.0/8", "11.0.0.7")]
    [InlineData("localhost", "192.168.0.1")]
    public async Task Anybody_else_is_not(string named, string sender) =>
        Assert.Equal(("http", sender), await SeenAsync(named, sender));

    [Fact]
    public async Task What_a_reader_claims_before_the_proxy_is_not_believed() =>
        Assert.Equal(("https", Reader), await SeenAsync("10.0.0.7", Proxy, ("X-Forwarded-For", $"198.51.100.1, {Reader}"), ("X-Forwarded-Proto", "http, https")));

    [Fact]
    public async Task The_host_is_never_taken_from_a_header()
    {
        await using var site = SiteBehind("10.0.0.7", Proxy, new());

        using var answer = await site.GetAsync("/robots.txt", ("X-Forwarded-Host", "evil.example.org"), ("X-Forwarded-Prefix", "/evil"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.DoesNotContain("evil", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nginx")]
    [InlineData("10.0.0.7 10.0.0.0/99")]
    [InlineData("*")]
    public void What_is_no_address_is_told(string named)
    {
        var told = Assert.Throws<StartException>(() => TrustedProxies.Of(named));

        Assert.Contains("CommunityCare__Proxies", told.Message, StringComparison.Ordinal);
    }

    private static async Task<(string Scheme, string Address)> SeenAsync(string named, string sender, params (string, string)[] headers)
    {
        var seen = new Seen();
        await using var site = SiteBehind(named, sender, seen);

        (string, string)[] usual = [("X-Forwarded-For", Reader), ("X-Forwarded-Proto", "https")];
        using var answer = await site.GetAsync("/robots.txt", headers.Length > 0 ? headers : usual);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (seen.Scheme, seen.Address);
    }

    private static SmallSite SiteBehind(string named, string sender, Seen seen) => new(change: builder => builder
        .UseSetting("CommunityCare:Proxies", named)
        .ConfigureTestServices(services => services.AddSingleton<IStartupFilter>(new Connection(IPAddress.Parse(sender), seen))));

    private sealed class Seen
    {
        public string Scheme { get; set; } = "";

        public string Address { get; set; } = "";
    }

    // Stands where the server's connection would be, and looks at what the pages saw.
    private sealed class Connection(IPAddress sender, Seen seen) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use(async (context, rest) =>
            {
                context.Connection.RemoteIpAddress = sender;
                await rest(context);
                (seen.Scheme, seen.Address) = (context.Request.Scheme, context.Connection.RemoteIpAddress!.ToString());
            });
            next(app);
        };
    }
}
