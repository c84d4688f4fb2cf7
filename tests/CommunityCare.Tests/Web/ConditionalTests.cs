using System.Net;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CommunityCare.Tests.Web;

/// <summary>Who has a page already is told so in a few bytes, and sees each change at once.</summary>
public sealed class ConditionalTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();

    public async ValueTask InitializeAsync() => await _site.AddAsync("open-door", "cost=free");

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("{0}")]
    [InlineData("W/{0}")]
    [InlineData("\"other\", W/\"more\" ,{0}")]
    public async Task Who_has_the_page_is_told_so_without_it(string form)
    {
        foreach (var path in new[] { "/", "/es/organizations?cost=free", "/organizations/open-door", "/sitemap.xml" })
        {
            using var page = await _site.GetAsync(path);
            Assert.Equal("no-cache", page.Header("Cache-Control"));

            using var again = await _site.GetAsync(path, ("If-None-Match", string.Format(null, form, page.Header("ETag"))));

            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.TextAsync());
            Assert.Equal(page.Header("ETag"), again.Header("ETag"));
            Assert.Equal("no-cache", again.Header("Cache-Control"));
            Assert.Equal("Accept-Encoding", again.Header("Vary"));
            Assert.NotEmpty(again.Header("Content-Security-Policy"));
        }
    }

    [Fact]
    public async Task A_site_that_has_just_started_and_made_nothing_knows_what_a_reader_has()
    {
        await using var first = await Site.NewAsync();
        using var page = await first.GetAsync("/es/care/mutual-aid");
        await using var second = await Site.NewAsync();
        second.BreakDatabase();

        using var again = await second.SendAsync(HttpMethod.Get, "/es/care/mutual-aid", ("If-None-Match", page.Header("ETag")));

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Another_page_another_language_and_another_encoding_are_something_else()
    {
        var tags = new List<string>();
        foreach (var path in new[] { "/", "/es", "/care", "/organizations", "/organizations?cost=free", "/organizations?sort=name" })
        {
            foreach (var encoding in new[] { "br", "gzip", "" })
            {
                using var answer = await _site.GetAsync(path, ("Accept-Encoding", encoding));
                tags.Add(answer.Header("ETag"));
            }
        }

        Assert.DoesNotContain("", tags);
        Assert.Equal(18, tags.Distinct().Count());
    }

    [Fact]
    public async Task A_change_makes_it_another_page()
    {
        using var before = await _site.GetAsync("/organizations");
        await _site.AddAsync("warm-room");

        using var after = await _site.GetAsync("/organizations", ("If-None-Match", before.Header("ETag")));

        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
        Assert.Contains("warm-room", await after.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_settings_make_it_another_page()
    {
        using var page = await _site.GetAsync("/about");
        await using var other = new SmallSite(change: builder => builder.UseSetting("CommunityCare:ContactEmail", "hello@example.org"));

        using var answer = await other.GetAsync("/about", ("If-None-Match", page.Header("ETag")));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_there_is_not_there_whatever_a_reader_has()
    {
        using var page = await _site.GetAsync("/organizations/open-door");

        using var answer = await _site.GetAsync("/organizations/nobody", ("If-None-Match", page.Header("ETag")));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task The_head_is_that_of_the_whole_page()
    {
        using var head = await _site.SendAsync(HttpMethod.Head, "/organizations", ("Accept-Encoding", "br"));
        using var all = await _site.GetAsync("/organizations", ("Accept-Encoding", "br"));
        using var keptHead = await _site.SendAsync(HttpMethod.Head, "/organizations", ("Accept-Encoding", "br"));

        Assert.True(all.IsKept());
        Assert.True(keptHead.IsKept());
        Assert.Contains("open-door", await all.UnpackedAsync(), StringComparison.Ordinal);
        foreach (var name in new[] { "ETag", "Cache-Control", "Content-Type", "Content-Encoding", "Vary" })
        {
            Assert.NotEmpty(all.Header(name));
            Assert.Equal(all.Header(name), head.Header(name));
            Assert.Equal(all.Header(name), keptHead.Header(name));
        }

        Assert.Equal(all.Content.Headers.ContentLength, keptHead.Content.Headers.ContentLength);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task A_page_is_kept_as_it_is_sent(string encoding)
    {
        using var plain = await _site.GetAsync("/es/organizations");
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.GetAsync("/es/organizations", ("Accept-Encoding", encoding));
            Assert.Equal(encoding, answer.Header("Content-Encoding"));
            Assert.Equal("Accept-Encoding", answer.Header("Vary"));
            Assert.Equal(await plain.TextAsync(), await answer.UnpackedAsync());
        }
    }
}
