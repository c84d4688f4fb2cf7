using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>What was done to the entries: by whom, when, what and why.</summary>
public sealed class History(CareDb db)
{
    /// <summary>How many changes stand on one page.</summary>
    public const int PageSize = 50;

    /// <summary>Of all entries, newest first: <see cref="PageSize"/> of them, and one more if there are older ones.</summary>
    /// <param name="filter">Which.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<IReadOnlyList<Change>> ChangesAsync(ChangeFilter filter, CancellationToken stop = default)
    {
        var (who, kind, entry, before) = (filter.Who, filter.Kind, filter.Entry, filter.Before);
        var revisions = db.Revisions.Where(r =>
            (who == null || r.Who == who) && (kind == null || r.Kind == kind) && (entry == null || r.EntryId == entry) && (before == null || r.Number < before));

        // Without the texts, which are all but the whole of the table.
        var found = await revisions.OrderByDescending(r => r.Number).Take(PageSize + 1)
            .Select(r => new Change(r.Number, r.EntryId, r.Kind, r.Slug, r.When, r.Who, r.Act, r.Why, r.Slug)).ToListAsync(stop);
        var names = await NamesAsync([.. found.Select(c => c.EntryId).Distinct()], stop);
        return [.. found.Select(c => c with { Name = names.GetValueOrDefault(c.EntryId, c.Slug) })];
    }

    /// <summary>A revision with the one before it and the newest of the same entry; null if there is none with the number.</summary>
    public async Task<ChangeInFull?> FindAsync(long number, CancellationToken stop = default)
    {
        if (await RevisionAsync(number, stop) is not { } revision)
        {
            return null;
        }

        var others = db.Revisions.AsNoTracking().Where(r => r.EntryId == revision.EntryId).OrderByDescending(r => r.Number);
        var previous = await others.Where(r => r.Number < number).FirstOrDefaultAsync(stop);
        var newest = await others.FirstAsync(stop);
        var names = await NamesAsync([revision.EntryId], stop);
        return new(revision, previous, newest, names.GetValueOrDefault(revision.EntryId, revision.Slug));
    }

    /// <summary>What changed in an entry since one of its revisions, field by field; nothing if the number is not of that entry.</summary>
    public async Task<IReadOnlyList<Difference>> SinceAsync(Guid entry, long number, CancellationToken stop = default) =>
        await FindAsync(number, stop) is { } found && found.Revision.EntryId == entry
            ? Differences.FieldByField(found.Revision.Text, found.Newest.Text)
            : [];

    private Task<Revision?> RevisionAsync(long number, CancellationToken stop) =>
        db.Revisions.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, stop);

    private async Task<Dictionary<Guid, string>> NamesAsync(List<Guid> ids, CancellationToken stop) => await db.Organizations
        .Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
        .Concat(db.CareTypes.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name }))
        .Concat(db.Vocabularies.Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.Name }))
        .ToDictionaryAsync(e => e.Id, e => e.Name, stop);
}

/// <summary>Which changes.</summary>
/// <param name="Who">Made by one person alone.</param>
/// <param name="Kind">Of one folder alone, as in <c>organizations</c>.</param>
/// <param name="Entry">Of one entry alone.</param>
/// <param name="Before">Older than a revision.</param>
public sealed record ChangeFilter(string? Who = null, string? Kind = null, Guid? Entry = null, long? Before = null);

/// <summary>A revision without its text.</summary>
/// <param name="Name">The entry's name today, or its slug if it has none.</param>
public sealed record Change(long Number, Guid EntryId, string Kind, string Slug, DateTime When, string Who, Act Act, string? Why, string Name)
{
    public static Change Of(Revision revision, string name) => new(
        revision.Number, revision.EntryId, revision.Kind, revision.Slug, revision.When, revision.Who, revision.Act, revision.Why, name);
}

/// <summary>A revision with its text and what to compare it with.</summary>
/// <param name="Revision">The one that was asked for.</param>
/// <param name="Previous">Null for an entry's first.</param>
/// <param name="Newest">What the entry says now.</param>
/// <param name="Name">The entry's name today.</param>
public sealed record ChangeInFull(Revision Revision, Revision? Previous, Revision Newest, string Name)
{
    private static readonly EntryText Nothing = new("---\n---\n", []);

    public bool IsNewest => Newest.Number == Revision.Number;

    /// <summary>The synonyms are one list that only its file changes.</summary>
    public bool CanBeRestored => Revision.Kind is not (Catalog.Synonym.ListSlug or Editing.Revision.Settings) && !IsNewest;

    public IReadOnlyList<Difference> Changes() => Differences.FieldByField(Previous?.Text ?? Nothing, Revision.Text);

    public IReadOnlyList<Difference> Since() => Differences.FieldByField(Revision.Text, Newest.Text);

    /// <summary>What restoring it would do.</summary>
    public IReadOnlyList<Difference> Back() => Differences.FieldByField(Newest.Text, Revision.Text);
}
