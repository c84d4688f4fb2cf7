using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Marks groups that asked to go, and lifts the marks again.</summary>
public sealed class DoNotListing(CareDb db, CatalogEditor editor, TimeProvider clock)
{
    /// <summary>Newest first; those that were lifted last.</summary>
    public Task<List<NamedMark>> AllAsync(CancellationToken stop = default) =>
        Named(db.DoNotLists.OrderBy(m => m.Lifted != null).ThenByDescending(m => m.Key)).ToListAsync(stop);

    public Task<NamedMark?> FindAsync(long key, CancellationToken stop = default) =>
        Named(db.DoNotLists.Where(m => m.Key == key)).FirstOrDefaultAsync(stop);

    /// <summary>Takes the entry out of everything public and keeps it out. Marking it again changes nothing.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="entry">A copy, which is saved here.</param>
    /// <param name="who">An account's name.</param>
    /// <param name="why">What they asked for.</param>
    /// <param name="basedOn">As for saving.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task MarkAsync(CatalogWrite write, Organization entry, string who, string why, long basedOn, CancellationToken stop = default)
    {
        // Nobody is led on from its address either.
        (entry.Publication, entry.ReplacedBy) = (Publication.Archived, null);
        await write.SaveAsync(entry, Act.Archived, why, basedOn, stop);
        if (!await db.DoNotLists.AnyAsync(m => m.EntryId == entry.Id && m.Lifted == null, stop))
        {
            db.Add(new DoNotList
            {
                EntryId = entry.Id,
                Names = DoNotListMarks.NamesOf(entry),
                WebsiteHost = await OwnHostAsync(entry, stop),
                Since = clock.GetUtcNow().UtcDateTime,
                Who = who,
                Why = why,
            });
        }
    }

    /// <summary>From now on it may be listed again: the entry can be restored, and its file is read at the next seeding.</summary>
    /// <returns>Whether there is such a mark.</returns>
    public Task<bool> LiftAsync(long key, string who, string why, CancellationToken stop = default) => editor.WriteAsync(who, async _ =>
    {
        if (await db.DoNotLists.AsTracking().FirstOrDefaultAsync(m => m.Key == key, stop) is not { } mark)
        {
            return false;
        }

        if (mark.Lifted is null)
        {
            (mark.Lifted, mark.LiftedBy, mark.LiftedWhy) = (clock.GetUtcNow().UtcDateTime, who, why);
        }

        return true;
    }, stop);

    private IQueryable<NamedMark> Named(IQueryable<DoNotList> marks) => marks.AsNoTracking()
        .Select(m => new NamedMark(m, db.Organizations.Where(o => o.Id == m.EntryId).Select(o => o.Name).FirstOrDefault()));

    // Several groups may have their pages on one host: then it says nothing about any of them.
    private async Task<string?> OwnHostAsync(Organization entry, CancellationToken stop)
    {
        if (DoNotListMarks.HostOf(entry) is not { } host)
        {
            return null;
        }

        var others = await db.Organizations.AsNoTracking().Where(o => o.Id != entry.Id && o.Website != null && o.Website.Contains(host)).ToListAsync(stop);
        return others.Exists(o => DoNotListMarks.HostOf(o) == host) ? null : host;
    }
}

/// <param name="Mark">Who asked to go.</param>
/// <param name="Name">The entry's name today; null if there is no such entry.</param>
public sealed record NamedMark(DoNotList Mark, string? Name);
