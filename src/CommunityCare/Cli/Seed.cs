using CommunityCare.Seeding;
using CommunityCare.Store;
using CommunityCare.Web;

namespace CommunityCare.Cli;

internal static class Seed
{
    /// <returns>1 if a file could not be used, as `check` would.</returns>
    public static async Task<int> RunAsync(bool allowRemovals, TextWriter output, CancellationToken stop)
    {
        await using var app = Serve.Builder([]).AddCommunityCare().Build();
        var report = await app.Services.GetRequiredService<Preparation>()
            .RunAsync(app.Services.GetRequiredService<Places>().ExistingSeedData(), allowRemovals, stop);
        foreach (var problem in report.Problems)
        {
            await output.WriteLineAsync(problem.ToString());
        }

        foreach (var line in report.Lines())
        {
            await output.WriteLineAsync(line);
        }

        return report.HasErrors ? 1 : 0;
    }
}
