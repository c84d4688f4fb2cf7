using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Store;

public sealed class SchemaTests
{
    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        using var catalogue = await Catalogue.NewAsync();
        await using var db = catalogue.Db();

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_migrated_database_has_the_tables_of_the_model_and_the_text_index()
    {
        using var catalogue = await Catalogue.NewAsync();
        using var folder = new TempFolder();
        await using var created = Catalogue.Open(folder.At("created.db"));
        await created.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var migrated = await catalogue.ReadAsync(SchemaAsync);
        var model = await SchemaAsync(created);

        Assert.NotEmpty(model);
        Assert.Equal(model, migrated.Where(sql => !sql.Contains("SearchIndex", StringComparison.Ordinal) && !sql.Contains("__EFMigrations", StringComparison.Ordinal)));
        Assert.Equal(3, migrated.Count(sql => sql.StartsWith("CREATE TRIGGER SearchDocuments_", StringComparison.Ordinal)));
        Assert.Single(migrated, sql => sql.StartsWith("CREATE VIRTUAL TABLE SearchIndex USING fts5", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_connection_is_opened_safe_and_patient()
    {
        using var catalogue = await Catalogue.NewAsync();

        // The second one comes from the pool.
        for (var i = 0; i < 2; i++)
        {
            await using var db = catalogue.Db();
            Assert.Equal("wal", await PragmaAsync(db, "journal_mode"));
            Assert.Equal("2", await PragmaAsync(db, "synchronous"));
            Assert.Equal("1", await PragmaAsync(db, "foreign_keys"));
            Assert.True(int.Parse(await PragmaAsync(db, "busy_timeout"), System.Globalization.CultureInfo.InvariantCulture) > 0);
        }
    }

    private static async Task<string> PragmaAsync(CareDb db, string name)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The name stands above.
        command.CommandText = $"PRAGMA {name}";
#pragma warning restore CA2100
        return (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!.ToString()!;
    }

    private static async Task<List<string>> SchemaAsync(CareDb db) =>
        await db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE sql IS NOT NULL ORDER BY 1").ToListAsync();
}
