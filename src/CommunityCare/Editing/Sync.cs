using CommunityCare.Catalog;
using CommunityCare.Store;

namespace CommunityCare.Editing;

/// <summary>Makes what the database holds equal to what came in, part by part, so that each part keeps its row.</summary>
internal static class Sync
{
    public static void Organization(CareDb db, Organization current, Organization incoming)
    {
        db.Entry(current).CurrentValues.SetValues(incoming);

        // Links to services that go must go first.
        Links(db, current, incoming);
        Parts(db, current.Services, incoming.Services, s => s.Id, Service);
        Parts(db, current.Phones, incoming.Phones, p => p.Id);
        Parts(db, current.Contacts, incoming.Contacts, c => c.Id);
        Parts(db, current.Locations, incoming.Locations, l => l.Id);
        foreach (var link in incoming.Terms.Where(l => !l.Derived && !current.Terms.Exists(c => Same(c, l))))
        {
            // A place that followed from an address is now also stated.
            current.Terms.RemoveAll(c => c.Derived && c.Term == link.Term && link.Service is null);
            current.Terms.Add(new() { Term = link.Term, Service = current.Services.Find(s => s.Id == link.Service?.Id) });
        }
    }

    public static void Vocabulary(CareDb db, Vocabulary current, Vocabulary incoming)
    {
        db.Entry(current).CurrentValues.SetValues(incoming);

        // New terms belong to the vocabulary that is already here.
        incoming.Terms.ForEach(t => t.Vocabulary = current);
        Parts(db, current.Terms, incoming.Terms, t => t.Id);
    }

    /// <summary>Gives back the terms that the file no longer has: entries may use them.</summary>
    public static void KeepRetired(Vocabulary current, Vocabulary incoming)
    {
        foreach (var gone in current.Terms.Where(t => incoming.Terms.TrueForAll(i => i.Id != t.Id && i.Slug != t.Slug)))
        {
            incoming.Terms.Add(new()
            {
                Id = gone.Id,
                Slug = gone.Slug,
                Name = gone.Name,
                Meaning = gone.Meaning,
                Words = gone.Words,
                Translations = gone.Translations,
                Order = incoming.Terms.Count,
                Retired = true,
            });
        }
    }

    private static void Service(CareDb db, Service current, Service incoming)
    {
        if (!current.Schedules.SequenceEqual(incoming.Schedules))
        {
            current.Schedules.Clear();
            current.Schedules.AddRange(incoming.Schedules);
        }
    }

    private static void Links(CareDb db, Organization current, Organization incoming)
    {
        foreach (var gone in current.Terms.Where(c => !c.Derived && !incoming.Terms.Exists(l => !l.Derived && Same(c, l))).ToList())
        {
            current.Terms.Remove(gone);
            db.Remove(gone);
        }
    }

    private static bool Same(TermLink a, TermLink b) => a.Term == b.Term && a.Service?.Id == b.Service?.Id;

    private static void Parts<T>(CareDb db, List<T> current, List<T> incoming, Func<T, Guid> id, Action<CareDb, T, T>? more = null)
        where T : class
    {
        var wanted = incoming.Select(id).ToHashSet();
        foreach (var gone in current.Where(part => !wanted.Contains(id(part))).ToList())
        {
            current.Remove(gone);
            db.Remove(gone);
        }

        foreach (var part in incoming)
        {
            if (current.Find(c => id(c) == id(part)) is { } found)
            {
                db.Entry(found).CurrentValues.SetValues(part);
                more?.Invoke(db, found, part);
            }
            else
            {
                current.Add(part);
                db.Add(part);
            }
        }
    }
}
