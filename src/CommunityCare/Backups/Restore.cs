using System.Data.Common;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Backups;

/// <summary>
/// Puts a backup in the place of what the site serves, while it goes on serving. All work is done on a copy; what was there
/// before is backed up at a moment after which nobody wrote any more, and one transaction puts the copy in its place.
/// </summary>
public sealed class Restore(DataFolder data, BackupFolder backups, TimeProvider clock)
{
    public const string Author = "restore";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <param name="file">A backup, of this version or an older one.</param>
    /// <param name="stop">Ends it before anything has changed.</param>
    /// <returns>The file that holds what was there before; null if there was nothing.</returns>
    /// <exception cref="StartException">It cannot be restored; says why. What was there is still there.</exception>
    public async Task<string?> RunAsync(string file, CancellationToken stop)
    {
        Refuse(file);
        using var locked = await data.LockAsync(stop);
        var copy = Path.Combine(data.Path, $"restoring-{Guid.NewGuid():N}.tmp");
        try
        {
            // Nothing is written beside the backup, and it may lie where nothing can be written.
            DatabaseFile.CopyAsItIs(file, copy);
            RefuseState(file, await Task.Run(() => DatabaseFile.Look(copy, whole: true), stop));
            await PrepareAsync(copy, stop);
            return await ReplaceAsync(copy, $"from {Path.GetFileName(file)}", stop);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or DbException or DbUpdateException)
        {
            throw new StartException($"{file} could not be restored: {e.Message.TrimEnd('.')}. What was there is still there.", e);
        }
        finally
        {
            DatabaseFile.Remove(copy);
        }
    }

    private void Refuse(string file)
    {
        if (!File.Exists(file))
        {
            throw new StartException($"{file} is not there. Name a file that `backup` made{(backups.All() is [var newest, ..] ? $", as {Path.Combine(backups.Path, newest.Name)}" : "")}.");
        }

        if (OwnFile.Is(data, file))
        {
            throw new StartException($"{file} is the database itself. Name a file that `backup` made.");
        }
    }

    private static void RefuseState(string file, (FileState State, string Detail) found)
    {
        if (found.State is not (FileState.Current or FileState.Older))
        {
            throw new StartException(found.State switch
            {
                FileState.Newer => $"{file} was made by a newer version of CommunityCare. Install that version, then restore it.",
                FileState.Damaged => $"{file} is damaged ({found.Detail}). Name another backup.",
                FileState.Foreign => $"{file} is a database, but none of CommunityCare. Name a file that `backup` made.",
                _ => $"{file} is not a database. Name a file that `backup` made.",
            });
        }
    }

    private async Task PrepareAsync(string copy, CancellationToken stop)
    {
        using var gate = new WriteGate();
        await using var db = DatabaseFile.Open(copy);
        await UpToDate.BringAsync(db, new(db, gate, clock), Author, stop);
    }

    private async Task<string?> ReplaceAsync(string copy, string why, CancellationToken stop)
    {
        if (!File.Exists(data.Database))
        {
            await RecordAsync(copy, 0, why);
            PutThere(copy);
            return null;
        }

        using var replacement = await Replacement.BeginAsync(data.Database, copy, Patience, stop);

        // From here on nobody writes: nothing can happen between what is kept and what is replaced.
        var seen = DatabaseFile.NewestRevision(data.Database);
        var kept = Keep();
        await RecordAsync(copy, seen, why);
        if (replacement is not null)
        {
            replacement.Complete();
        }
        else
        {
            PutThere(copy);
        }

        return kept;
    }

    // What is there may be damaged: then it is kept as it is, and nothing is checked.
    private string Keep()
    {
        var kept = backups.NewFile(BackupKind.BeforeRestore);
        if (!DatabaseFile.Copy(data.Database, kept))
        {
            DatabaseFile.Remove(kept);
            DatabaseFile.CopyAsItIs(data.Database, kept);
        }

        return kept;
    }

    private async Task RecordAsync(string copy, long seen, string why)
    {
        using var gate = new WriteGate();
        await using var db = DatabaseFile.Open(copy);
        await new CatalogEditor(db, gate, clock).WriteAsync(Author, async write =>
        {
            await write.RecordRestoreAsync(seen, why, CancellationToken.None);

            // What was ended since must not come back: everybody signs in anew, and asks for a new link.
            await db.Sessions.ExecuteDeleteAsync();
            await db.OneTimeLinks.ExecuteDeleteAsync();
        }, CancellationToken.None);
    }

    // Another's log beside it would be read into it.
    private void PutThere(string copy)
    {
        var whole = copy + ".whole";
        try
        {
            DatabaseFile.Copy(copy, whole);
            DatabaseFile.Remove(data.Database);
            File.Move(whole, data.Database);
        }
        finally
        {
            File.Delete(whole);
        }
    }
}
