using System.Security.Cryptography;
using System.Text;
using CommunityCare.Editing;
using CommunityCare.Gazetteer;
using CommunityCare.Seeding;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityCare.Tests.Gazetteer;

/// <summary>What the program carries is in the database, whole and once.</summary>
public sealed class ZipCodeTableTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SeedFiles _files = new();
    private readonly DataFolder _data;

    public ZipCodeTableTests() => _data = DataFolder.Open(_folder.At("data"));

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        using (var db = Catalogue.Open(_data.Database))
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        _folder.Dispose();
        _files.Dispose();
    }

    [Fact]
    public void The_file_holds_ZIP_codes_of_the_whole_country_and_nothing_else()
    {
        var all = ZipCodeFile.Read().ToList();

        Assert.Equal(41_128, all.Count);
        Assert.Equal(all.Select(z => z.Code).Distinct().Order(StringComparer.Ordinal), all.Select(z => z.Code));
        Assert.Equal(57, all.Select(z => z.StateProvince).Distinct().Count());
        Assert.All(all, z =>
        {
            Assert.Equal(ZipCode.CodeLength, z.Code.Count(char.IsAsciiDigit));
            Assert.True(z is { Latitude: > -15 and < 72, City.Length: > 0, CityKey.Length: > 0, StateProvince.Length: 2, Longitude: < -64 or > 144 }, z.Code);
            Assert.NotNull(States.ByName(PlaceName.Words(z.StateProvince)));
        });
    }

    [Fact]
    public void Whoever_folds_names_otherwise_raises_the_number_that_says_so()
    {
        var keys = string.Join('\n', ZipCodeFile.Read().Select(z => z.CityKey));

        // ZipCodeFile.Folding is 1. If this fails, raise it, so that existing tables get the new keys, and write both down here.
        Assert.StartsWith("8E7F85F7BEBC068F", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(keys))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_fills_the_table_once()
    {
        await PrepareAsync();
        Assert.Equal(41_128, Database.Count(_data.Database, "SELECT COUNT(*) FROM ZipCodes"));

        // A mark that a second filling would wipe away.
        Database.Run(_data.Database, "UPDATE ZipCodes SET City = 'Left alone' WHERE Code = '97201'");
        await PrepareAsync();
        Assert.Equal(1, Database.Count(_data.Database, "SELECT COUNT(*) FROM ZipCodes WHERE City = 'Left alone'"));

        Database.Run(_data.Database, "PRAGMA user_version = 7");
        await PrepareAsync();
        Assert.Equal(0, Database.Count(_data.Database, "SELECT COUNT(*) FROM ZipCodes WHERE City = 'Left alone'"));
        Assert.Equal(41_128, Database.Count(_data.Database, "SELECT COUNT(*) FROM ZipCodes"));
    }

    [Fact]
    public async Task A_filling_that_is_not_finished_leaves_nothing()
    {
        await PrepareAsync();
        Database.Run(_data.Database, "PRAGMA user_version = 7; DELETE FROM ZipCodes WHERE Code > '10001'");
        await using (var db = Catalogue.Open(_data.Database))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Stop);
            await ZipCodeTable.FillAsync(db, Stop);
        }

        await using var after = Catalogue.Open(_data.Database);
        Assert.False(await CatalogIndex.IsCurrentAsync(after, Stop));
        Assert.InRange(await after.ZipCodes.CountAsync(Stop), 1, 5_000);
    }

    [Fact]
    public async Task A_database_from_before_the_ZIP_codes_gets_the_points_of_what_is_in_it()
    {
        _files.Organization("care", """
            locations:
              - id: 5f0e7f7c-6f0f-4c5e-9d6b-3b1f2a7c9d10
                city: Oakland
                state_province: CA
            """);
        Assert.Empty((await PrepareAsync()).Problems);
        Database.Run(_data.Database, "PRAGMA user_version = 0; DELETE FROM ZipCodes; DELETE FROM SearchPoints");

        var report = await PrepareAsync();

        Assert.True(report.Unchanged > 0);
        Assert.Equal(1, Database.Count(_data.Database, "SELECT COUNT(*) FROM SearchPoints WHERE Latitude BETWEEN 37.7 AND 37.9"));
        Assert.Equal(1, Database.Count(_data.Database, "SELECT COUNT(*) FROM Revisions WHERE Slug = 'care'"));
    }

    private async Task<SeedReport> PrepareAsync()
    {
        using var gate = new WriteGate();
        await using var services = new ServiceCollection()
            .AddStore(_data).AddSingleton(gate).AddSingleton<TimeProvider>(new FakeClock()).AddScoped<CatalogEditor>().AddScoped<Seeder>()
            .BuildServiceProvider();
        var preparation = new Preparation(
            services.GetRequiredService<IServiceScopeFactory>(), _data, new(_files.Path, _data.Path), NullLogger<Preparation>.Instance);
        return await preparation.RunAsync(_files.Path, allowRemovals: false, Stop);
    }
}
