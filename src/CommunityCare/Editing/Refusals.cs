using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>What the door does not let in, whoever brings it. To be asked within one transaction.</summary>
internal sealed class Refusals(CareDb db)
{
    private DoNotListMarks? _marks;

    /// <summary>An entry that is there already is meant by its id alone: who is like it was let in by a person.</summary>
    public async Task<DoNotList?> MarkOfAsync(Organization incoming, CancellationToken stop)
    {
        _marks ??= await DoNotListMarks.ReadAsync(db, stop);
        return _marks.Of(incoming.Id)
            ?? (_marks.Like(incoming) is { } like && !await db.Organizations.AnyAsync(o => o.Id == incoming.Id, stop) ? like : null);
    }

    /// <exception cref="DoNotListException">The group asked not to be listed, and the entry is not archived.</exception>
    /// <exception cref="ArgumentException">It would be replaced by what leads back to it.</exception>
    public async Task CheckAsync(Organization incoming, CancellationToken stop)
    {
        if (incoming.Publication != Publication.Archived && await MarkOfAsync(incoming, stop) is { } mark)
        {
            throw new DoNotListException(mark);
        }

        if (incoming.ReplacedBy is { } other && await Replacements.LeadsToAsync(db, other, incoming.Id, stop))
        {
            throw new ArgumentException("What replaces an entry must not lead back to it.", nameof(incoming));
        }
    }

    /// <summary>Whoever sends the same twice was told already that it is saved: this is asked only about what would change something.</summary>
    /// <exception cref="EntryChangedException">The entry is not as it was when the change was made.</exception>
    public static void CheckRevision(Entry? current, Entry incoming, long? basedOn)
    {
        if (basedOn is { } seen && seen != (current?.Revision ?? 0))
        {
            throw new EntryChangedException(incoming.Id, seen);
        }
    }
}
