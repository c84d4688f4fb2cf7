using CommunityCare.Documents;
using CommunityCare.Store;

namespace CommunityCare.Seeding;

/// <summary>The fields that wait for a person to choose between the site's words and the file's.</summary>
internal sealed class Waiting(CareDb db, List<IncomingChange> all, SeedReport report, TimeProvider clock)
{
    public bool Has(Guid entry) => all.Exists(c => c.EntryId == entry);

    public void Add(SeedFile file, Guid entry, IReadOnlyList<Clash> clashes)
    {
        foreach (var clash in clashes)
        {
            var change = all.Find(c => c.EntryId == entry && c.Path == clash.Path);
            if (change is null)
            {
                change = new() { EntryId = entry, Path = clash.Path };
                all.Add(change);
                db.Add(change);
            }

            (change.Base, change.Mine, change.Theirs, change.Since) = (clash.Base, clash.Mine, clash.Theirs, clock.GetUtcNow().UtcDateTime);
            report.Waiting.Add($"{file.Name}: {clash.Path}");
        }
    }

    /// <summary>Where both came to agree there is nothing left to choose.</summary>
    public void Settle(Guid entry, EntryText mine, EntryText theirs) =>
        Remove(c => c.EntryId == entry && ThreeWay.At(mine, c.Path) == ThreeWay.At(theirs, c.Path));

    public void Forget(Guid entry) => Remove(c => c.EntryId == entry);

    private void Remove(Predicate<IncomingChange> which)
    {
        db.RemoveRange(all.FindAll(which));
        all.RemoveAll(which);
    }
}
