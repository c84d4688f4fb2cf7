using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>What no browser sends, on a real server: it may be refused, and never makes the site fail.</summary>
public sealed partial class HostileRequestTests(HostileRequestTests.Kestrel kestrel) : IClassFixture<HostileRequestTests.Kestrel>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Targets =>
    [
        "//", "//organizations", "//evil.example/..", "/es//evil.example", "//es/care", "/%2F%2Fevil.example", "/\\evil.example",
        "/%00", "/care/%00", "/organizations/%00", "/es%00", "/organizations/a%00b", "/%0d%0aSet-Cookie:a=b", "/organizations/%0d%0a",
        "/organizations%2F988-lifeline", "/organizations/..%2f..%2fappsettings.json", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
        "/es/../../etc/passwd", "/organizations/988-lifeline/", "/organizations/988-lifeline%20", "/organizations/.", "/organizations/..",
        "/%", "/%zz", "/%C0%AF", "/%FF%FE", "/organizations/%ED%A0%80", "/organizations/%F0%9F%A7%B5", "/organizations/%E2%80%AE",
        "/organizations?q=%FF%FE", "/organizations?q=%C0%AF", "/organizations?q=%ED%A0%80", "/organizations?q=%00", "/organizations?q=a%00b",
        "/organizations?q=%F0%9F%A7%B5", "/organizations?q=%", "/organizations?q=%zz", "/organizations?q=\"", "/organizations?q='", "/organizations?q=*",
        "/organizations?q=a*b%22c(d)%20NEAR(x,y)%20AND%20OR%20NOT%20-%20%5E", "/organizations?q=Name:x", "/organizations?q=%7Bname%7D:x",
        "/organizations?q=<script>alert(1)</script>", "/organizations?q=%3C/script%3E&q=2&q=3", "/organizations?q", "/organizations?=", "/organizations?&&&",
        "/organizations?%00=%00", "/organizations?kind=%00", "/organizations?kind=", "/organizations?kind=nothing", "/organizations?kind=not-stated&kind=mutual-aid",
        "/organizations?page=-1", "/organizations?page=0", "/organizations?page=1e9", "/organizations?page=99999999999999999999", "/organizations?page=%D9%A1",
        "/organizations?sort=nothing", "/organizations?sort=7", "/organizations?sort=-1", "/organizations?sort=best,name",
        "/suggest?q=%00%FF%FE%ED%A0%80", "/suggest?q=a*b%22c(d)%20NEAR(x)%25_", "/suggest?q=%zz&q=%", "/suggest?%00", "/suggest/", "/es/suggest/x", "/suggest?q=" + new string('a', 7_000),
        "/organizations?q=" + new string('%', 50), "/organizations?q=" + string.Concat(Enumerable.Repeat("a ", 500)).Replace(" ", "+", StringComparison.Ordinal),
        "/organizations?" + string.Concat(Enumerable.Repeat("kind=mutual-aid&", 300)), "/organizations?" + string.Concat(Enumerable.Range(0, 900).Select(i => $"x{i}=1&")),
        "/" + new string('a', 4000), "/organizations/" + new string('a', 7000), "/" + new string('a', 20_000), string.Concat(Enumerable.Repeat("/a", 3000)),
        "/status/", "/status/-1", "/status/999999999999", "/status/500?code=404", "*", "http://evil.example/", "http://evil.example/es/care", "evil",
    ];

    [Theory]
    [MemberData(nameof(Targets), DisableDiscoveryEnumeration = true)]
    public async Task A_strange_address_is_answered_or_refused(string target)
    {
        foreach (var method in new[] { "GET", "HEAD", "POST" })
        {
            var answer = await kestrel.SendAsync($"{method} {target} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

            Assert.InRange(Status(answer), 200, 499);
            Assert.DoesNotContain("Set-Cookie", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Location: //", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"//", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("action=\"//", answer, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script>alert", answer, StringComparison.Ordinal);
            Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_question_of_ten_thousand_characters_is_answered()
    {
        var answer = await kestrel.SendAsync($"GET /organizations?q={string.Concat(Enumerable.Repeat("care%20", 2_000))} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Equal(200, Status(answer));
        Assert.Contains("</html>", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/9.9\r\nHost: localhost\r\n\r\n")]
    [InlineData("nonsense\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: \x01\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /care HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n")]
    [InlineData("POST /care HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 3\r\nConnection: close\r\n\r\n--x")]
    [InlineData("GET / HTTP/1.1\r\nHost: localhost\r\nAccept: \r\nAccept-Language: ,,;q=x\r\nAccept-Encoding: *;q=0\r\nIf-None-Match: x\r\nRange: bytes=9-1\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /site.css HTTP/1.1\r\nHost: localhost\r\nRange: bytes=9-1,-,5-\r\nIf-Modified-Since: never\r\nConnection: close\r\n\r\n")]
    public async Task A_strange_request_is_answered_or_refused(string request) =>
        Assert.NotEqual(500, Status(await kestrel.SendAsync(request)));

    [Theory]
    [InlineData("/")]
    [InlineData("/es")]
    [InlineData("/care/mutual-aid")]
    [InlineData("/organizations?q=care")]
    [InlineData("/site.css")]
    [InlineData("/nowhere")]
    public async Task Asking_for_the_head_gives_the_same_without_the_body(string path)
    {
        var all = await kestrel.SendAsync($"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        var head = await kestrel.SendAsync($"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Equal(Status(all), Status(head));
        Assert.EndsWith("\r\n\r\n", head, StringComparison.Ordinal);
        Assert.Equal(ContentType().Match(all).Value, ContentType().Match(head).Value);
        Assert.DoesNotContain("<", head, StringComparison.Ordinal);
    }

    private static int Status(string answer)
    {
        Assert.StartsWith("HTTP/1.1 ", answer, StringComparison.Ordinal);
        return int.Parse(answer.AsSpan(9, 3), CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("Content-Type: .*")]
    private static partial Regex ContentType();

    public sealed class Kestrel : IAsyncLifetime
    {
        private Site _site = null!;

        public async ValueTask InitializeAsync() => _site = await Site.OnKestrelAsync();

        public ValueTask DisposeAsync() => _site.DisposeAsync();

        public async Task<string> SendAsync(string request)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            patience.CancelAfter(Patience);
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _site.Client.BaseAddress!.Port, patience.Token);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
            using var answer = new MemoryStream();
            try
            {
                await stream.CopyToAsync(answer, patience.Token);
            }
            catch (IOException) when (answer.Length > 0)
            {
                // It refused before it had read all, and hung up.
            }

            return Encoding.UTF8.GetString(answer.ToArray());
        }
    }
}
