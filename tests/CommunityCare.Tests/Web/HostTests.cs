using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Absolute addresses come from one setting, and never from what a request claims.</summary>
public sealed class HostTests
{
    private const string False = "evil.example";
    private const string Public = "https://care.example.org";

    private static readonly string[] Paths =
        ["/", "/es", "/organizations?q=care", "/es/organizations/988-lifeline", "/care/mutual-aid", "/sitemap.xml", "/robots.txt", "/nowhere", "/organizations/old-name", "/site.css"];

    [Theory]
    [InlineData("")]
    [InlineData("http://care.example.org")]
    public async Task A_false_host_appears_nowhere(string publicUrl)
    {
        await using var site = await Site.NewAsync(("CommunityCare:PublicUrl", publicUrl));
        Redirect(site);

        foreach (var path in Paths)
        {
            using var answer = await site.SendAsync(HttpMethod.Get, path, ("Host", False), ("X-Forwarded-Host", False), ("Forwarded", $"host={False}"), ("Origin", $"https://{False}"));

            Assert.DoesNotContain(False, await answer.AllAsync(), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task What_claims_to_be_forwarded_is_not_believed()
    {
        await using var site = await Site.NewAsync(("CommunityCare:PublicUrl", Public));
        Redirect(site);

        foreach (var path in Paths)
        {
            using var plain = await site.GetAsync(path);
            using var claimed = await site.SendAsync(
                HttpMethod.Get, path, ("X-Forwarded-Host", False), ("X-Forwarded-Proto", "ftp"), ("X-Forwarded-For", "203.0.113.9"), ("X-Forwarded-Prefix", "/elsewhere"), ("X-Original-URL", "/about"));

            Assert.Equal(plain.StatusCode, claimed.StatusCode);
            Assert.Equal(plain.Header("Location"), claimed.Header("Location"));
            Assert.Equal(await plain.TextAsync(), await claimed.TextAsync());
        }
    }

    [Fact]
    public async Task The_public_address_is_used_wherever_an_absolute_one_is_needed()
    {
        await using var site = await Site.NewAsync(("CommunityCare:PublicUrl", Public + "/"));

        var page = await site.PageAsync("/es/organizations/988-lifeline");
        var english = Public + "/organizations/988-lifeline";
        var spanish = Public + "/es/organizations/988-lifeline";
        Assert.Equal(spanish, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(spanish, page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
        Assert.Equal([english, spanish, english], page.QuerySelectorAll("link[hreflang]").Select(l => l.GetAttribute("href")));
        var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent).RootElement;
        Assert.Equal(spanish, data.GetProperty("@id").GetString());

        using var map = await site.GetAsync("/sitemap.xml");
        Assert.Equal("application/xml; charset=utf-8", map.Content.Headers.ContentType?.ToString());
        var addresses = XDocument.Parse(await map.TextAsync()).Descendants()
            .Select(e => e.Name.LocalName == "loc" ? e.Value : e.Attribute("href")?.Value).OfType<string>().ToList();
        Assert.NotEmpty(addresses);
        Assert.All(addresses, a => Assert.True(a.StartsWith(Public + "/", StringComparison.Ordinal), a));

        using var robots = await site.GetAsync("/robots.txt");
        Assert.Contains($"\nSitemap: {Public}/sitemap.xml\n", await robots.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Disallow: /*?q=\n", await robots.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("care.example.org.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("care.example.org", HttpStatusCode.OK)]
    [InlineData("care.example.org:8443", HttpStatusCode.OK)]
    [InlineData("CARE.example.ORG", HttpStatusCode.OK)]
    [InlineData("localhost:5000", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5000", HttpStatusCode.OK)]
    public async Task With_a_public_address_an_unknown_host_is_refused(string host, HttpStatusCode status)
    {
        await using var site = await Site.NewAsync(("CommunityCare:PublicUrl", Public));

        using var answer = await site.SendAsync(HttpMethod.Get, "/health/live", ("Host", host));

        Assert.Equal(status, answer.StatusCode);
        Assert.Empty(answer.Header("Set-Cookie"));
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one_in_the_same_language_without_naming_a_host()
    {
        await using var site = await Site.NewAsync(("CommunityCare:PublicUrl", Public));
        Redirect(site);

        foreach (var prefix in new[] { "", "/es" })
        {
            using var answer = await site.GetAsync(prefix + "/organizations/old-name");
            Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
            Assert.Equal(prefix + "/organizations/988-lifeline", answer.Header("Location"));
        }
    }

    private static void Redirect(Site site) => Database.Run(
        site.Data.Database,
        "INSERT INTO Redirects (Kind, OldSlug, EntryId) SELECT 'organizations', 'old-name', Id FROM Organizations WHERE Slug = '988-lifeline'");
}
