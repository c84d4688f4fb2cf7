using System.Globalization;
using CommunityCare.Backups;
using CommunityCare.Store;

namespace CommunityCare.Cli;

/// <summary>Backups from the command line, beside a serving site or without one.</summary>
internal static class Keep
{
    public static async Task<int> BackupAsync(string file, TextWriter output, CancellationToken stop)
    {
        await using var app = Serve.Builder([]).AddCommunityCare().Build();
        var (target, backups) = (Path.GetFullPath(file), app.Services.GetRequiredService<BackupFolder>());
        if (Path.GetDirectoryName(target) == backups.Path)
        {
            backups.MakeFolder();
        }

        var size = await BackupFile.MakeAsync(app.Services.GetRequiredService<DataFolder>(), target, stop);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Backed up to {target}: {size / 1e6:F1} MB, checked. It holds what is hidden from the public; keep it safe."));
        return 0;
    }

    public static async Task<int> RestoreAsync(string file, TextWriter output, CancellationToken stop)
    {
        await using var app = Serve.Builder([]).AddCommunityCare().Build();
        var from = Path.GetFullPath(file);
        var before = await app.Services.GetRequiredService<Restore>().RunAsync(from, stop);
        await output.WriteLineAsync($"Restored {from}.{(before is null ? "" : $" What was there before is in {before}.")}");
        return 0;
    }
}
