using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web;

/// <summary>The order in which a request passes through <see cref="CareApp"/>, told by what a reader gets.</summary>
[Collection(ReaderSite.Name)]
public sealed partial class OrderTests(Walk walk)
{
    [Theory]
    [InlineData("/es/care/mutual-aid")]
    [InlineData("/es/nowhere")]
    [InlineData("/es/organizations?q=ayuda")]
    public async Task Pages_and_error_pages_are_compressed_after_they_were_made(string path)
    {
        using var plain = await walk.GetAsync(path);
        foreach (var encoding in new[] { "gzip", "br" })
        {
            using var packed = await walk.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", encoding));

            Assert.Equal([encoding], packed.Content.Headers.ContentEncoding);
            Assert.Contains("Accept-Encoding", packed.Headers.Vary);
            Assert.Equal(await plain.TextAsync(), await packed.UnpackedAsync());
        }
    }

    [Fact]
    public async Task A_failure_keeps_the_language_the_headers_and_the_compression()
    {
        await using var broken = await Site.NewAsync();
        broken.BreakDatabase();

        using var answer = await broken.SendAsync(HttpMethod.Get, "/es/care/mutual-aid", ("Accept-Encoding", "br"));

        Assert.Equal(500, (int)answer.StatusCode);
        Assert.NotEmpty(answer.Header("Content-Security-Policy"));
        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains("<html lang=\"es\">", await answer.UnpackedAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_is_kept_but_the_error_page_the_forms_of_readers_and_the_closed_ones()
    {
        var pages = walk.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<PageActionDescriptor>() is not null)
            .ToLookup(e => e.Metadata.GetMetadata<KeptPage>(), e => e.RoutePattern.RawText!.Trim('/'));

        Assert.Equal(
            ["organizations/{slug}/report", "status/{code:int}", "suggest-an-organization"],
            pages[null].Where(path => !path.StartsWith("admin", StringComparison.Ordinal) && !path.StartsWith("account", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(["organizations"], pages[KeptPage.ByQuery]);
        Assert.Contains("care/{kind}", pages[KeptPage.ByPath]);
    }

    [Theory]
    [InlineData("/es", "/es/care")]
    [InlineData("/es/", "/es/care")]
    [InlineData("/", "/care")]
    public async Task The_prefix_is_taken_before_routing_and_kept_by_links(string path, string care)
    {
        var page = await walk.PageAsync(path);

        Assert.Contains(care, page.QuerySelectorAll(".site-nav a").Select(a => a.GetAttribute("href")));
        Assert.Matches(Stylesheet(), page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
    }

    [Theory]
    [InlineData("/es/care/mutual-aid")]
    [InlineData("/organizations?cost=free")]
    public async Task A_kept_page_has_the_language_the_headers_and_the_compression_of_the_one_that_was_made(string path)
    {
        using var made = await walk.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", "br"));
        using var kept = await walk.SendAsync(HttpMethod.Get, path, ("Accept-Encoding", "br"));

        Assert.True(kept.IsKept());
        Assert.Equal(await made.UnpackedAsync(), await kept.UnpackedAsync());
        foreach (var header in made.Headers.Concat(made.Content.Headers).Where(h => h.Key is not ("Age" or "Date" or "Content-Length")))
        {
            Assert.Equal(string.Join(", ", header.Value), kept.Header(header.Key));
        }
    }

    [GeneratedRegex(@"^/site\.[a-z0-9]+\.css$")]
    private static partial Regex Stylesheet();
}
