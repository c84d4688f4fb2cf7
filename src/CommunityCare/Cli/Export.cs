using CommunityCare.Exporting;
using CommunityCare.Store;

namespace CommunityCare.Cli;

internal static class Export
{
    /// <returns>1 if an entry could not be written so that it can be read again.</returns>
    public static async Task<int> RunAsync(string folder, TextWriter output, CancellationToken stop)
    {
        await using var app = Serve.Builder([]).AddCommunityCare().Build();
        Migrator.RequireCurrent(app.Services.GetRequiredService<DataFolder>());
        await using var scope = app.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<MarkdownExport>().RunAsync(Path.GetFullPath(folder), stop);
        foreach (var line in report.Problems.Select(p => p.ToString()).Concat(report.Lines()))
        {
            await output.WriteLineAsync(line);
        }

        return report.Problems.Count > 0 ? 1 : 0;
    }
}
