using CommunityCare.Asking;
using CommunityCare.Store;

namespace CommunityCare.Cli;

/// <summary>One round of asking now, beside a serving site or without one.</summary>
internal static class CheckSources
{
    // Who is impatient does not make others impatient.
    private static readonly TimeSpan Age = TimeSpan.FromDays(1);

    /// <returns>1 if nobody answered at all.</returns>
    public static async Task<int> RunAsync(TextWriter output, CancellationToken stop)
    {
        await using var app = Serve.Builder([]).AddCommunityCare().Build();
        Migrator.RequireCurrent(app.Services.GetRequiredService<DataFolder>());
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<Round>().RunAsync(Age, int.MaxValue, stop);
        var broken = await scope.ServiceProvider.GetRequiredService<BrokenSources>().AllAsync(stop);
        foreach (var (page, entries) in broken)
        {
            await output.WriteLineAsync($"{page.Address}: {Why(page)}, failing since {page.FailingSince:yyyy-MM-dd}; named by {string.Join(", ", entries)}");
        }

        await output.WriteLineAsync($"{report.Asked} asked now, {broken.Count} broken.");
        if (report.IsOffline)
        {
            await output.WriteLineAsync("Then nobody was there any more: this machine seems to be offline. That was not recorded; try again later.");
        }

        return report.IsOffline ? 1 : 0;
    }

    private static string Why(NamedPage page) => page.Answer switch
    {
        Answer.Gone => $"gone ({page.Status})",
        Answer.NoSuchHost => "no such host",
        Answer.BadCertificate => "its certificate is not valid",
        Answer.NotPublic => "leads to no machine of the public internet",
        Answer.Other => $"answers {page.Status}",
        _ => "no answer",
    };
}
