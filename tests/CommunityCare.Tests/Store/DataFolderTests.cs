using System.Diagnostics;
using CommunityCare.Store;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Store;

public sealed class DataFolderTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void A_new_data_folder_is_for_its_owner_only()
    {
        var data = DataFolder.Open(_folder.At("data"));

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(data.Path));
        }

        Assert.Empty(Directory.GetFileSystemEntries(data.Path));
    }

    [Fact]
    public void A_place_that_cannot_be_written_is_told_in_one_line()
    {
        File.WriteAllText(_folder.At("data"), "in the way");

        var told = Assert.Throws<StartException>(() => DataFolder.Open(_folder.At("data")));

        Assert.DoesNotContain('\n', told.Message);
        Assert.Contains(_folder.At("data"), told.Message, StringComparison.Ordinal);
        Assert.Contains("CommunityCare__DataFolder", told.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_holder_of_the_lock_waits_for_the_first()
    {
        var data = DataFolder.Open(_folder.Path);
        var first = await data.LockAsync(Stop);
        var second = data.LockAsync(Stop);

        await Task.Delay(300, Stop);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second.WaitAsync(Long, Stop)).Dispose();
    }

    [Fact]
    public async Task The_lock_of_a_killed_process_is_free()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There is no flock.");
        var data = DataFolder.Open(_folder.Path);

        // --no-fork: the process that holds the lock is the one that we kill.
        using var holder = Process.Start("flock", ["--no-fork", _folder.At("prepare.lock"), "sleep", "60"]);
        while (await TryAsync(data))
        {
            await Task.Delay(20, Stop);
        }

        var waiting = data.LockAsync(Stop);
        await Task.Delay(300, Stop);
        Assert.False(waiting.IsCompleted);

        holder.Kill();
        (await waiting.WaitAsync(Long, Stop)).Dispose();
    }

    [Fact]
    public async Task Waiting_for_the_lock_ends_when_it_is_told_to()
    {
        var data = DataFolder.Open(_folder.Path);
        using var first = await data.LockAsync(Stop);
        using var patience = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => data.LockAsync(patience.Token));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<bool> TryAsync(DataFolder data)
    {
        using var patience = new CancellationTokenSource(10);
        try
        {
            (await data.LockAsync(patience.Token)).Dispose();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
