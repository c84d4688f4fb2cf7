using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Seeding;

/// <summary>One run within one transaction: takes what was read, entry by entry, to where it belongs.</summary>
internal sealed class SeedRun(CareDb db, CatalogWrite write, Dictionary<Guid, SeedRecord> records, SeedReport report, TimeProvider clock)
{
    private static readonly EntryText Nothing = new("---\n---\n", []);

    private Terminology? _terminology;

    public delegate Task<T?> Find<T>(Guid id, CancellationToken stop);

    public delegate Task<bool> Save<T>(T entry, Act? act, string? why, CancellationToken stop);

    public async Task BringAsync<T>(EntryFormat<T> format, List<Read<T>> entries, Find<T> find, Save<T> save, CancellationToken stop)
        where T : Entry, new()
    {
        _terminology = null;
        var ids = entries.Select(r => r.Entry.Id).ToHashSet();
        foreach (var read in entries)
        {
            var record = records.GetValueOrDefault(read.Entry.Id);
            if (record is { Gone: false } && record.Path == read.File.Name && record.Hash == read.File.Hash)
            {
                report.Unchanged++;
            }
            else if (await WhyNotAsync(read, ids, stop) is { } obstacle)
            {
                report.Problems.Add(new(read.File.Name, 1, obstacle));
            }
            else
            {
                await BringAsync(format, read, record, find, save, stop);
            }
        }
    }

    public async Task ArchiveAsync(IReadOnlyList<SeedRecord> gone, CancellationToken stop)
    {
        foreach (var record in gone)
        {
            await ArchiveAsync(Formats.Organizations, record, write.FindOrganizationAsync, write.SaveAsync, stop);
            await ArchiveAsync(Formats.CareTypes, record, write.FindCareTypeAsync, write.SaveAsync, stop);
            await ArchiveAsync(Formats.Vocabularies, record, write.FindVocabularyAsync, write.SaveAsync, stop);
        }
    }

    private async Task BringAsync<T>(EntryFormat<T> format, Read<T> read, SeedRecord? record, Find<T> find, Save<T> save, CancellationToken stop)
        where T : Entry, new()
    {
        var theirs = format.Write(read.Entry, withPrivate: false);
        var current = await find(read.Entry.Id, stop);
        if (current is null)
        {
            await save(read.Entry, null, null, stop);
            report.Added.Add(read.File.Name);
            Remember(read, record, theirs);
            return;
        }

        var (oldSlug, incoming, common) = (current.Slug, read.Entry, theirs);
        var mine = format.Write(current, withPrivate: false);
        if (mine.Equals(record?.Text))
        {
            PrivateValuesOf(current, incoming);
        }
        else if (await MergeAsync(format, read, record, current, mine, theirs, stop) is { } merged)
        {
            incoming = merged;
        }
        else
        {
            report.Problems.Add(new(read.File.Name, 1, "does not fit together with what was edited on the site; the site's version stays"));
            return;
        }

        var changed = await save(incoming, null, null, stop);
        Remember(read, record, mine.Equals(record?.Text) ? format.Write(incoming, withPrivate: false) : common);
        if (!changed)
        {
            report.Unchanged++;
        }
        else if (oldSlug != incoming.Slug)
        {
            report.Renamed.Add($"{oldSlug} is now {read.File.Name}");
        }
        else
        {
            report.Updated.Add(read.File.Name);
        }
    }

    // The entry was edited on the site since the file was last read, or was made there.
    private async Task<T?> MergeAsync<T>(
        EntryFormat<T> format, Read<T> read, SeedRecord? record, T current, EntryText mine, EntryText theirs, CancellationToken stop)
        where T : Entry, new()
    {
        var (text, clashes) = ThreeWay.Merge(record?.Text ?? Nothing, mine, theirs);
        var seededSlug = record is null ? null : Path.GetFileNameWithoutExtension(record.Path);
        var slug = seededSlug is null || current.Slug == seededSlug ? read.File.Slug : current.Slug;

        var scopes = new List<Scope>();
        var terminology = await TerminologyAsync(stop);
        var merged = format.Read(slug, text, name =>
        {
            scopes.Add(new(name, terminology));
            return scopes[^1];
        });
        if (scopes.Exists(s => s.Problems.Count > 0))
        {
            return null;
        }

        PrivateValuesOf(current, merged);
        await WaitAsync(read, clashes, ThreeWay.Merge(Nothing, mine, theirs).Clashes, stop);
        return merged;
    }

    private async Task WaitAsync<T>(Read<T> read, IReadOnlyList<Clash> clashes, IReadOnlyList<Clash> differences, CancellationToken stop)
        where T : Entry
    {
        var waiting = await db.IncomingChanges.AsTracking().Where(c => c.EntryId == read.Entry.Id).ToListAsync(stop);

        // Where both came to agree there is nothing left to choose.
        db.RemoveRange(waiting.Where(w => w is { Mine: not null, Theirs: not null } && differences.All(d => d.Path != w.Path)));
        foreach (var clash in clashes)
        {
            var change = waiting.Find(w => w.Path == clash.Path);
            if (change is null)
            {
                change = new() { EntryId = read.Entry.Id, Path = clash.Path };
                db.Add(change);
            }

            (change.Base, change.Mine, change.Theirs, change.Since) = (clash.Base, clash.Mine, clash.Theirs, clock.GetUtcNow().UtcDateTime);
            report.Waiting.Add($"{read.File.Name}: {clash.Path}");
        }
    }

    private async Task ArchiveAsync<T>(EntryFormat<T> format, SeedRecord record, Find<T> find, Save<T> save, CancellationToken stop)
        where T : Entry, new()
    {
        if (await find(record.EntryId, stop) is not { } current)
        {
            return;
        }

        var terminology = await TerminologyAsync(stop);
        var copy = format.Read(current.Slug, format.Write(current, withPrivate: true), name => new(name, terminology) { WithPrivate = true });
        copy.Publication = Publication.Archived;
        await save(copy, Act.Archived, "its file is gone", stop);
        (record.Gone, record.Hash, record.Text) = (true, "", format.Write(copy, withPrivate: false));
        report.Archived.Add(record.Path);
    }

    private async Task<string?> WhyNotAsync<T>(Read<T> read, HashSet<Guid> ids, CancellationToken stop)
        where T : Entry
    {
        var holder = await db.Set<T>()
            .Where(e => e.Slug == read.File.Slug && e.Id != read.Entry.Id && e.Publication != Publication.Archived)
            .Select(e => (Guid?)e.Id).FirstOrDefaultAsync(stop);
        if (holder is not null && !ids.Contains(holder.Value))
        {
            return $"the address `{read.File.Slug}` belongs to another entry ({holder}); choose another name for the file";
        }

        var terminology = await TerminologyAsync(stop);
        return read.Entry is Organization organization
            && organization.Terms.Find(l => terminology.Find(l.Term.Vocabulary.Slug, l.Term.Slug) is null) is { } missing
                ? $"waits for the {missing.Term.Vocabulary.Slug} `{missing.Term.Slug}`, whose own file has to be mended first"
                : null;
    }

    private async Task<Terminology> TerminologyAsync(CancellationToken stop) =>
        _terminology ??= new(await db.Vocabularies.AsNoTracking().Include(v => v.Terms.OrderBy(t => t.Order)).ToListAsync(stop));

    private void Remember<T>(Read<T> read, SeedRecord? record, EntryText text)
        where T : Entry
    {
        if (record is null)
        {
            records[read.Entry.Id] = record = new() { EntryId = read.Entry.Id };
            db.Add(record);
        }

        (record.Path, record.Hash, record.Text, record.Gone) = (read.File.Name, read.File.Hash, text, false);
    }

    private static void PrivateValuesOf<T>(T current, T incoming)
    {
        if (current is Organization known && incoming is Organization organization)
        {
            PrivateValues.Carry(known, organization);
        }
    }
}
