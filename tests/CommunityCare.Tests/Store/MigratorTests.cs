using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Store;

public sealed class MigratorTests : IDisposable
{
    private const string StaleLock = """
        CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
        INSERT OR REPLACE INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-22 12:00:00+00:00');
        """;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => _folder.At("community-care.db");

    [Fact]
    public async Task A_new_database_gets_its_tables()
    {
        await MigrateAsync();

        await using var db = Catalogue.Open(File);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
        Assert.Empty(await db.Organizations.ToListAsync(Stop));
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task The_lock_row_of_a_killed_process_does_not_keep_the_next_one_waiting(string journal)
    {
        await RunAsync($"PRAGMA journal_mode = {journal}; {StaleLock}");

        await MigrateAsync().WaitAsync(Soon, Stop);

        await using var db = Catalogue.Open(File);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Stop));
    }

    [Fact]
    public async Task A_lock_left_behind_by_a_finished_migration_is_cleared_too()
    {
        await MigrateAsync();
        await RunAsync(StaleLock);

        await MigrateAsync().WaitAsync(Soon, Stop);

        await using var db = Catalogue.Open(File);
        Assert.Equal(0, await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM __EFMigrationsLock").SingleAsync(Stop));
    }

    [Fact]
    public async Task Two_programs_that_start_at_once_both_find_a_finished_database()
    {
        async Task StartAsync()
        {
            var data = DataFolder.Open(_folder.Path);
            using var held = await data.LockAsync(Stop);
            await using var db = Catalogue.Open(data.Database);
            await Migrator.MigrateAsync(db, Stop);
            Assert.Empty(await db.Organizations.ToListAsync(Stop));
        }

        await Task.WhenAll(Task.Run(StartAsync, Stop), Task.Run(StartAsync, Stop)).WaitAsync(Soon, Stop);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_told_and_left_alone()
    {
        await MigrateAsync();
        await RunAsync("INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_FromTheFuture', '10.0.14')");

        var told = await Assert.ThrowsAsync<StartException>(MigrateAsync);

        Assert.Contains("newer version", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told.Message);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told_and_left_alone()
    {
        var garbage = string.Concat(Enumerable.Repeat("This is not a database. ", 500));
        await System.IO.File.WriteAllTextAsync(File, garbage, Stop);

        var told = await Assert.ThrowsAsync<StartException>(MigrateAsync);

        Assert.Contains("is not a database", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told.Message);
        Assert.Equal(garbage, await System.IO.File.ReadAllTextAsync(File, Stop));
    }

    public void Dispose()
    {
        using (var db = Catalogue.Open(File))
        {
            SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        }

        _folder.Dispose();
    }

    private async Task MigrateAsync()
    {
        await using var db = Catalogue.Open(File);
        await Migrator.MigrateAsync(db, Stop);
    }

    // Past EF and our own way to open: as another program would have left the file.
    private async Task RunAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={File};Pooling=false");
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text stands above.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Stop);
    }
}
