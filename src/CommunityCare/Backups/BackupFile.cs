using CommunityCare.Store;

namespace CommunityCare.Backups;

/// <summary>Makes one backup: a copy of one moment, checked as a whole, and only then given its name.</summary>
internal static class BackupFile
{
    /// <param name="data">Whose database is copied; the site may go on writing to it.</param>
    /// <param name="target">The file to make. One that is a backup already is replaced.</param>
    /// <param name="stop">Ends the wait for a thread; what has begun is finished.</param>
    /// <returns>Its size in bytes.</returns>
    /// <exception cref="StartException">There is nothing to back up, it is damaged, or the file cannot be made; says why.</exception>
    public static Task<long> MakeAsync(DataFolder data, string target, CancellationToken stop)
    {
        if (!File.Exists(data.Database))
        {
            throw new StartException($"There is no catalogue in {data.Path} yet. Start the site once, or name another data folder with CommunityCare__DataFolder.");
        }

        // Copying blocks its thread, and may take seconds.
        return Task.Run(() => Make(data, target), stop);
    }

    private static long Make(DataFolder data, string target)
    {
        var (database, temporary) = (data.Database, $"{target}.{Guid.NewGuid():N}.tmp");
        try
        {
            RefuseOthers(data, target);
            var (state, detail) = DatabaseFile.Copy(database, temporary) ? DatabaseFile.Look(temporary, whole: true) : (FileState.Damaged, "");
            if (state is not (FileState.Current or FileState.Older))
            {
                throw new StartException(state switch
                {
                    FileState.Newer => $"The database {database} was made by a newer version of CommunityCare. Use that version to back it up.",
                    FileState.Damaged => $"The database {database} is damaged{(detail.Length > 0 ? $" ({detail})" : "")}, and no backup was made. Keep the older backups, and restore one.",
                    _ => $"The file {database} is no catalogue, and no backup was made.",
                });
            }

            File.Move(temporary, target, overwrite: true);
            return new FileInfo(target).Length;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The backup {target} could not be made: {e.Message.TrimEnd('.')}. Name a file in a folder that this user can write to and that has room.", e);
        }
        finally
        {
            Tidy(temporary);
        }
    }

    private static void RefuseOthers(DataFolder data, string target)
    {
        if (Directory.Exists(target))
        {
            throw new StartException($"{target} is a folder. Name a file in it, as in {Path.Combine(target, "community-care-backup.db")}.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(target)))
        {
            throw new StartException($"There is no folder {Path.GetDirectoryName(target)}. Make it, or name a file in another one.");
        }

        if (OwnFile.Is(data, target))
        {
            throw new StartException($"{target} is the database itself. Name another file.");
        }

        if (File.Exists(target) && DatabaseFile.Look(target, whole: false).State is FileState.Foreign or FileState.NoDatabase)
        {
            throw new StartException($"{target} is there already, and is no backup of CommunityCare. Name another file.");
        }
    }

    private static void Tidy(string temporary)
    {
        try
        {
            DatabaseFile.Remove(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What led here is told, and matters more.
        }
    }
}
