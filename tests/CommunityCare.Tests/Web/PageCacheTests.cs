using System.Net;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web;

/// <summary>A page is made once for each change of the catalogue and each day, and then given to everybody.</summary>
public sealed class PageCacheTests : IAsyncLifetime
{
    private readonly Turnstile _database = new();
    private readonly SmallSite _site;

    public PageCacheTests() => _site = new(change: builder => builder.ConfigureTestServices(services =>
        services.ConfigureDbContext<CareDb>(options => options.AddInterceptors(_database))));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("open-door", "cost=free kind=mutual-aid");
        await _site.AddAsync("warm-room", "cost=free language=spanish kind=peer-support");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/es")]
    [InlineData("/care")]
    [InlineData("/es/care/mutual-aid")]
    [InlineData("/organizations")]
    [InlineData("/es/organizations?cost=free&language=spanish")]
    [InlineData("/organizations/open-door")]
    [InlineData("/crisis")]
    [InlineData("/es/about")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    public async Task A_page_is_made_once_and_the_kept_one_needs_no_database(string path)
    {
        using var made = await _site.GetAsync(path);
        Assert.False(made.IsKept());
        var asked = _database.Asked;
        _database.Fails = true;

        using var kept = await _site.GetAsync(path);

        Assert.True(kept.IsKept());
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        Assert.Equal(await made.TextAsync(), await kept.TextAsync());
        Assert.Equal(asked, _database.Asked);
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_always_looked_at_anew(string path)
    {
        for (var i = 0; i < 2; i++)
        {
            using var answer = await _site.GetAsync(path);
            Assert.False(answer.IsKept());
            Assert.Empty(answer.Header("ETag"));
        }
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_request()
    {
        await AskTwiceAsync("/organizations");

        await _site.AddAsync("quiet-garden", "cost=free");
        using var next = await _site.GetAsync("/organizations");

        Assert.False(next.IsKept());
        Assert.Contains("quiet-garden", await next.TextAsync(), StringComparison.Ordinal);
        Assert.True((await AskTwiceAsync("/organizations")).IsKept());
    }

    [Fact]
    public async Task A_change_of_what_can_be_asked_for_is_seen_too()
    {
        await AskTwiceAsync("/organizations?cost=barter");

        await _site.WriteAsync(async write =>
        {
            var cost = (await write.FindVocabularyAsync(Ids.Of("cost"), Stop))!;
            cost.Terms.Add(new() { Id = Ids.Of("cost barter"), Slug = "barter", Name = "Barter", Vocabulary = cost });
            await write.SaveAsync(cost, stop: Stop);
        });
        await _site.AddAsync("swap-shop", "cost=barter");

        Assert.Equal(["swap-shop"], await ListAsync("/organizations?cost=barter"));
        Assert.Equal(3, (await ListAsync("/organizations")).Count);
    }

    [Fact]
    public async Task The_same_question_is_the_same_page_however_it_is_written()
    {
        var first = await AskTwiceAsync("/organizations?cost=free&language=spanish");

        using var second = await _site.GetAsync("/organizations?language=spanish&x=1&cost=free&page=1&cost=nothing&q=%20");

        Assert.True(second.IsKept());
        Assert.Equal(await first.TextAsync(), await second.TextAsync());
        Assert.Equal(["warm-room"], await ListAsync("/organizations?language=spanish&cost=free"));
        Assert.Equal(["open-door", "warm-room"], await ListAsync("/organizations?cost=free"));
    }

    [Fact]
    public async Task The_next_day_pages_are_made_anew_because_they_say_how_old_facts_are()
    {
        await AskTwiceAsync("/organizations/open-door");
        _site.Clock.Now = new(2026, 11, 22, 23, 59, 59, TimeSpan.Zero);
        using var late = await _site.GetAsync("/organizations/open-door");
        Assert.True(late.IsKept());

        _site.Clock.Now = _site.Clock.Now.AddSeconds(1);
        using var tomorrow = await _site.GetAsync("/organizations/open-door");

        Assert.False(tomorrow.IsKept());
        Assert.NotEqual(late.Header("ETag"), tomorrow.Header("ETag"));
    }

    [Fact]
    public async Task With_the_setting_off_each_page_is_made_anew_and_typed_ones_are_still_nobody_elses()
    {
        await using var site = new SmallSite(change: builder => builder.UseSetting("CommunityCare:PageCache", "false"));
        for (var i = 0; i < 2; i++)
        {
            using var page = await site.GetAsync("/care");
            Assert.False(page.IsKept());
            Assert.Equal("no-cache", page.Header("Cache-Control"));
            Assert.Empty(page.Header("ETag"));
        }

        using var typed = await site.GetAsync("/organizations?q=care");
        Assert.Equal("no-store", typed.Header("Cache-Control"));
    }

    private async Task<HttpResponseMessage> AskTwiceAsync(string path)
    {
        (await _site.GetAsync(path)).Dispose();
        var second = await _site.GetAsync(path);
        Assert.True(second.IsKept());
        return second;
    }

    private async Task<List<string>> ListAsync(string path) =>
        [.. (await _site.PageAsync(path)).QuerySelectorAll(".results h3 a, .results h2 a").Select(a => a.GetAttribute("href")!.Split('/')[^1])];
}
