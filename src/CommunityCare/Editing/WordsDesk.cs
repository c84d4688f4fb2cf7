using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Where kinds of care and vocabularies are written.</summary>
public sealed class WordsDesk(CareDb db, CatalogEditor editor)
{
    private static readonly HashSet<string> Apart = ["id", "publication"];

    public async Task<IReadOnlyList<CareType>> KindsAsync(CancellationToken stop) =>
        await db.CareTypes.AsNoTracking().OrderBy(c => c.Order).ThenBy(c => c.Slug).ToListAsync(stop);

    /// <summary>Not that of the kinds of care, whose terms are the kinds themselves.</summary>
    public async Task<IReadOnlyList<Vocabulary>> VocabulariesAsync(CancellationToken stop) => await db.Vocabularies.AsNoTracking()
        .Where(v => v.Slug != Vocabulary.Kind).Include(v => v.Terms).OrderBy(v => v.Order).ThenBy(v => v.Slug).ToListAsync(stop);

    public Task<CareType?> KindAsync(Guid id, CancellationToken stop) => db.CareTypes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop);

    /// <summary>Not that of the kinds of care, whose terms are the kinds themselves.</summary>
    public Task<Vocabulary?> VocabularyAsync(Guid id, CancellationToken stop) => db.Vocabularies.AsNoTracking()
        .Include(v => v.Terms.OrderBy(t => t.Order)).FirstOrDefaultAsync(v => v.Id == id && v.Slug != Vocabulary.Kind, stop);

    internal static EntryForm<CareType> FormOf(CareType entry) => Filled(new(Formats.CareTypes, Apart, Terminology.None), entry);

    internal static EntryForm<Vocabulary> FormOf(Vocabulary entry) => Filled(new(Formats.Vocabularies, Apart, Terminology.None), entry);

    /// <returns>False if another saved it since, or if it is gone; then nothing was written.</returns>
    public Task<bool> SaveAsync(CareType written, long basedOn, string who, string? why, CancellationToken stop) => editor.WriteAsync(who, async write =>
        await write.FindCareTypeAsync(written.Id, stop) is { } current && current.Revision == basedOn && (await write.SaveAsync(written, null, why, stop: stop) || true), stop);

    /// <returns>False if another saved it since, or if it is gone; then nothing was written.</returns>
    public Task<bool> SaveAsync(Vocabulary written, long basedOn, string who, string? why, CancellationToken stop) => editor.WriteAsync(who, async write =>
    {
        if (await write.FindVocabularyAsync(written.Id, stop) is not { } current || current.Revision != basedOn)
        {
            return false;
        }

        var known = current.Terms.Select(t => t.Id).ToHashSet();
        written.Terms.ForEach(term => term.Id = known.Remove(term.Id) ? term.Id : Guid.NewGuid());
        await write.SaveAsync(written, null, why, stop: stop);
        return true;
    }, stop);

    /// <summary>What somebody wrote, joined with what another saved meanwhile.</summary>
    /// <returns>The joined text, and the fields that both changed: there what somebody wrote stands.</returns>
    internal async Task<(EntryText Text, IReadOnlyList<Clash> Clashes)> JoinAsync(EntryText mine, EntryText theirs, long basedOn, CancellationToken stop) =>
        ThreeWay.Merge(await db.Revisions.Where(r => r.Number == basedOn).Select(r => r.Text).FirstOrDefaultAsync(stop) ?? theirs, mine, theirs);

    private static EntryForm<T> Filled<T>(EntryForm<T> form, T entry)
        where T : Entry, new()
    {
        form.Fill(entry);
        return form;
    }
}
