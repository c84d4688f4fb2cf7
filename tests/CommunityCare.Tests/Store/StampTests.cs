using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityCare.Tests.Store;

/// <summary>Any change, by whoever, is seen by the next who asks; and nothing is held up by asking.</summary>
public sealed class StampTests : IAsyncLifetime
{
    private Catalogue _catalogue = null!;
    private Stamp _stamp = null!;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        _stamp = new(_catalogue.Data, NullLogger<Stamp>.Instance);
    }

    public ValueTask DisposeAsync()
    {
        _stamp.Dispose();
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_changes_with_each_change_and_only_then()
    {
        var seen = new List<string?> { _stamp.Read() };
        for (var i = 0; i < 3; i++)
        {
            await _catalogue.SaveAsync(Samples.Organization($"group-{i}"));
            seen.Add(_stamp.Read());
            Assert.Equal(seen[^1], _stamp.Read());
        }

        Assert.DoesNotContain(null, seen);
        Assert.Equal(4, seen.Distinct().Count());
    }

    [Fact]
    public async Task It_is_the_same_for_another_process()
    {
        await _catalogue.SaveAsync(Samples.Organization("group"));
        using var other = new Stamp(_catalogue.Data, NullLogger<Stamp>.Instance);

        Assert.Equal(_stamp.Read(), other.Read());
    }

    [Fact]
    public async Task A_number_that_is_given_once_more_is_another_stamp()
    {
        await _catalogue.SaveAsync(Samples.Organization("group"));
        var before = _stamp.Read();

        Database.Run(_catalogue.Data.Database, "UPDATE Revisions SET \"When\" = '2030-01-01 00:00:00'");

        Assert.NotEqual(before, _stamp.Read());
    }

    [Fact]
    public async Task Many_who_ask_at_once_never_get_an_older_one_than_what_was_written_before()
    {
        var newest = 0;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var readers = Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            while (!end.IsCancellationRequested)
            {
                var written = Volatile.Read(ref newest);
                var stamp = _stamp.Read();
                Assert.NotNull(stamp);
                Assert.True(int.Parse(stamp.Split(' ')[0], null) >= written, $"{stamp} after {written}");
            }
        })).ToList();

        for (var i = 1; i <= 20; i++)
        {
            await _catalogue.SaveAsync(Samples.Organization($"group-{i}"));
            Volatile.Write(ref newest, i);
        }

        await end.CancelAsync();
        await Task.WhenAll(readers);
    }

    [Fact]
    public async Task A_change_long_after_the_last_one_is_seen_at_once_by_whoever_asks_all_the_time()
    {
        await _catalogue.SaveAsync(Samples.Organization("group-0"));
        _stamp.Read();

        // Nobody has written for so long that the time of the log is believed.
        File.SetLastWriteTimeUtc(_catalogue.Data.Database + "-wal", DateTime.UtcNow.AddMinutes(-5));
        var seen = new HashSet<string?> { _stamp.Read(), _stamp.Read() };
        for (var i = 1; i <= 10; i++)
        {
            await _catalogue.SaveAsync(Samples.Organization($"group-{i}"));
            seen.Add(_stamp.Read());
            Assert.Equal(i + 1, seen.Count);
            File.SetLastWriteTimeUtc(_catalogue.Data.Database + "-wal", DateTime.UtcNow.AddMinutes(-i));
            Assert.Contains(_stamp.Read(), seen);
        }
    }

    [Fact]
    public async Task It_leaves_no_transaction_behind_that_would_keep_the_log_from_being_emptied()
    {
        await _catalogue.SaveAsync(Samples.Organization("group"));
        Assert.NotNull(_stamp.Read());

        // The first number is 1 when somebody was in the way.
        Assert.Equal(0, Database.Count(_catalogue.Data.Database, "PRAGMA wal_checkpoint(TRUNCATE)"));
        Assert.Equal(0, new FileInfo(_catalogue.Data.Database + "-wal").Length);
    }

    [Fact]
    public async Task Another_file_in_its_place_is_seen()
    {
        await _catalogue.SaveAsync(Samples.Organization("group"));
        var before = _stamp.Read();
        using var other = await Catalogue.NewAsync();
        await other.SaveAsync(Samples.Organization("first"));
        await other.SaveAsync(Samples.Organization("second"));
        Database.Run(other.Data.Database, "PRAGMA wal_checkpoint(TRUNCATE)");
        Database.Run(_catalogue.Data.Database, "PRAGMA wal_checkpoint(TRUNCATE)");

        File.Copy(other.Data.Database, _catalogue.Data.Database + ".new");
        File.Move(_catalogue.Data.Database + ".new", _catalogue.Data.Database, overwrite: true);
        foreach (var side in new[] { "-wal", "-shm" })
        {
            File.Delete(_catalogue.Data.Database + side);
        }

        await Task.Delay(TimeSpan.FromSeconds(1.1), TestContext.Current.CancellationToken);
        Assert.StartsWith("2 ", _stamp.Read(), StringComparison.Ordinal);
        Assert.NotEqual(before, _stamp.Read());
        Assert.Equal(["first", "second"], await _catalogue.ReadAsync(db => Task.FromResult(db.Organizations.Select(o => o.Slug).Order().ToList())));
    }

    [Fact]
    public async Task While_there_is_no_database_there_is_no_stamp()
    {
        using var folder = new TempFolder();
        var data = DataFolder.Open(folder.Path);
        using var stamp = new Stamp(data, NullLogger<Stamp>.Instance);
        Assert.Null(stamp.Read());
        await File.WriteAllTextAsync(data.Database, new string('x', 5000), TestContext.Current.CancellationToken);
        Assert.Null(stamp.Read());

        File.Copy(_catalogue.Data.Database, data.Database, overwrite: true);

        Assert.NotNull(stamp.Read());
    }
}
