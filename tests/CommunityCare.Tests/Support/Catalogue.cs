using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Support;

/// <summary>A data folder of its own with a migrated database that knows the ZIP codes. Each call works in a scope of its own, as requests do.</summary>
public sealed class Catalogue : IDisposable
{
    // Migrating and filling in the ZIP codes takes longer than most tests: it happens once, and each test gets a copy.
    private static readonly Lazy<Task<string>> Template = new(MakeTemplateAsync);

    private readonly TempFolder _folder = new();

    private Catalogue(DataFolder data) => Data = data;

    public DataFolder Data { get; private set; }

    public FakeClock Clock { get; } = new();

    internal WriteGate Gate { get; } = new();

    public static async Task<Catalogue> NewAsync()
    {
        var catalogue = new Catalogue(null!);
        catalogue.Data = DataFolder.Open(catalogue._folder.Path);
        File.Copy(await Template.Value, catalogue.Data.Database);
        return catalogue;
    }

    /// <summary>The file of a database with its tables, the ZIP codes and nothing else.</summary>
    public static Task<string> TemplateAsync() => Template.Value;

    public CareDb Db() => Open(Data.Database);

    public async Task<T> ReadAsync<T>(Func<CareDb, Task<T>> read)
    {
        await using var db = Db();
        return await read(db);
    }

    public Task<Organization> OrganizationAsync(Guid id) =>
        ReadAsync(db => db.WholeOrganizations().SingleAsync(o => o.Id == id));

    public async Task<T> WriteAsync<T>(Func<CatalogWrite, Task<T>> work, string who = "ana")
    {
        await using var db = Db();
        return await new CatalogEditor(db, Gate, Clock).WriteAsync(who, work);
    }

    public Task<bool> SaveAsync(Organization organization) => WriteAsync(write => write.SaveAsync(organization));

    /// <summary>What a person does on the site: finds the entry, changes it, saves it.</summary>
    public Task<bool> EditAsync(Guid id, Action<Organization> change) => WriteAsync(async write =>
    {
        var organization = (await write.FindOrganizationAsync(id))!;
        change(organization);
        return await write.SaveAsync(organization);
    });

    public async Task<SeedReport> SeedAsync(SeedFolder folder, bool allowRemovals = false, WriteGate? gate = null)
    {
        await using var db = Db();
        return await new Seeder(db, new CatalogEditor(db, gate ?? Gate, Clock), Clock).RunAsync(folder, allowRemovals);
    }

    public Task<SeedReport> SeedAsync(SeedFiles files, bool allowRemovals = false) => SeedAsync(files.Open(), allowRemovals);

    /// <summary>The slugs of the organizations that can help and are found by the words, just as they are spelled; several of them between OR.</summary>
    public async Task<List<string>> FoundByAsync(string words) => await ReadAsync(async db =>
    {
        using var snapshots = new Snapshots();
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var typed in words.Split(" OR "))
        {
            var results = await new OrganizationSearch(db, snapshots, new(db)).FindAsync(SearchQuery.Everything with { Words = typed, IsExact = true });
            found.UnionWith(results.Parts.SelectMany(p => p.Organizations).Select(o => o.Slug));
        }

        return found.ToList();
    });

    /// <summary>Throws if the index and the table that it stands for do not agree.</summary>
    public Task CheckIndexAsync() => ReadAsync(db => db.Database.ExecuteSqlRawAsync(
        "INSERT INTO SearchIndex (SearchIndex, rank) VALUES ('integrity-check', 1)"));

    public Task<long> StampAsync() => ReadAsync(async db => await db.Revisions.MaxAsync(r => (long?)r.Number) ?? 0);

    public void Dispose()
    {
        Gate.Dispose();
        using (var db = Db())
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        _folder.Dispose();
    }

    internal static CareDb Open(string file) =>
        new((DbContextOptions<CareDb>)new DbContextOptionsBuilder<CareDb>().UseCatalogue(file).Options);

    private static async Task<string> MakeTemplateAsync()
    {
        var folder = DataFolder.Open(Path.Combine(Path.GetTempPath(), $"care-template-{Guid.NewGuid():N}"));
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder.Path, recursive: true);
        await using var db = Open(folder.Database);
        await Migrator.MigrateAsync(db, CancellationToken.None);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await CatalogIndex.RenewAsync(db, CancellationToken.None);
            await transaction.CommitAsync();
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return folder.Database;
    }
}
