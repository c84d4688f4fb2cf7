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
        foreach (var link in incoming.Terms.Where(l => !l.Derived && !current.Terms.Exists(c => !c.Derived && Same(c, l))))
        {
            // A place that followed from an address is now also stated.
            current.Terms.RemoveAll(c => c.Derived && c.Term == link.Term && link.Service is null);
            current.Terms.Add(new() { Term = link.Term, Service = current.Services.Find(s => s.Id == link.Service?.Id) });
        }
    }

    public static async Task VocabularyAsync(CareDb db, Vocabulary current, Vocabulary incoming, CancellationToken stop)
    {
        // Two terms may swap their slugs, and the database looks at one row after another.
        foreach (var moving in current.Terms.Where(t => incoming.Terms.Exists(i => i.Id == t.Id && i.Slug != t.Slug)))
        {
            moving.Slug = moving.Id.ToString();
        }

        await db.SaveChangesAsync(stop);
        db.Entry(current).CurrentValues.SetValues(incoming);
        incoming.Terms.ForEach(t => t.Vocabulary = current);
        Parts(db, current.Terms, incoming.Terms, t => t.Id);
    }

    /// <summary>Each part knows where it stands in its list.</summary>
    public static void Number(Organization organization)
    {
        Number(organization.Services, (s, at) => s.Order = at);
        Number(organization.Phones, (p, at) => p.Order = at);
        Number(organization.Contacts, (c, at) => c.Order = at);
        Number(organization.Locations, (l, at) => l.Order = at);
    }

    public static void Number(Vocabulary vocabulary) => Number(vocabulary.Terms, (t, at) => t.Order = at);

    /// <summary>Entries may use the terms that are gone, and know a term by its slug even if its id was lost.</summary>
    /// <param name="current">As it stands.</param>
    /// <param name="incoming">As it shall be.</param>
    /// <param name="keepsAll">Whether terms that are gone come along, retired.</param>
    public static void KeepTerms(Vocabulary current, Vocabulary incoming, bool keepsAll)
    {
        foreach (var known in current.Terms.Where(t => incoming.Terms.TrueForAll(i => i.Id != t.Id)))
        {
            if (incoming.Terms.Find(i => i.Slug == known.Slug && !current.Terms.Exists(t => t.Id == i.Id)) is { } same)
            {
                same.Id = known.Id;
            }
        }

        foreach (var gone in current.Terms.Where(t => keepsAll && incoming.Terms.TrueForAll(i => i.Id != t.Id)))
        {
            incoming.Terms.Add(new()
            {
                Id = gone.Id,
                Slug = incoming.Terms.Exists(t => t.Slug == gone.Slug) ? GivenUp(gone.Slug, gone.Id) : gone.Slug,
                Name = gone.Name,
                Meaning = gone.Meaning,
                Words = gone.Words,
                Translations = gone.Translations,
                Retired = true,
            });
        }
    }

    /// <summary>The slug of what must make room for another.</summary>
    public static string GivenUp(string slug, Guid id) =>
        $"{slug[..Math.Min(slug.Length, Entry.SlugLength - 9)].TrimEnd('-')}-{id.ToString("N")[..8]}";

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

        current.Sort((a, b) => incoming.FindIndex(i => id(i) == id(a)).CompareTo(incoming.FindIndex(i => id(i) == id(b))));
    }

    private static void Number<T>(List<T> parts, Action<T, int> place)
    {
        for (var at = 0; at < parts.Count; at++)
        {
            place(parts[at], at);
        }
    }
}
