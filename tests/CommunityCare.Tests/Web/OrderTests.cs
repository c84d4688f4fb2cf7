using System.IO.Compression;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>The order in which a request passes through <see cref="CareApp"/>, told by what a reader gets.</summary>
[Collection(ReaderSite.Name)]
public sealed class OrderTests(Walk walk)
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
            Assert.Equal(await plain.TextAsync(), await UnpackAsync(packed, encoding));
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
        Assert.Contains("<html lang=\"es\">", await UnpackAsync(answer, "br"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/es", "/es/care")]
    [InlineData("/es/", "/es/care")]
    [InlineData("/", "/care")]
    public async Task The_prefix_is_taken_before_routing_and_kept_by_links(string path, string care)
    {
        var page = await walk.PageAsync(path);

        Assert.Contains(care, page.QuerySelectorAll(".site-nav a").Select(a => a.GetAttribute("href")));
        Assert.StartsWith("/site.css?v=", page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    private static async Task<string> UnpackAsync(HttpResponseMessage answer, string encoding)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream unpacked = encoding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var reader = new StreamReader(unpacked);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
