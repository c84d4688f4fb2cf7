using System.Net;
using CommunityCare.Asking;

namespace CommunityCare.Tests.Asking;

/// <summary>What a page answers, whatever its server does, and what is never asked of anybody.</summary>
public sealed class AskerTests : IAsyncLifetime
{
    private OtherServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await OtherServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("here", "Here", 200)]
    [InlineData("only-get/405", "Here", 200)]
    [InlineData("only-get/403", "Here", 200)]
    [InlineData("only-get/501", "Here", 200)]
    [InlineData("only-get/404", "Here", 200)]
    [InlineData("endless", "Here", 200)]
    [InlineData("moved", "Here", 200)]
    [InlineData("404", "Gone", 404)]
    [InlineData("410", "Gone", 410)]
    [InlineData("lost", "Gone", 404)]
    [InlineData("403", "Other", 403)]
    [InlineData("429", "Other", 429)]
    [InlineData("500", "Other", 500)]
    [InlineData("503", "Other", 503)]
    [InlineData("round-and-round", "Other", 302)]
    [InlineData("broken", "NoAnswer", null)]
    [InlineData("inwards", "NotPublic", null)]
    public async Task A_page_is_there_or_gone_or_it_cannot_be_told(string path, string answer, int? status) =>
        Assert.Equal((Enum.Parse<Answer>(answer), status), await AskAsync(_server.Page(path)));

    [Theory]
    [InlineData("http://nobody.example.org/", "NoSuchHost")]
    [InlineData("http://later.example.org/", "NoAnswer")]
    [InlineData("http://inside.example.org/", "NotPublic")]
    [InlineData("http://", "NoAnswer")]
    [InlineData("file:///etc/passwd", "NoAnswer")]
    [InlineData("not an address", "NoAnswer")]
    public async Task Who_cannot_be_asked_is_told_apart(string address, string answer) =>
        Assert.Equal((Enum.Parse<Answer>(answer), (int?)null), await AskAsync(address));

    [Fact]
    public async Task Who_takes_too_long_has_not_answered()
    {
        var asker = new Asker(OtherServer.Manners with { TimeLimit = TimeSpan.FromMilliseconds(200) });

        Assert.Equal((Answer.NoAnswer, null), await asker.AskAsync(_server.Page("slow"), Stop));
    }

    [Fact]
    public async Task Whoever_stops_the_site_does_not_wait_for_an_answer()
    {
        using var end = new CancellationTokenSource();
        var asking = new Asker(OtherServer.Manners).AskAsync(_server.Page("slow"), end.Token);
        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
    }

    [Fact]
    public async Task Browsers_would_warn_of_a_certificate_that_nobody_signed_but_not_of_a_server_without_any()
    {
        await using var secure = await OtherServer.StartAsync(isSecure: true);

        Assert.Equal((Answer.BadCertificate, null), await AskAsync($"https://one.example.org:{secure.Port}/here"));
        Assert.Equal((Answer.NoAnswer, null), await AskAsync($"https://one.example.org:{_server.Port}/here"));
        Assert.Empty(secure.Questions);
    }

    [Fact]
    public async Task The_content_is_asked_for_only_where_the_headers_alone_are_refused_and_the_busy_are_not_asked_twice()
    {
        foreach (var path in new[] { "here", "only-get/405", "429", "503" })
        {
            await AskAsync(_server.Page(path));
        }

        Assert.Equal(["HEAD /here", "HEAD /only-get/405", "GET /only-get/405", "HEAD /429", "HEAD /503"], _server.Questions);
    }

    [Fact]
    public async Task It_says_who_it_is_and_carries_nothing_along()
    {
        var asker = new Asker(OtherServer.Manners with { Name = Manners.Of("https://care.example.org").Name });
        await asker.AskAsync(_server.Page("moved").Replace("http://", "http://ana:secret@", StringComparison.Ordinal), Stop);

        Assert.Equal("GET /here", _server.Questions.Last().Replace("HEAD", "GET", StringComparison.Ordinal));
        Assert.Equal(["Accept", "Host", "User-Agent"], _server.Headers.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("+https://care.example.org", _server.Headers["User-Agent"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("[::1]")]
    [InlineData("[::ffff:127.0.0.1]")]
    [InlineData("2130706433")]
    public async Task By_itself_the_site_never_asks_its_own_machine(string host)
    {
        var asker = new Asker(Manners.Of(null));

        Assert.Equal((Answer.NotPublic, null), await asker.AskAsync(_server.Page("here", host), Stop));
        Assert.Empty(_server.Questions);
    }

    [Theory]
    [InlineData("0.0.0.0 10.0.0.1 100.64.0.1 127.0.0.1 127.9.9.9 169.254.169.254 172.16.0.1 172.31.255.255 192.168.0.1 192.0.2.1 198.18.0.1", false)]
    [InlineData("224.0.0.1 239.255.255.250 255.255.255.255", false)]
    [InlineData(":: ::1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 fe80::1 fc00::1 fd12:3456::1 ff02::1 fec0::1 2001:db8::1 2001::1 2002:7f00:1:: 64:ff9b::a00:1", false)]
    [InlineData("1.1.1.1 172.15.0.1 172.32.0.1 192.169.0.1 223.255.255.255 2606:4700::1111 2a00:1450::1 ::ffff:1.1.1.1 64:ff9b::101:101", true)]
    public void Machines_of_the_public_internet_are_told_from_all_others(string addresses, bool isPublic) =>
        Assert.All(addresses.Split(' '), address => Assert.True(PublicInternet.Has(IPAddress.Parse(address)) == isPublic, address));

    private Task<(Answer, int?)> AskAsync(string address) => new Asker(OtherServer.Manners).AskAsync(address, Stop);
}
