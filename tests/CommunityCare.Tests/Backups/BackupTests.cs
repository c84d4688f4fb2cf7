using CommunityCare.Backups;
using CommunityCare.Store;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Backups;

/// <summary>A backup is one moment of the catalogue, whole, in one file.</summary>
public sealed class BackupTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string File => _folder.At("backup.db");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SaveAsync(Samples.Organization("open-door"));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_is_one_file_that_needs_no_other_and_only_its_owner_may_read()
    {
        var size = await MakeAsync(File);

        Assert.Equal([File], Directory.GetFileSystemEntries(_folder.Path));
        Assert.Equal(new FileInfo(File).Length, size);
        Assert.Equal((FileState.Current, ""), DatabaseFile.Look(File, whole: true));
        Assert.Equal(1, Database.Count(File, "SELECT COUNT(*) FROM Organizations WHERE Slug = 'open-door'"));

        // Not in the mode in which a log stands beside it.
        Assert.Equal([1, 1], (await System.IO.File.ReadAllBytesAsync(File, Stop))[18..20]);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public async Task While_many_write_each_is_of_one_moment()
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var written = 0;
        var writers = Enumerable.Range(0, 4).Select(w => Task.Run(async () =>
        {
            for (var i = 0; !end.IsCancellationRequested; i++)
            {
                await _catalogue.SaveAsync(Samples.Organization($"group-{w}-{i}"));
                Interlocked.Increment(ref written);
            }
        }, Stop)).ToList();

        long last = 0;
        for (var i = 0; i < 5; i++)
        {
            // However slow the machine, something new was written before each, and something is being written.
            await AtLeastAsync(2 * (i + 1));
            var before = Volatile.Read(ref written);
            await MakeAsync(_folder.At($"{i}.db"));
            var organizations = Database.Count(_folder.At($"{i}.db"), "SELECT COUNT(*) FROM Organizations");
            Assert.True(organizations > before, $"{organizations} after {before} were acknowledged");
            Assert.Equal(organizations, Database.Count(_folder.At($"{i}.db"), "SELECT COUNT(*) FROM Revisions"));
            Assert.Equal(organizations, Database.Count(_folder.At($"{i}.db"), "SELECT MAX(Number) FROM Revisions"));
            Assert.Equal(organizations, Database.Count(_folder.At($"{i}.db"), "SELECT COUNT(*) FROM SearchDocuments"));
            Assert.InRange(organizations, last, long.MaxValue);
            last = organizations;
        }

        await end.CancelAsync();
        await Task.WhenAll(writers);

        async Task AtLeastAsync(int count)
        {
            while (Volatile.Read(ref written) < count)
            {
                await Task.WhenAny(Task.Delay(5, Stop), Task.WhenAny(writers));
                Assert.DoesNotContain(writers, writer => writer.IsFaulted);
            }
        }
    }

    [Fact]
    public async Task An_older_backup_is_replaced_and_nothing_else_is()
    {
        await MakeAsync(File);
        await _catalogue.SaveAsync(Samples.Organization("second"));
        await MakeAsync(File);
        Assert.Equal(2, Database.Count(File, "SELECT COUNT(*) FROM Organizations"));

        await System.IO.File.WriteAllTextAsync(_folder.At("thesis.doc"), "thesis", Stop);
        Assert.Contains("is no backup", await RefusalAsync(_folder.At("thesis.doc")), StringComparison.Ordinal);
        Assert.Equal("thesis", await System.IO.File.ReadAllTextAsync(_folder.At("thesis.doc"), Stop));
    }

    [Fact]
    public async Task The_database_itself_is_refused_by_whichever_name()
    {
        Assert.Contains("is the database itself", await RefusalAsync(_catalogue.Data.Database), StringComparison.Ordinal);
        Assert.Contains("is the database itself", await RefusalAsync(_catalogue.Data.Database + "-wal"), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateSymbolicLink(_folder.At("link"), _catalogue.Data.Path);
            System.IO.File.CreateSymbolicLink(_folder.At("live.db"), _catalogue.Data.Database);
            Assert.Contains("is the database itself", await RefusalAsync(_folder.At("link/community-care.db")), StringComparison.Ordinal);
            Assert.Contains("is the database itself", await RefusalAsync(_folder.At("live.db")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_folder_and_a_place_that_is_not_there_are_told()
    {
        Assert.Contains("is a folder", await RefusalAsync(_folder.Path), StringComparison.Ordinal);
        Assert.Contains("There is no folder", await RefusalAsync(_folder.At("nowhere/backup.db")), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM Organizations", "refer to rows that are missing")]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('99991231235959_FromTheFuture', '10.0.14')", "newer version")]
    [InlineData("DROP TABLE __EFMigrationsHistory", "is no catalogue")]
    public async Task What_is_not_whole_is_not_called_a_backup(string harm, string why)
    {
        Database.Run(_catalogue.Data.Database, harm);

        Assert.Contains(why, await RefusalAsync(File), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task A_damaged_database_gives_no_backup_and_leaves_the_older_one()
    {
        await MakeAsync(File);
        var older = await System.IO.File.ReadAllBytesAsync(File, Stop);
        Harm.Scribble(_catalogue.Data.Database);

        Assert.Contains("is damaged", await RefusalAsync(File), StringComparison.Ordinal);

        Assert.Equal(older, await System.IO.File.ReadAllBytesAsync(File, Stop));
        Assert.Single(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Without_a_catalogue_there_is_nothing_to_back_up()
    {
        var told = await Assert.ThrowsAsync<StartException>(() => BackupFile.MakeAsync(DataFolder.Open(_folder.At("data")), File, Stop));

        Assert.Contains("There is no catalogue", told.Message, StringComparison.Ordinal);
    }

    private Task<long> MakeAsync(string file) => BackupFile.MakeAsync(_catalogue.Data, file, Stop);

    private async Task<string> RefusalAsync(string file)
    {
        var told = await Assert.ThrowsAsync<StartException>(() => MakeAsync(file));
        Assert.DoesNotContain('\n', told.Message);
        return told.Message;
    }
}
