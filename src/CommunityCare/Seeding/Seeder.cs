using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Seeding;

/// <summary>
/// Brings curated files into the catalogue, as often as one likes: new files add, changed ones update, missing ones
/// archive, and what a person edited on the site is never overwritten.
/// </summary>
public sealed class Seeder(CareDb db, CatalogEditor editor, TimeProvider clock)
{
    public const string Author = "seed";

    /// <param name="folder">The files.</param>
    /// <param name="allowRemovals">Archive the entries of missing files even if they are many.</param>
    /// <param name="stop">Ends the wait for other writers; nothing is kept then.</param>
    public async Task<SeedReport> RunAsync(SeedFolder folder, bool allowRemovals = false, CancellationToken stop = default)
    {
        if (await NothingChangedAsync(folder, stop) is { } unchanged)
        {
            return unchanged;
        }

        var reading = SeedReader.Read(folder);
        var report = new SeedReport();
        report.Problems.AddRange(reading.Problems);
        await editor.WriteAsync(Author, async write =>
        {
            var records = await db.SeedRecords.AsTracking().ToDictionaryAsync(r => r.EntryId, stop);
            var waiting = new Waiting(db, await db.IncomingChanges.AsTracking().ToListAsync(stop), report, clock);
            var seeding = new SeedRun(db, write, records, new(db, records, reading.Unreadable), waiting, report);
            var synonyms = new SynonymRun(db, write, records, report);

            // Archived entries give up their addresses to those that come.
            var removals = Removals.Of(reading, records.Values, allowRemovals);
            report.HeldBack = removals.HeldBack;
            await seeding.ArchiveAsync(removals.Gone, stop);
            await synonyms.ArchiveAsync(removals.Gone, stop);

            await seeding.BringAsync(Formats.Vocabularies, reading.Vocabularies, write.FindVocabularyAsync, write.SaveAsync, stop);
            await seeding.BringAsync(Formats.CareTypes, reading.CareTypes, write.FindCareTypeAsync, write.SaveAsync, stop);
            await seeding.BringAsync(Formats.Organizations, reading.Organizations, write.FindOrganizationAsync, write.SaveAsync, stop);
            await synonyms.BringAsync(reading.Synonyms, stop);
        }, stop);
        return report;
    }

    private async Task<SeedReport?> NothingChangedAsync(SeedFolder folder, CancellationToken stop)
    {
        var known = await db.SeedRecords.Where(r => !r.Gone).Select(r => new { r.Path, r.Hash, r.LeftOutFor }).ToListAsync(stop);
        var hashes = known.Select(r => (r.Path, r.Hash)).ToHashSet();
        if (folder.Problems.Count > 0 || known.Count != folder.Files.Count || !folder.Files.All(f => hashes.Contains((f.Name, f.Hash)))
            || await db.IncomingChanges.AnyAsync(stop))
        {
            return null;
        }

        // A file that was left out comes in once its mark is lifted.
        var leftOut = known.Where(r => r.LeftOutFor is not null).ToList();
        var marked = leftOut.Count == 0 ? [] : await db.DoNotLists.Where(m => m.Lifted == null).Select(m => (Guid?)m.EntryId).ToListAsync(stop);
        if (leftOut.Exists(r => !marked.Contains(r.LeftOutFor)))
        {
            return null;
        }

        var report = new SeedReport { Unchanged = known.Count - leftOut.Count };
        report.LeftOut.AddRange(leftOut.Select(r => r.Path));
        return report;
    }
}
