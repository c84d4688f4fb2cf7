using System.Diagnostics;
using CommunityCare.Bench.Bulk;
using CommunityCare.Editing;
using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Making;

/// <summary>Makes a data folder to be measured, the same one each time.</summary>
internal static class Maker
{
    /// <summary>The size that means: the curated organizations, and no made ones.</summary>
    public const string Shipped = "shipped";

    private static readonly string[] NotCopied = ["organizations"];

    public static async Task<Made> MakeAsync(string size, string folder, CancellationToken stop)
    {
        var curatedFolder = Places.Find(null, null).ExistingSeedData();
        Copy(curatedFolder, BenchSite.SeedData(folder), size == Shipped ? [] : NotCopied);
        await using var site = BenchSite.Open(folder, BenchSite.SeedData(folder), StandingClock.Instance);
        var seeding = await TimeAsync(() => site.Services.GetRequiredService<Preparation>().RunAsync(BenchSite.SeedData(folder), false, stop));
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CareDb>();

        // What was deleted on the way leaves bytes behind that differ from run to run.
        await db.Database.ExecuteSqlRawAsync("VACUUM", stop);
        var writing = size == Shipped ? 0 : await TimeAsync(() => WriteAsync(db, int.Parse(size, System.Globalization.CultureInfo.InvariantCulture), curatedFolder, stop));
        db.ChangeTracker.Clear();
        var indexing = await TimeAsync(() => CatalogIndex.RebuildAsync(db, stop));
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", stop);
        var bytes = new FileInfo(site.Services.GetRequiredService<DataFolder>().Database).Length;
        var organizations = await db.Organizations.CountAsync(stop);

        // What is left in the log of writes belongs into the file, which will be copied.
        SqliteConnection.ClearAllPools();
        return new(organizations, seeding, writing, indexing, bytes);
    }

    private static async Task WriteAsync(CareDb db, int count, string curatedFolder, CancellationToken stop)
    {
        var curated = new Curated(curatedFolder);
        var terms = await db.Terms.AsTracking().Include(t => t.Vocabulary).OrderBy(t => t.Vocabulary.Slug).ThenBy(t => t.Order).ToListAsync(stop);
        var organizations = new Organizations(curated, new(terms, curated), await Towns.ReadAsync(db, stop));
        await new BulkWriter(db, terms).WriteAsync(organizations.Make(count), StandingClock.Instance.GetUtcNow().UtcDateTime, stop);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        return Math.Round(Stopwatch.GetElapsedTime(started).TotalSeconds, 2);
    }

    private static void Copy(string from, string to, string[] but)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }

        foreach (var folder in Directory.GetDirectories(from).Where(f => !but.Contains(Path.GetFileName(f))))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)), []);
        }
    }
}

/// <summary>What was made, and how long each part took, in seconds.</summary>
internal sealed record Made(int Organizations, double Seeding, double Writing, double Indexing, long DatabaseBytes);

/// <summary>The same moment in every run, so that the same catalogue is made each time.</summary>
internal sealed class StandingClock : TimeProvider
{
    public static readonly StandingClock Instance = new();

    public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);
}
