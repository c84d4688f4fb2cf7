using System.Net;
using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Accounts;

/// <summary>Each closed page, found from the site's own list of endpoints, so that none is forgotten.</summary>
public sealed partial class ClosedPagesTests : IAsyncLifetime
{
    private static readonly string[] ForAdmins = ["accounts", "kinds", "vocabularies", "settings", "audit", "backups"];

    private readonly SmallSite _site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Nobody_gets_in_and_whoever_reads_is_asked_to_sign_in()
    {
        foreach (var prefix in new[] { "", "/es" })
        {
            foreach (var path in Paths("admin").Select(p => prefix + p))
            {
                using var read = await _site.GetAsync(path + "?a=1&b=%C3%B1");
                Assert.True(read.StatusCode == HttpStatusCode.Redirect, $"{path} answered {read.StatusCode}");
                Assert.Equal($"{prefix}/account/sign-in?returnUrl={Uri.EscapeDataString(path + "?a=1&b=%C3%B1")}", read.Header("Location"));

                using var written = await _site.SendAsync(HttpMethod.Post, path);
                Assert.True(written.StatusCode == HttpStatusCode.Unauthorized, $"POST {path} answered {written.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task An_editor_gets_what_is_for_editors_and_no_more()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);
        foreach (var path in Paths("admin"))
        {
            var isForAdmins = ForAdmins.Contains(path.Split('/').ElementAtOrDefault(2));
            using var read = await editor.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(isForAdmins == (read.StatusCode == HttpStatusCode.Forbidden), $"{path} answered {read.StatusCode}");
            Assert.True((int)read.StatusCode is 200 or 403 or 404, $"{path} answered {read.StatusCode}");

            using var written = await editor.PostPlainAsync(path);
            Assert.True((isForAdmins ? HttpStatusCode.Forbidden : HttpStatusCode.BadRequest) == written.StatusCode, $"POST {path} without a token answered {written.StatusCode}");
        }
    }

    [Fact]
    public async Task Closed_pages_are_kept_nowhere_listed_nowhere_and_sent_plain()
    {
        using var admin = await SignedIn.AsAdminAsync(_site);
        admin.DefaultRequestHeaders.Add("Accept-Encoding", "br, gzip");
        foreach (var path in Paths("admin", "account"))
        {
            using var answer = await admin.GetAsync(path, TestContext.Current.CancellationToken);

            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Equal("noindex", answer.Header("X-Robots-Tag"));
            Assert.Empty(answer.Content.Headers.ContentEncoding);
            Assert.Empty(answer.Header("ETag"));
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Assert.NotNull((await answer.DocumentAsync()).QuerySelector("meta[name=robots][content=noindex]"));
            }
        }
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Closed_pages_know_no_other_methods(string method)
    {
        foreach (var path in Paths("admin", "account"))
        {
            using var answer = await _site.SendAsync(new(method), path);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Who_may_not_open_a_page_is_told_so()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);

        var page = await editor.PageAsync("/es/admin/accounts", HttpStatusCode.Forbidden);

        Assert.Equal(Texts.Spanish["Forbidden_Title"], page.QuerySelector("h1")!.TextContent);
        Assert.Contains(Texts.Spanish["Forbidden_Help"], page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_navigation_shows_what_one_may_open()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);
        using var admin = await SignedIn.AsAdminAsync(_site);

        Assert.Equal(
            ["/es/admin", "/es/admin/organizations", "/es/admin/proposals", "/es/admin/changes", "/es/account"],
            (await editor.PageAsync("/es/admin")).QuerySelectorAll(".admin-nav a").Select(a => a.GetAttribute("href")));
        Assert.Contains("/admin/accounts", (await admin.PageAsync("/admin")).QuerySelectorAll(".admin-nav a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Readers_pages_know_of_no_account_and_give_no_cookie()
    {
        using var admin = await SignedIn.AsAdminAsync(_site);
        foreach (var path in new[] { "/", "/organizations", "/es/crisis" })
        {
            using var answer = await admin.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.IsKept());
            Assert.Equal("no-store", answer.Header("Cache-Control"));
            Assert.Empty(answer.Header("Set-Cookie"));
        }
    }

    private List<string> Paths(params string[] folders)
    {
        var patterns = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => folders.Contains(e.RoutePattern.RawText?.Trim('/').Split('/')[0]))
            .Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct().ToList();
        Assert.True(patterns.Count >= folders.Length, "No closed page was found.");
        return [.. patterns.Select(p => Parameter().Replace(p, m => Fill(m.Value)))];
    }

    // Something that such a part may be, and that is not there.
    private static string Fill(string parameter) =>
        parameter.Contains(":guid", StringComparison.Ordinal) ? "00000000-0000-0000-0000-000000000009"
        : parameter.Contains(":int", StringComparison.Ordinal) || parameter.Contains(":long", StringComparison.Ordinal) ? "999999" : "nothing";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
