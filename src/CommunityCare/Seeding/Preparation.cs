using CommunityCare.Editing;
using CommunityCare.Store;

namespace CommunityCare.Seeding;

/// <summary>Makes the database ready before the first request: its shape first, then the ZIP codes, then what the curated files say.</summary>
public sealed class Preparation(IServiceScopeFactory scopes, DataFolder data, Places places, ILogger<Preparation> log)
{
    /// <summary>Two processes may start at once: one prepares, the other waits and finds the work done.</summary>
    public async Task<SeedReport> RunAsync(string seedData, bool allowRemovals, CancellationToken stop)
    {
        using var locked = await data.LockAsync(stop);
        await using var scope = scopes.CreateAsyncScope();
        await MakeReadyAsync(scope.ServiceProvider, stop);
        return await scope.ServiceProvider.GetRequiredService<Seeder>().RunAsync(SeedFolder.Open(seedData), allowRemovals, stop);
    }

    /// <summary>At start a bad file is told and the good ones are served.</summary>
    /// <exception cref="StartException">There are no curated files, and nothing was seeded before.</exception>
    public async Task RunAtStartAsync(CancellationToken stop)
    {
        if (places.SeedData is null || !Directory.Exists(places.SeedData))
        {
            await GoOnWithoutFilesAsync(stop);
            return;
        }

        var report = await RunAsync(places.SeedData, allowRemovals: false, stop);
        foreach (var problem in report.Problems)
        {
            log.LogWarning("seed-data/{Problem}", problem.ToString());
        }

        foreach (var line in report.Lines())
        {
            log.LogInformation("Seeding: {Line}", line);
        }
    }

    /// <summary>For who needs the database, and not what the curated files say.</summary>
    public async Task MakeReadyAsync(CancellationToken stop)
    {
        using var locked = await data.LockAsync(stop);
        await using var scope = scopes.CreateAsyncScope();
        await MakeReadyAsync(scope.ServiceProvider, stop);
    }

    private async Task GoOnWithoutFilesAsync(CancellationToken stop)
    {
        using var locked = await data.LockAsync(stop);
        await using var scope = scopes.CreateAsyncScope();
        var db = await MakeReadyAsync(scope.ServiceProvider, stop);
        if (!db.Organizations.Any())
        {
            places.ExistingSeedData();
        }

        log.LogWarning("{Missing} The directory goes on with what it has.", places.WhyMissing);
    }

    private static async Task<CareDb> MakeReadyAsync(IServiceProvider services, CancellationToken stop)
    {
        var db = services.GetRequiredService<CareDb>();
        await UpToDate.BringAsync(db, services.GetRequiredService<CatalogEditor>(), Seeder.Author, stop);
        return db;
    }
}
