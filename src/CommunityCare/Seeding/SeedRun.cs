using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Seeding;

/// <summary>One run within one transaction: takes what was read, entry by entry, to where it belongs.</summary>
internal sealed class SeedRun(
    CareDb db, CatalogWrite write, Dictionary<Guid, SeedRecord> records, Obstacles obstacles, Waiting waiting, SeedReport report)
{
    private static readonly EntryText Nothing = new("---\n---\n", []);

    private Terminology _terminology = Terminology.None;

    public delegate Task<T?> Find<T>(Guid id, CancellationToken stop);

    public delegate Task<bool> Save<T>(T entry, Act? act, string? why, long? basedOn, CancellationToken stop);

    public async Task ArchiveAsync(IReadOnlyList<SeedRecord> gone, CancellationToken stop)
    {
        foreach (var record in gone)
        {
            await ArchiveAsync(Formats.Organizations, record, write.FindOrganizationAsync, write.SaveAsync, stop);
            await ArchiveAsync(Formats.CareTypes, record, write.FindCareTypeAsync, write.SaveAsync, stop);
            await ArchiveAsync(Formats.Vocabularies, record, write.FindVocabularyAsync, write.SaveAsync, stop);
            if (record.LeftOutFor is not null)
            {
                // There may be no entry that could be archived.
                (record.Gone, record.Hash) = (true, "");
            }
        }
    }

    public async Task BringAsync<T>(EntryFormat<T> format, List<Read<T>> entries, Find<T> find, Save<T> save, CancellationToken stop)
        where T : Entry, new()
    {
        _terminology = new(await db.Vocabularies.AsNoTracking().Include(v => v.Terms.OrderBy(t => t.Order)).ToListAsync(stop));
        var present = entries.Select(r => r.Entry.Id).ToHashSet();
        var blocked = new List<Read<T>>();
        foreach (var read in entries)
        {
            if (await BringAsync(format, read, present, find, save, stop) is not null)
            {
                blocked.Add(read);
            }
        }

        // What was in the way may have moved meanwhile: a service goes from one file to another, and the files come by name.
        foreach (var read in blocked)
        {
            if (await BringAsync(format, read, present, find, save, stop) is { } obstacle)
            {
                report.Problems.Add(new(read.File.Name, 1, obstacle));
            }
        }
    }

    /// <returns>Why it could not be brought, or null.</returns>
    private async Task<string?> BringAsync<T>(
        EntryFormat<T> format, Read<T> read, HashSet<Guid> present, Find<T> find, Save<T> save, CancellationToken stop)
        where T : Entry, new()
    {
        var record = records.GetValueOrDefault(read.Entry.Id);
        if (read.Entry is Organization wanted && await write.MarkOfAsync(wanted, stop) is { } mark)
        {
            LeaveOut(read, record, mark);
            return null;
        }

        if (record is { Gone: false, LeftOutFor: null } && record.Path == read.File.Name && record.Hash == read.File.Hash && !waiting.Has(read.Entry.Id))
        {
            report.Unchanged++;
            return null;
        }

        var current = await find(read.Entry.Id, stop);
        read.Entry.Slug = SlugOf(read, record, current);
        if (await obstacles.OfAsync(read.File, read.Entry, present, _terminology, stop) is { } obstacle)
        {
            return obstacle;
        }

        var theirs = format.Write(read.Entry, withPrivate: false);
        if (current is null)
        {
            await save(read.Entry, null, null, null, stop);
            report.Added.Add(read.File.Name);
            Remember(read, record, theirs);
            return null;
        }

        var mine = format.Write(current, withPrivate: false);
        var untouched = record is not null && await IsUntouchedAsync(current, mine, record, stop);
        var (incoming, clashes) = untouched ? (read.Entry, []) : Merge(format, read, record, mine, theirs);
        if (incoming is null)
        {
            return "does not fit together with what was edited on the site; the site's version stays";
        }

        if (current is Organization known && incoming is Organization organization)
        {
            PrivateValues.Carry(known, organization);
        }

        var changed = await save(incoming, null, null, null, stop);
        var saved = format.Write(incoming, withPrivate: false);
        waiting.Add(read.File, incoming.Id, clashes);
        waiting.Settle(incoming.Id, saved, theirs);
        Remember(read, record, untouched ? saved : theirs);
        Tell(read.File, changed, current.Slug, incoming.Slug);
        return null;
    }

    // Whoever gave the entry another address on the site meant it. One that made room for another entry goes where its file is.
    private static string SlugOf<T>(Read<T> read, SeedRecord? record, T? current)
        where T : Entry =>
        current is null || (record is not null && (current.Slug == record.Slug || current.Slug == Sync.GivenUp(record.Slug, current.Id)))
            ? read.File.Slug
            : current.Slug;

    // A term that got another slug changes how the entry is written now; what the last revision said has not changed.
    private async Task<bool> IsUntouchedAsync(Entry current, EntryText mine, SeedRecord record, CancellationToken stop) =>
        mine.Equals(record.Text)
        || record.Text.Equals(await db.Revisions.Where(r => r.Number == current.Revision).Select(r => r.Text).FirstOrDefaultAsync(stop));

    // The entry was edited on the site since the file was last read, or was made there.
    private (T? Merged, IReadOnlyList<Clash> Clashes) Merge<T>(
        EntryFormat<T> format, Read<T> read, SeedRecord? record, EntryText mine, EntryText theirs)
        where T : Entry, new()
    {
        var (text, clashes) = ThreeWay.Merge(record?.Text ?? Nothing, mine, theirs);
        var scopes = new List<Scope>();
        var merged = format.Read(read.Entry.Slug, text, name =>
        {
            // What the file says of a place that was hidden on the site is no mistake: the database's own values are put back.
            scopes.Add(new(name, _terminology) { WithPrivate = true });
            return scopes[^1];
        });
        return (scopes.Exists(s => s.Problems.Count > 0) ? null : merged, clashes);
    }

    private async Task ArchiveAsync<T>(EntryFormat<T> format, SeedRecord record, Find<T> find, Save<T> save, CancellationToken stop)
        where T : Entry, new()
    {
        if (await find(record.EntryId, stop) is not { } current)
        {
            return;
        }

        var before = format.Write(current, withPrivate: false);
        current.Publication = Publication.Archived;
        if (await save(current, Act.Archived, "its file is gone", null, stop))
        {
            // The file's return is to undo this, and nothing that a person did.
            record.Text = ThreeWay.Merge(before, format.Write(current, withPrivate: false), record.Text).Merged;
            report.Archived.Add(record.Path);
        }

        (record.Gone, record.Hash) = (true, "");
        waiting.Forget(record.EntryId);
    }

    private void Remember<T>(Read<T> read, SeedRecord? record, EntryText text)
        where T : Entry
    {
        record ??= NewRecord(read.Entry.Id);
        (record.Path, record.Hash, record.Text, record.Gone, record.LeftOutFor) = (read.File.Name, read.File.Hash, text, false, null);
    }

    // What the file last brought in stays the common ground: once the mark is lifted, it goes on from there.
    private void LeaveOut<T>(Read<T> read, SeedRecord? record, DoNotList mark)
        where T : Entry
    {
        record ??= NewRecord(read.Entry.Id);
        (record.Path, record.Hash, record.Gone, record.LeftOutFor) = (read.File.Name, read.File.Hash, false, mark.EntryId);
        waiting.Forget(read.Entry.Id);
        report.LeftOut.Add(read.File.Name);
    }

    private SeedRecord NewRecord(Guid entry)
    {
        var record = new SeedRecord { EntryId = entry, Text = Nothing };
        records[entry] = record;
        db.Add(record);
        return record;
    }

    private void Tell(SeedFile file, bool changed, string oldSlug, string newSlug)
    {
        if (!changed)
        {
            report.Unchanged++;
        }
        else if (oldSlug != newSlug)
        {
            report.Renamed.Add($"{oldSlug} is now {file.Name}");
        }
        else
        {
            report.Updated.Add(file.Name);
        }
    }
}
