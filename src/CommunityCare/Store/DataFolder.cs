using System.Diagnostics;

namespace CommunityCare.Store;

/// <summary>The one folder for everything that must outlive a run: the database, the cookie keys, the logs.</summary>
public sealed class DataFolder
{
    private static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Longer than any migration or first seeding takes on a cheap machine.</summary>
    private static readonly TimeSpan LockPatience = TimeSpan.FromMinutes(5);

    private DataFolder(string path) => Path = path;

    public string Path { get; }

    public string Database => System.IO.Path.Combine(Path, "community-care.db");

    public string Keys => System.IO.Path.Combine(Path, "keys");

    public string Logs => System.IO.Path.Combine(Path, "logs");

    /// <summary>Makes the folder, for its owner's eyes only, and finds out whether it can be written.</summary>
    /// <exception cref="StartException">It cannot be made or written.</exception>
    public static DataFolder Open(string path)
    {
        path = System.IO.Path.GetFullPath(path);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(path);
            }
            else
            {
                Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            var probe = System.IO.Path.Combine(path, $".write-{Environment.ProcessId}-{Guid.NewGuid():N}");
            using (new FileStream(probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return new DataFolder(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new StartException(
                $"The data folder {path} cannot be written. Give this user the right to write there, or name another folder with CommunityCare__DataFolder.", e);
        }
    }

    /// <summary>
    /// Waits until no other process prepares the database. The operating system frees the lock when its holder dies,
    /// however it dies.
    /// </summary>
    public async Task<IDisposable> LockAsync(CancellationToken stop)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(System.IO.Path.Combine(Path, "prepare.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < LockPatience)
            {
                await Task.Delay(LockPause, stop);
            }
            catch (IOException e)
            {
                throw new StartException($"Another process has been preparing the database in {Path} for {LockPatience.TotalMinutes} minutes. End it, then start again.", e);
            }
        }
    }
}
