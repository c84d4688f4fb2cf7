using System.Security.Cryptography;
using CommunityCare.Catalog;

namespace CommunityCare.Editing;

/// <summary>Makes one entry of two.</summary>
public static class Merging
{
    /// <summary>
    /// Saves what is kept, and archives the other one, whose address leads to it from now on. Parts that were taken over get
    /// ids of their own, as the archived entry keeps its own: always the same ones, so that sending it twice changes nothing.
    /// </summary>
    /// <param name="write">The transaction.</param>
    /// <param name="kept">With all that it is to say; not archived.</param>
    /// <param name="away">The id of the other one.</param>
    /// <param name="why">The reason.</param>
    /// <param name="basedOn">The revisions that the choice was made from.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="EntryChangedException">One of the two was saved meanwhile.</exception>
    /// <exception cref="ArgumentException">It is the same entry, there is no other one, or <see cref="CanTakeOver"/> is not so.</exception>
    public static async Task<bool> MergeAsync(
        this CatalogWrite write, Organization kept, Guid away, string? why, (long Kept, long Away) basedOn, CancellationToken stop = default)
    {
        if (kept.Id == away || await write.FindOrganizationAsync(away, stop) is not { } gone || !CanTakeOver(kept.Publication, gone.Publication))
        {
            throw new ArgumentException("Two entries that exist can be merged into one that is not archived, and a published one into a published one alone.", nameof(away));
        }

        GiveIds(kept, gone);
        (gone.Publication, gone.ReplacedBy) = (Publication.Archived, kept.Id);
        var archived = await write.SaveAsync(gone, Act.Merged, why, basedOn.Away, stop);
        return await write.SaveAsync(kept, Act.Merged, why, basedOn.Kept, stop) || archived;
    }

    /// <summary>Whether one entry can take the place of another: readers who see that one must see this one too.</summary>
    public static bool CanTakeOver(Publication kept, Publication gone) =>
        kept == Publication.Published || (kept == Publication.Draft && gone != Publication.Published);

    private static void GiveIds(Organization kept, Organization gone)
    {
        var taken = Parts.IdsOf(gone).ToHashSet();
        Parts.GiveIds(kept, id => taken.Contains(id) ? Own(id) : id);

        Guid Own(Guid part) => new(SHA256.HashData([.. kept.Id.ToByteArray(), .. part.ToByteArray()]).AsSpan(0, 16));
    }
}
