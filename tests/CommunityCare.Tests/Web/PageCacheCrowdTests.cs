using System.Net;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityCare.Tests.Web;

/// <summary>Many who come at once, and pages that are too large.</summary>
public sealed class PageCacheCrowdTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_crowd_gets_one_page_that_is_made_once()
    {
        var (store, database) = (new CountedStore(), new Turnstile());
        await using var site = Site(store, database);
        database.Close();
        var asked = database.Asked;
        var crowd = Enumerable.Range(0, 20).Select(_ => site.GetAsync("/organizations")).ToList();
        await UntilAsync(() => database.Asked > asked);

        database.Open();
        var answers = await Task.WhenAll(crowd).WaitAsync(Patience, TestContext.Current.CancellationToken);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Single((await Task.WhenAll(answers.Select(a => a.TextAsync()))).Distinct());
        Assert.Equal(1, store.Stored);
    }

    [Fact]
    public async Task Who_goes_away_takes_the_page_from_nobody()
    {
        var (store, database) = (new CountedStore(), new Turnstile());
        await using var site = Site(store, database);
        database.Close();
        var asked = database.Asked;
        using var leaving = new CancellationTokenSource();
        var first = site.Client.GetAsync(new Uri("/organizations", UriKind.Relative), leaving.Token);
        await UntilAsync(() => database.Asked > asked);
        var second = site.GetAsync("/organizations");

        await leaving.CancelAsync();
        database.Open();

        using var answer = await second.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotNull((await answer.DocumentAsync()).QuerySelector("h1"));
        Assert.Equal(1, store.Stored);
        await Task.WhenAny(first);
    }

    [Fact]
    public async Task A_crowd_that_asks_for_what_is_not_there_is_told_so_each()
    {
        var database = new Turnstile();
        await using var site = Site(new CountedStore(), database);
        database.Close();
        var asked = database.Asked;
        var crowd = Enumerable.Range(0, 5).Select(_ => site.GetAsync("/organizations/nobody")).ToList();
        await UntilAsync(() => database.Asked > asked);

        database.Open();

        foreach (var answer in await Task.WhenAll(crowd).WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.NotNull((await answer.DocumentAsync()).QuerySelector("h1"));
        }
    }

    [Fact]
    public async Task What_is_too_large_is_made_for_each_and_whole()
    {
        var (store, database) = (new CountedStore(), new Turnstile());
        await using var site = Site(store, database, options => options.MaximumBodySize = 500);
        database.Close();
        var asked = database.Asked;
        var crowd = Enumerable.Range(0, 5).Select(_ => site.GetAsync("/sitemap.xml")).ToList();
        await UntilAsync(() => database.Asked > asked);

        database.Open();

        foreach (var answer in await Task.WhenAll(crowd).WaitAsync(Patience, TestContext.Current.CancellationToken))
        {
            Assert.EndsWith("</urlset>", await answer.TextAsync(), StringComparison.Ordinal);
        }

        using var page = await site.GetAsync("/care");
        Assert.EndsWith("</html>", (await page.TextAsync()).TrimEnd(), StringComparison.Ordinal);
        Assert.Equal(0, store.Stored);
    }

    [Fact]
    public async Task All_kept_pages_together_take_no_more_than_they_may()
    {
        const int Limit = 200_000;
        var database = new Turnstile();
        await using var site = Site(null, database, options => options.SizeLimit = Limit);
        string[] different = [.. from prefix in new[] { "", "/es" } from path in new[] { "/", "/care", "/crisis", "/about", "/privacy", "/accessibility", "/organizations", "/care/mutual-aid", "/care/peer-support", "/organizations?cost=free", "/organizations?cost=sliding-scale", "/organizations?language=english", "/organizations?language=spanish", "/organizations?community=immigrants" } select prefix + path];
        var sizes = new Dictionary<string, int>();
        foreach (var path in different)
        {
            using var answer = await site.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            sizes[path] = (await answer.TextAsync()).Length;
        }

        var kept = 0;
        foreach (var path in different)
        {
            using var answer = await site.GetAsync(path);
            kept += answer.IsKept() ? sizes[path] : 0;
        }

        await using var usual = Site(null, database);
        Assert.Equal(PageCache.SizeLimit, usual.Services.GetRequiredService<IOptions<OutputCacheOptions>>().Value.SizeLimit);
        Assert.True(sizes.Values.Sum() > Limit);
        Assert.InRange(kept, 1, Limit);
    }

    private static SmallSite Site(CountedStore? store, Turnstile database, Action<OutputCacheOptions>? options = null) =>
        new(change: builder => builder.ConfigureTestServices(services =>
        {
            services.ConfigureDbContext<CareDb>(db => db.AddInterceptors(database)).Configure(options ?? (_ => { }));
            if (store is not null)
            {
                services.AddSingleton<IOutputCacheStore>(store);
            }
        }));

    private static async Task UntilAsync(Func<bool> happened)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!happened())
        {
            await Task.Delay(10, patience.Token);
        }
    }
}
