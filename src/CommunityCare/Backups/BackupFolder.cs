using CommunityCare.Store;

namespace CommunityCare.Backups;

/// <summary>The backups in the data folder: those that the site makes by itself, and those from before a restore.</summary>
public sealed class BackupFolder(DataFolder data, TimeProvider clock, ILogger<BackupFolder> log) : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);

    public string Path { get; } = System.IO.Path.Combine(data.Path, "backups");

    /// <summary>When this process last tried to make one and could not; null if the last one was made. The log says why.</summary>
    public DateTimeOffset? FailedAt { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Backup> All() => !Directory.Exists(Path) ? [] :
    [
        .. new DirectoryInfo(Path).EnumerateFiles("*.db").Select(Backup.Of).OfType<Backup>()
            .OrderByDescending(b => b.Made).ThenBy(b => b.Name, StringComparer.Ordinal),
    ];

    /// <summary>Whether it looks as it did when it was checked: whole, and of this version or an older one. Not every page is looked at.</summary>
    public bool CanBeUsed(Backup backup)
    {
        try
        {
            return DatabaseFile.Look(FileOf(backup.Name), whole: false).State is FileState.Current or FileState.Older;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <exception cref="StartException">It could not be made; says why.</exception>
    public async Task<Backup> MakeAsync(BackupKind kind, CancellationToken stop = default)
    {
        await _gate.WaitAsync(stop);
        try
        {
            var file = NewFile(kind);
            await BackupFile.MakeAsync(data, file, stop);
            FailedAt = null;
            return Backup.Of(new(file))!;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            FailedAt = clock.GetUtcNow();
            log.LogWarning("No backup was made: {Why}", e.Message);
            throw;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <returns>Null if it could not be made; <see cref="FailedAt"/> and the log tell.</returns>
    public async Task<Backup?> TryMakeAsync(BackupKind kind, CancellationToken stop = default)
    {
        try
        {
            return await MakeAsync(kind, stop);
        }
        catch (Exception e) when (e is StartException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Removes what is older than so many days, but never the newest, and nothing from before a restore.</summary>
    public void Retire(int days)
    {
        var oldest = clock.GetUtcNow().AddDays(-days);
        foreach (var old in All().Where(b => b.Kind != BackupKind.BeforeRestore).Skip(1).Where(b => b.Made < oldest))
        {
            File.Delete(FileOf(old.Name));
        }
    }

    /// <summary>A name for a new one, in a folder that is there.</summary>
    internal string NewFile(BackupKind kind)
    {
        MakeFolder();
        return FileOf(Backup.NameOf(clock.GetUtcNow(), kind));
    }

    /// <summary>For its owner's eyes only.</summary>
    internal void MakeFolder()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    public void Dispose() => _gate.Dispose();

    private string FileOf(string name) => System.IO.Path.Combine(Path, name);
}
