using System.Net;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Every answer, good or bad, is sent with the same care.</summary>
public sealed class HeaderTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["Content-Security-Policy"] = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        ["X-Content-Type-Options"] = "nosniff",
        ["X-Frame-Options"] = "DENY",
        ["Referrer-Policy"] = "no-referrer",
        ["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(self), payment=(), usb=(), browsing-topics=()",
        ["Cross-Origin-Opener-Policy"] = "same-origin",
        ["Cross-Origin-Resource-Policy"] = "same-origin",
    };

    private Site _site = null!;

    public async ValueTask InitializeAsync() => _site = await Site.NewAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("GET", "/es", 200)]
    [InlineData("GET", "/organizations?q=care", 200)]
    [InlineData("GET", "/es/organizations/988-lifeline", 200)]
    [InlineData("HEAD", "/care", 200)]
    [InlineData("GET", "/site.css", 200)]
    [InlineData("GET", "/js/exit.js", 200)]
    [InlineData("GET", "/icons/icon.svg", 200)]
    [InlineData("GET", "/sitemap.xml", 200)]
    [InlineData("GET", "/robots.txt", 200)]
    [InlineData("GET", "/zip-codes.txt", 200)]
    [InlineData("GET", "/suggest?q=care", 200)]
    [InlineData("GET", "/health/live", 200)]
    [InlineData("GET", "/health/ready", 200)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("GET", "/es/organizations/nobody", 404)]
    [InlineData("GET", "/nowhere.css", 404)]
    [InlineData("GET", "/status/500", 404)]
    [InlineData("GET", "/organizations/old-name", 301)]
    [InlineData("POST", "/organizations", 405)]
    [InlineData("DELETE", "/es", 405)]
    [InlineData("POST", "/site.css", 405)]
    public async Task Every_answer_has_the_headers_and_no_cookie(string method, string path, int status)
    {
        Redirect("old-name", "988-lifeline");

        // The second time it may be a kept one.
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.SendAsync(new HttpMethod(method), path);

            Assert.Equal(status, (int)answer.StatusCode);
            Check(answer);
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/es/care/mutual-aid")]
    [InlineData("/organizations?q=care")]
    [InlineData("/es/organizations/988-lifeline")]
    [InlineData("/suggest?q=care")]
    [InlineData("/sitemap.xml")]
    [InlineData("/health/ready")]
    public async Task A_failure_too(string path)
    {
        _site.BreakDatabase();

        using var answer = await _site.GetAsync(path);

        Assert.True((int)answer.StatusCode >= 500, $"{answer.StatusCode}");
        Check(answer);
    }

    [Fact]
    public async Task A_form_that_is_sent_to_a_page_leaves_no_cookie()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("q", "care")]);

        using var answer = await _site.Client.PostAsync("/organizations", form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Check(answer);
    }

    [Fact]
    public async Task A_cookie_that_a_browser_brings_changes_nothing()
    {
        using var without = await _site.GetAsync("/es/care");
        using var with = await _site.SendAsync(HttpMethod.Get, "/es/care", ("Cookie", ".AspNetCore.Culture=c%3Den%7Cuic%3Den; lang=en"), ("Accept-Language", "en"));

        Check(with);
        Assert.Equal(await without.TextAsync(), await with.TextAsync());
    }

    [Fact]
    public async Task An_error_page_is_not_kept()
    {
        using var answer = await _site.GetAsync("/nowhere");

        Assert.Contains("no-store", answer.Header("Cache-Control"), StringComparison.Ordinal);
    }

    private static void Check(HttpResponseMessage answer)
    {
        Assert.All(Expected, header => Assert.Equal(header.Value, answer.Header(header.Key)));
        Assert.Empty(answer.Header("Set-Cookie"));
        Assert.Empty(answer.Header("Server"));
        Assert.Empty(answer.Header("X-Powered-By"));
    }

    private void Redirect(string oldSlug, string slug) => Database.Run(_site.Data.Database, $"""
        INSERT INTO Redirects (Kind, OldSlug, EntryId) SELECT 'organizations', '{oldSlug}', Id FROM Organizations WHERE Slug = '{slug}'
        """);
}
