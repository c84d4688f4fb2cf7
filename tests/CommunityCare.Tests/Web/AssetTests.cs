using System.Net;
using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>A style, a script or a picture is fetched once, and again when it changes.</summary>
[Collection(ReaderSite.Name)]
public sealed partial class AssetTests(Walk walk)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/es/organizations/988-lifeline")]
    [InlineData("/nowhere")]
    public async Task Pages_link_assets_by_an_address_that_changes_with_them_and_is_kept_for_ever(string path)
    {
        var page = await walk.PageAsync(path);
        var links = page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(e => e.GetAttribute("href")!)
            .Concat(page.QuerySelectorAll("script[src]").Select(e => e.GetAttribute("src")!)).ToList();

        Assert.True(links.Count >= 3);
        foreach (var link in links)
        {
            Assert.Matches(Fingerprinted(), link);
            using var asset = await walk.GetAsync(link);
            Assert.Equal(HttpStatusCode.OK, asset.StatusCode);
            Assert.Equal("max-age=31536000, immutable", asset.Header("Cache-Control"));
            Assert.Equal("Accept-Encoding", asset.Header("Vary"));

            using var plain = await walk.GetAsync(Fingerprinted().Replace(link, "/$1$2"));
            Assert.Equal(await plain.TextAsync(), await asset.TextAsync());
            Assert.NotEmpty(plain.Header("ETag"));
            Assert.DoesNotContain("immutable", plain.Header("Cache-Control"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Both_languages_share_their_assets()
    {
        var (english, spanish) = (await walk.PageAsync("/about"), await walk.PageAsync("/es/about"));

        Assert.Equal(
            english.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"),
            spanish.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));
    }

    // An import keeps the plain name: no import map says another one, as our content policy lets none run.
    [Fact]
    public async Task A_module_finds_what_it_imports()
    {
        foreach (var (path, text) in Sources.Of("src/CommunityCare/wwwroot/js", ".js"))
        {
            var module = new Uri(new Uri(Walk.Root), "/js/" + Path.GetFileName(path));
            using var found = await walk.GetAsync(module.AbsolutePath);
            Assert.Equal("text/javascript", found.Content.Headers.ContentType?.MediaType);
            foreach (Match import in Import().Matches(text))
            {
                Assert.StartsWith("./", import.Groups[1].Value, StringComparison.Ordinal);
                using var imported = await walk.GetAsync(new Uri(module, import.Groups[1].Value).AbsolutePath);
                Assert.Equal(HttpStatusCode.OK, imported.StatusCode);
                Assert.Contains("no-cache", imported.Header("Cache-Control"), StringComparison.Ordinal);
            }
        }
    }

    [GeneratedRegex(@"^/((?:[a-z]+/)?[a-z-]+)\.[a-z0-9]{10}(\.[a-z]+)$")]
    private static partial Regex Fingerprinted();

    [GeneratedRegex("""^(?:import|export)\b[^;"']*["']([^"']+)["']""", RegexOptions.Multiline)]
    private static partial Regex Import();
}
