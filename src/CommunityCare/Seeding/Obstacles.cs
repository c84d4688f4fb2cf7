using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Seeding;

/// <summary>Why a file that is good by itself cannot be brought into this catalogue.</summary>
internal sealed class Obstacles(CareDb db, Dictionary<Guid, SeedRecord> records, IEnumerable<SeedFile> unreadable)
{
    private readonly HashSet<string> _unreadable = [.. unreadable.Select(f => f.Name)];

    /// <param name="file">The file.</param>
    /// <param name="entry">What the file says, with the address that it will have.</param>
    /// <param name="present">The ids of all files of its folder.</param>
    /// <param name="terminology">The words that the catalogue has.</param>
    /// <param name="stop">Ends the wait.</param>
    public async Task<string?> OfAsync<T>(SeedFile file, T entry, HashSet<Guid> present, Terminology terminology, CancellationToken stop)
        where T : Entry
    {
        // Somebody copied a file and left its id in the copy, which is no reason to take the copy for the entry.
        if (records.GetValueOrDefault(entry.Id) is { Gone: false } record && record.Path != file.Name && _unreadable.Contains(record.Path))
        {
            return $"the id {entry.Id} belongs to {record.Path} (remove it here and `check --fix` writes a new one)";
        }

        var holder = await db.Set<T>().AsNoTracking()
            .FirstOrDefaultAsync(e => e.Slug == entry.Slug && e.Id != entry.Id && e.Publication != Publication.Archived, stop);
        if (holder is not null && !WillMove(holder, present))
        {
            return $"the address `{holder.Slug}` belongs to another entry ({holder.Id}); choose another name for the file, or give it that id if it is meant";
        }

        if (await Parts.OwnerAsync(db, entry, stop) is { } owner)
        {
            return $"the id of one of its parts belongs to `{owner}`; remove it here and `check --fix` writes a new one";
        }

        if (entry is Organization { ReplacedBy: { } other } && await Replacements.LeadsToAsync(db, other, entry.Id, stop))
        {
            return "`replaced_by` leads back to the entry itself; name another organization, or leave it out";
        }

        return entry is Organization organization
            && organization.Terms.Find(l => terminology.Find(l.Term.Vocabulary.Slug, l.Term.Slug) is null) is { } missing
                ? $"waits for the {missing.Term.Vocabulary.Slug} `{missing.Term.Slug}`, whose own file has to be mended first"
                : null;
    }

    // Its own file has another name by now; an address that was given on the site stays.
    private bool WillMove(Entry holder, HashSet<Guid> present) =>
        present.Contains(holder.Id) && records.GetValueOrDefault(holder.Id)?.Slug == holder.Slug;
}
