using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>The same change of many entries, in one transaction, and its undoing.</summary>
public sealed class BulkEditor(CareDb db, CatalogEditor editor, TimeProvider clock)
{
    /// <summary>So many entries can be changed at once.</summary>
    public const int Limit = 500;

    /// <returns>The revisions that were made; null if the edit does not say all that it needs, and nothing was done.</returns>
    public async Task<BulkDone?> RunAsync(IReadOnlyList<Guid> entries, BulkEdit edit, string who, CancellationToken stop)
    {
        var term = await TermAsync(edit.Term, stop);
        if (edit.What is null || (edit.What is BulkAct.AddTerm or BulkAct.RemoveTerm && term is null)
            || (edit.What == BulkAct.Archive && string.IsNullOrWhiteSpace(edit.Why)) || edit.Why?.Length > Revision.WhyLength)
        {
            return null;
        }

        return await editor.WriteAsync(who, async write =>
        {
            var before = await NewestAsync(stop);
            foreach (var id in entries)
            {
                if (await write.FindOrganizationAsync(id, stop) is { } entry)
                {
                    var act = Change(entry, edit, term, who);
                    await write.SaveAsync(entry, act, edit.Why, stop: stop);
                }
            }

            await db.SaveChangesAsync(stop);
            return new BulkDone(before + 1, await NewestAsync(stop));
        }, stop);
    }

    /// <summary>Puts back what stood before a range of revisions, wherever nobody has saved the entry since and nothing is in the way.</summary>
    /// <returns>How many entries.</returns>
    public Task<int> UndoAsync(long from, long to, string who, CancellationToken stop) => editor.WriteAsync(who, async write =>
    {
        var made = to - from is < 0 or > Limit ? []
            : await db.Revisions.AsNoTracking().Where(r => r.Number >= from && r.Number <= to && r.Who == who && r.Kind == Formats.Organizations.Folder).ToListAsync(stop);
        var (older, undone) = (new OlderTexts(db), 0);
        foreach (var revision in made)
        {
            var before = await db.Revisions.AsNoTracking().Where(r => r.EntryId == revision.EntryId && r.Number < revision.Number)
                .OrderByDescending(r => r.Number).FirstOrDefaultAsync(stop);
            if (before is not null && await write.FindOrganizationAsync(revision.EntryId, stop) is { } now && now.Revision == revision.Number
                && (await older.ReadAsync(Formats.Organizations, now.Slug, before.Text, stop)).Entry is { } entry
                && (entry.Publication == Publication.Archived || await write.MarkOfAsync(entry, stop) is null))
            {
                undone += await write.SaveAsync(entry, Act.Restored, null, stop: stop) ? 1 : 0;
            }
        }

        return undone;
    }, stop);

    private Act? Change(Organization entry, BulkEdit edit, Term? term, string who)
    {
        switch (edit.What)
        {
            case BulkAct.Verify:
                entry.Verified = new() { On = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), By = who[..Math.Min(who.Length, Verification.NameLength)], How = edit.How };
                return Act.Verified;
            case BulkAct.Archive:
                entry.Publication = Publication.Archived;
                return Act.Archived;
            case BulkAct.AddTerm when !entry.Terms.Exists(l => l.Service is null && !l.Derived && l.Term.Id == term!.Id):
                entry.Terms.Add(new() { Term = term! });
                return null;
            case BulkAct.RemoveTerm:
                entry.Terms.RemoveAll(l => l.Service is null && l.Term.Id == term!.Id);
                return null;
            default:
                return null;
        }
    }

    private async Task<Term?> TermAsync(string? term, CancellationToken stop) => term?.Split('=') is [var vocabulary, var slug]
        ? await db.Terms.AsNoTracking().Include(t => t.Vocabulary).FirstOrDefaultAsync(t => t.Slug == slug && t.Vocabulary.Slug == vocabulary && t.Vocabulary.Slug != Vocabulary.Status, stop)
        : null;

    private async Task<long> NewestAsync(CancellationToken stop) => await db.Revisions.MaxAsync(r => (long?)r.Number, stop) ?? 0;
}

/// <summary>What is done to many entries.</summary>
public sealed record BulkEdit
{
    public BulkAct? What { get; init; }

    public VerifiedHow How { get; init; }

    /// <summary>As in <c>cost=free</c>.</summary>
    public string? Term { get; init; }

    public string? Why { get; init; }
}

public enum BulkAct
{
    Verify,
    Archive,
    AddTerm,
    RemoveTerm,
}

/// <param name="From">The first revision that was made.</param>
/// <param name="To">The last; before the first if nothing had to be changed.</param>
public sealed record BulkDone(long From, long To);
