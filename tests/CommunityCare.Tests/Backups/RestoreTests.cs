using CommunityCare.Accounts;
using CommunityCare.Backups;
using CommunityCare.Editing;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityCare.Tests.Backups;

/// <summary>A restore brings back what was, keeps what is there, and takes nothing else for a backup.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => _folder.At("backup.db");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SaveAsync(Samples.Organization("open-door"));
        await BackupFile.MakeAsync(_catalogue.Data, File, Stop);
        await _catalogue.EditAsync(Ids.Of("open-door"), o => o.Name = "Later name");
        await _catalogue.SaveAsync(Samples.Organization("latecomer"));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_comes_back_and_what_was_there_is_in_a_backup()
    {
        var before = await RestoreAsync(File);

        Assert.Equal("Name of open-door", (await _catalogue.OrganizationAsync(Ids.Of("open-door"))).Name);
        Assert.Equal(["open-door"], await SlugsAsync(_catalogue.Data.Database));
        Assert.Equal(["open-door"], await _catalogue.FoundByAsync("open"));
        Assert.Equal((FileState.Current, ""), DatabaseFile.Look(before!, whole: true));
        Assert.Equal(["latecomer", "open-door"], await SlugsAsync(before!));
        Assert.Equal("backups", Path.GetFileName(Path.GetDirectoryName(before)));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_catalogue.Data.Path), f => f.Contains("restoring", StringComparison.Ordinal));

        // And back again.
        await RestoreAsync(before!);
        Assert.Equal("Later name", (await _catalogue.OrganizationAsync(Ids.Of("open-door"))).Name);
    }

    [Fact]
    public async Task It_is_told_in_the_history_under_a_number_that_nobody_has_seen()
    {
        using var stamp = new Stamp(_catalogue.Data, NullLogger<Stamp>.Instance);
        var (read, newest) = (stamp.Read(), await _catalogue.StampAsync());

        await RestoreAsync(File);

        var told = await _catalogue.ReadAsync(db => db.Revisions.OrderByDescending(r => r.Number).FirstAsync(Stop));
        Assert.Equal((newest + 1, Act.Restored, "restore", "from backup.db"), (told.Number, told.Act, told.Who, told.Why));
        Assert.Equal((Revision.WholeCatalogue, Revision.WholeCatalogueId), (told.Kind, told.EntryId));
        Assert.NotEqual(read, stamp.Read());

        // The next change goes on from there.
        await _catalogue.SaveAsync(Samples.Organization("next"));
        Assert.Equal(newest + 2, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task Who_reads_goes_on_with_what_was_there()
    {
        await using var reader = _catalogue.Db();
        await using var moment = await reader.MomentAsync(Stop);
        Assert.Equal(2, await reader.Organizations.CountAsync(Stop));

        await RestoreAsync(File);

        Assert.Equal(2, await reader.Organizations.CountAsync(Stop));
        await moment.DisposeAsync();
        Assert.Equal(1, await reader.Organizations.CountAsync(Stop));
    }

    [Fact]
    public async Task It_waits_for_who_writes()
    {
        await using var writer = new SqliteConnection($"Data Source={_catalogue.Data.Database};Pooling=false");
        await writer.OpenAsync(Stop);
        var writing = writer.BeginTransaction();

        var restoring = RestoreAsync(File);
        await Task.Delay(TimeSpan.FromSeconds(2.5), Stop);
        Assert.False(restoring.IsCompleted);
        await writing.DisposeAsync();

        Assert.NotNull(await restoring.WaitAsync(TimeSpan.FromSeconds(30), Stop));
        Assert.Equal(["open-door"], await SlugsAsync(_catalogue.Data.Database));
    }

    [Fact]
    public async Task What_others_wrote_until_the_last_moment_is_in_the_backup_of_before()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var acknowledged = 0;
        var writer = Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                await _catalogue.SaveAsync(Samples.Organization($"group-{i}"));
                acknowledged = i + 1;
            }
        }, Stop);
        var before = (await RestoreAsync(File))!;
        await Task.Delay(200, Stop);
        await end.CancelAsync();
        await writer;

        // Each stands in what was kept, or was written after the restore.
        var kept = (await SlugsAsync(before)).Concat(await SlugsAsync(_catalogue.Data.Database)).ToHashSet();
        Assert.All(Enumerable.Range(0, acknowledged), i => Assert.Contains($"group-{i}", kept));
        Assert.Equal((FileState.Current, ""), DatabaseFile.Look(_catalogue.Data.Database, whole: true));
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_changes_nothing()
    {
        await System.IO.File.WriteAllTextAsync(_folder.At("text.db"), string.Concat(Enumerable.Repeat("This is not a database. ", 500)), Stop);
        Database.Run(_folder.At("foreign.db"), "CREATE TABLE Recipes (Name TEXT)");
        await System.IO.File.WriteAllTextAsync(_folder.At("empty.db"), "", Stop);
        foreach (var name in new[] { "truncated.db", "scribbled.db", "newer.db" })
        {
            System.IO.File.Copy(File, _folder.At(name));
        }

        Harm.Truncate(_folder.At("truncated.db"));
        Harm.Scribble(_folder.At("scribbled.db"));
        Database.Run(_folder.At("newer.db"), "INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_FromTheFuture', '10.0.14')");
        var stamp = await _catalogue.StampAsync();

        await RefusedAsync(_folder.At("text.db"), "is not a database");
        await RefusedAsync(_folder.At("foreign.db"), "none of CommunityCare");
        await RefusedAsync(_folder.At("empty.db"), "none of CommunityCare");
        await RefusedAsync(_folder.At("truncated.db"), "is damaged");
        await RefusedAsync(_folder.At("scribbled.db"), "is damaged");
        await RefusedAsync(_folder.At("newer.db"), "newer version");
        await RefusedAsync(_folder.At("nowhere.db"), "is not there");
        await RefusedAsync(_folder.Path, "is not there");
        await RefusedAsync(_catalogue.Data.Database, "is the database itself");

        Assert.Equal(stamp, await _catalogue.StampAsync());
        Assert.False(Directory.Exists(Path.Combine(_catalogue.Data.Path, "backups")));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_catalogue.Data.Path), f => f.Contains("restoring", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_of_an_older_version_is_migrated_on_a_copy()
    {
        var older = _folder.At("older.db");
        await using (var db = DatabaseFile.Open(older))
        {
            await db.Database.GetService<IMigrator>().MigrateAsync("FindingTables", cancellationToken: Stop);
        }

        SqliteConnection.ClearAllPools();
        Database.Run(older, "PRAGMA journal_mode = DELETE");
        var bytes = await System.IO.File.ReadAllBytesAsync(older, Stop);

        await RestoreAsync(older);

        Assert.Equal(bytes, await System.IO.File.ReadAllBytesAsync(older, Stop));
        Assert.Equal((FileState.Current, ""), DatabaseFile.Look(_catalogue.Data.Database, whole: true));
        Assert.Empty(await SlugsAsync(_catalogue.Data.Database));
        Assert.True(Database.Count(_catalogue.Data.Database, "SELECT COUNT(*) FROM ZipCodes") > 40_000);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_a_damaged_database_it_works_and_keeps_that_as_it_is(bool isBeheaded)
    {
        (isBeheaded ? (Action<string>)Harm.Behead : Harm.Scribble)(_catalogue.Data.Database);
        var damaged = await System.IO.File.ReadAllBytesAsync(_catalogue.Data.Database, Stop);

        var before = await RestoreAsync(File);

        Assert.Equal(["open-door"], await SlugsAsync(_catalogue.Data.Database));
        Assert.Equal((FileState.Current, ""), DatabaseFile.Look(_catalogue.Data.Database, whole: true));
        Assert.Equal(damaged.Length, new FileInfo(before!).Length);
        Assert.Equal(damaged[(4096 * 20)..], (await System.IO.File.ReadAllBytesAsync(before!, Stop))[(4096 * 20)..]);
    }

    [Fact]
    public async Task Accounts_come_back_but_nobody_is_signed_in_again_and_no_link_works_again()
    {
        await using (var db = _catalogue.Db())
        {
            var (id, now) = (Guid.NewGuid(), _catalogue.Clock.Now.UtcDateTime);
            db.Users.Add(new() { Id = id, Name = "Ana", UserName = "ana@example.org", Email = "ana@example.org" });
            db.Sessions.Add(new() { Id = "session", AccountId = id, CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddDays(1) });
            db.OneTimeLinks.Add(new() { Id = "link", Purpose = LinkPurpose.Invitation, Email = "sam@example.org", CreatedAt = now, ExpiresAt = now.AddDays(1) });
            await db.SaveChangesAsync(Stop);
        }

        await BackupFile.MakeAsync(_catalogue.Data, File, Stop);
        Assert.Equal(2, Database.Count(File, "SELECT (SELECT COUNT(*) FROM Sessions) + (SELECT COUNT(*) FROM OneTimeLinks)"));

        await RestoreAsync(File);

        await using var restored = _catalogue.Db();
        Assert.Equal((1, 0, 0), (await restored.Users.CountAsync(Stop), await restored.Sessions.CountAsync(Stop), await restored.OneTimeLinks.CountAsync(Stop)));
    }

    [Fact]
    public async Task On_a_new_machine_there_is_nothing_to_keep()
    {
        var data = DataFolder.Open(_folder.At("new"));
        using var backups = new BackupFolder(data, _catalogue.Clock, NullLogger<BackupFolder>.Instance);

        Assert.Null(await new Restore(data, backups, _catalogue.Clock).RunAsync(File, Stop));

        Assert.Equal(["open-door"], await SlugsAsync(data.Database));
        Assert.Equal(["community-care.db", "prepare.lock"], Directory.GetFiles(data.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private async Task<string?> RestoreAsync(string file)
    {
        using var backups = new BackupFolder(_catalogue.Data, _catalogue.Clock, NullLogger<BackupFolder>.Instance);
        _catalogue.Clock.Now += TimeSpan.FromSeconds(1);
        return await new Restore(_catalogue.Data, backups, _catalogue.Clock).RunAsync(file, Stop);
    }

    private async Task RefusedAsync(string file, string why)
    {
        var told = await Assert.ThrowsAsync<StartException>(() => RestoreAsync(file));
        Assert.Contains(why, told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told.Message);
    }

    private static async Task<List<string>> SlugsAsync(string file)
    {
        await using var db = DatabaseFile.Open(file);
        var slugs = await db.Organizations.Select(o => o.Slug).OrderBy(s => s).ToListAsync(Stop);
        SqliteConnection.ClearPool((SqliteConnection)db.Database.GetDbConnection());
        return slugs;
    }
}
