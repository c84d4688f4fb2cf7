using System.Diagnostics;
using System.Net;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Measures;

/// <summary>
/// How long from an edit to the first reader who sees it, when another process made the edit: the save, and the save with the
/// page that shows it.
/// </summary>
internal static class FreshPage
{
    private const int Rounds = 30;

    /// <summary>The first ones compile what the others use.</summary>
    private const int NotCounted = 3;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <param name="folder">The data folder of the site; its entry is changed.</param>
    /// <param name="site">Where the site listens.</param>
    /// <param name="stop">Ends the measuring.</param>
    public static async Task<object> MeasureAsync(string folder, Uri site, CancellationToken stop)
    {
        await using var services = BenchSite.Open(folder, BenchSite.SeedData(folder), TimeProvider.System);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All }) { BaseAddress = site };
        var (saves, wholes) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var round = 0; round < NotCounted + Rounds; round++)
        {
            var (save, whole) = await EditAsync(services.Services, client, $"Round {round} of the measuring", stop);
            if (round >= NotCounted)
            {
                saves.Add(save);
                wholes.Add(whole);
            }
        }

        return new { save = Times.Of(saves), whole = Times.Of(wholes) };
    }

    private static async Task<(TimeSpan Save, TimeSpan Whole)> EditAsync(IServiceProvider services, HttpClient client, string words, CancellationToken stop)
    {
        await using var scope = services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<CareDb>().Organizations.Public().CanHelpToday()
            .OrderBy(o => o.Slug).Select(o => new { o.Id, o.Slug }).FirstAsync(stop);
        var page = new Uri($"/organizations/{entry.Slug}", UriKind.Relative);

        // A reader has just seen it, so that the page is kept if pages are kept.
        await client.GetStringAsync(page, stop);
        await client.GetStringAsync(page, stop);

        var started = Stopwatch.GetTimestamp();
        await scope.ServiceProvider.GetRequiredService<CatalogEditor>().WriteAsync("bench", async write =>
        {
            var organization = (await write.FindOrganizationAsync(entry.Id, stop))!;
            organization.ServiceArea = words;
            organization.Translations.RemoveAll(t => t.Field == "service_area");
            await write.SaveAsync(organization, stop: stop);
        }, stop);
        var saved = Stopwatch.GetElapsedTime(started);
        while (!(await client.GetStringAsync(page, stop)).Contains(words, StringComparison.Ordinal))
        {
            if (Stopwatch.GetElapsedTime(started) > Patience)
            {
                throw new InvalidOperationException($"{page} did not show the edit within {Patience.TotalSeconds} s.");
            }
        }

        return (saved, Stopwatch.GetElapsedTime(started));
    }
}
