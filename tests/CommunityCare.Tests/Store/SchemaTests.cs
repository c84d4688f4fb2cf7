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

        var model = await ColumnsAsync(created);
        Assert.NotEmpty(model);
        Assert.Equal(model, (await catalogue.ReadAsync(ColumnsAsync)).Where(column => !column.StartsWith("SearchIndex", StringComparison.Ordinal)));
        Assert.Equal(await SqlAsync(created, "index"), await catalogue.ReadAsync(db => SqlAsync(db, "index")));
        Assert.Equal(3, (await catalogue.ReadAsync(db => SqlAsync(db, "trigger"))).Count(sql => sql.StartsWith("CREATE TRIGGER SearchDocuments_", StringComparison.Ordinal)));
        Assert.Single(await catalogue.ReadAsync(db => SqlAsync(db, "table")), sql => sql.StartsWith("CREATE VIRTUAL TABLE SearchIndex USING fts5", StringComparison.Ordinal));
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

    private static Task<List<string>> SqlAsync(CareDb db, string type) =>
        db.Database.SqlQuery<string>($"SELECT sql AS Value FROM sqlite_master WHERE type = {type} AND sql IS NOT NULL ORDER BY 1").ToListAsync();

    // A column that came later stands at the end of its table, so their order says nothing.
    private static Task<List<string>> ColumnsAsync(CareDb db) => db.Database.SqlQuery<string>($"""
        SELECT t.name || '.' || c.name || ' ' || c.type || ' ' || c."notnull" || ' ' || c.pk || ' ' || COALESCE(c.dflt_value, '')
            || COALESCE(' > ' || f."table" || '.' || f."to" || ' ' || f.on_delete, '') AS Value
        FROM sqlite_master t JOIN pragma_table_info(t.name) c
        LEFT JOIN pragma_foreign_key_list(t.name) f ON f."from" = c.name
        WHERE t.type = 'table' AND t.name NOT LIKE '\_\_EFMigrations%' ESCAPE '\' ORDER BY 1
        """).ToListAsync();
}
