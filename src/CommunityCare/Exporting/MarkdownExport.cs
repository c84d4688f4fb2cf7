using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Exporting;

/// <summary>
/// Writes the catalogue as curated files, so that what was edited on the site goes back to where it is reviewed and kept.
/// What is hidden stays in the database: a file says only that it exists.
/// </summary>
public sealed class MarkdownExport(CareDb db)
{
    // What is kept in memory at a time.
    private const int BatchSize = 200;

    /// <param name="path">A folder of curated files, an empty one, or none yet.</param>
    /// <param name="stop">Ends it; each file is the old or the new one then.</param>
    /// <exception cref="StartException">The folder cannot be used; says why.</exception>
    public async Task<ExportReport> RunAsync(string path, CancellationToken stop = default)
    {
        var report = new ExportReport();
        try
        {
            await using var moment = await db.MomentAsync(stop);
            var folder = ExportFolder.Open(path, await KnownFiles.ReadAsync(db, stop), report);
            await foreach (var file in FilesAsync(report, stop))
            {
                folder.Write(file);
            }

            folder.RemoveOthers();
            await TellWaitingAsync(report, stop);
            return report;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartException($"The folder {path} cannot be written: {e.Message}", e);
        }
    }

    private async IAsyncEnumerable<SeedFile> FilesAsync(ExportReport report, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var vocabularies = await db.Vocabularies.AsNoTracking().Include(v => v.Terms.OrderBy(t => t.Order)).OrderBy(v => v.Slug).ToListAsync(stop);
        var terminology = new Terminology(vocabularies);
        foreach (var vocabulary in vocabularies.Where(v => v.Id != Vocabulary.KindId))
        {
            yield return FileOf(Formats.Vocabularies, vocabulary, terminology, report);
        }

        foreach (var careType in await db.CareTypes.AsNoTracking().OrderBy(c => c.Slug).ToListAsync(stop))
        {
            yield return FileOf(Formats.CareTypes, careType, terminology, report);
        }

        var keys = await db.Organizations.OrderBy(o => o.Slug).Select(o => EF.Property<long>(o, Columns.Key)).ToListAsync(stop);
        foreach (var chunk in keys.Chunk(BatchSize))
        {
            List<long> batch = [.. chunk];
            var organizations = await db.WholeOrganizations().AsNoTrackingWithIdentityResolution()
                .Where(o => batch.Contains(EF.Property<long>(o, Columns.Key))).OrderBy(o => o.Slug).ToListAsync(stop);
            foreach (var organization in organizations)
            {
                yield return FileOf(Formats.Organizations, organization, terminology, report);
            }
        }

        if (await SynonymsAsync(stop) is { English.Length: > 0 } synonyms)
        {
            yield return new("", Synonym.ListSlug, synonyms);
        }
    }

    private static SeedFile FileOf<T>(EntryFormat<T> format, T entry, Terminology terminology, ExportReport report)
        where T : Entry, new()
    {
        var file = new SeedFile(format.Folder, entry.Slug, format.Write(entry, withPrivate: false));
        report.Problems.AddRange(ProblemsOf(format, file, terminology));
        return file;
    }

    // What would not be read back as it is would change the entry at the next seeding: better told now than found then.
    private static List<Problem> ProblemsOf<T>(EntryFormat<T> format, SeedFile file, Terminology terminology)
        where T : Entry, new()
    {
        var scopes = new List<Scope>();
        var back = format.Read(file.Slug, file.Text, name =>
        {
            scopes.Add(new($"{file.Folder}/{name}", terminology));
            return scopes[^1];
        });
        var problems = scopes.SelectMany(s => s.Problems).ToList();
        if (problems.Count == 0 && !format.Write(back, withPrivate: false).Equals(file.Text))
        {
            problems.Add(new(file.Name, 1, "would be read back otherwise (spaces at the end of a line, or an empty first line); save the entry once more on the site"));
        }

        return problems;
    }

    private Task<EntryText?> SynonymsAsync(CancellationToken stop) => db.Revisions.Where(r => r.EntryId == Synonym.ListId)
        .OrderByDescending(r => r.Number).Select(r => r.Text).FirstOrDefaultAsync(stop);

    private async Task TellWaitingAsync(ExportReport report, CancellationToken stop) => report.Waiting.AddRange(
        from change in await db.IncomingChanges.Join(db.SeedRecords, c => c.EntryId, r => r.EntryId, (c, r) => new { File = r.Path, c.Path }).ToListAsync(stop)
        orderby change.File, change.Path
        select $"{change.File}: {change.Path}");
}
