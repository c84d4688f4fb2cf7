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

    /// <summary>Behind the others of its like.</summary>
    public async Task<CareType> NewKindAsync(Guid id, CancellationToken stop) => new()
    {
        Id = id,
        Publication = Publication.Draft,
        Order = Next(await db.CareTypes.MaxAsync(c => (int?)c.Order, stop)),
    };

    /// <summary>Behind the others of its like.</summary>
    public async Task<Vocabulary> NewVocabularyAsync(Guid id, CancellationToken stop) => new()
    {
        Id = id,
        Publication = Publication.Draft,
        Order = Next(await db.Vocabularies.MaxAsync(v => (int?)v.Order, stop)),
    };

    internal static EntryForm<CareType> FormOf(CareType entry) => Filled(new(Formats.CareTypes, Apart, Terminology.None), entry);

    internal static EntryForm<Vocabulary> FormOf(Vocabulary entry) => Filled(new(Formats.Vocabularies, Apart, Terminology.None), entry);

    /// <summary>Adds a draft under the slug that it has.</summary>
    /// <returns>What is wrong with the slug; null if it was added now, or by the same form before.</returns>
    internal Task<Fault?> AddAsync(CareType written, string who, string? why, CancellationToken stop) =>
        AddAsync(Formats.CareTypes.Folder, written, write => write.SaveAsync(written, null, why, stop: stop), who, stop);

    /// <inheritdoc cref="AddAsync(CareType, string, string?, CancellationToken)" />
    internal Task<Fault?> AddAsync(Vocabulary written, string who, string? why, CancellationToken stop)
    {
        written.Terms.ForEach(term => term.Id = Guid.NewGuid());
        return AddAsync(Formats.Vocabularies.Folder, written, write => write.SaveAsync(written, null, why, stop: stop), who, stop);
    }

    public Task<WordsSaved> SaveAsync(CareType written, long basedOn, string who, string? why, CancellationToken stop) => editor.WriteAsync(who, async write =>
    {
        if (await write.FindCareTypeAsync(written.Id, stop) is not { } current || current.Revision != basedOn)
        {
            return WordsSaved.Meanwhile;
        }

        await write.SaveAsync(written, null, why, stop: stop);
        return WordsSaved.Done;
    }, stop);

    public Task<WordsSaved> SaveAsync(Vocabulary written, long basedOn, string who, string? why, CancellationToken stop) => editor.WriteAsync(who, async write =>
    {
        if (await write.FindVocabularyAsync(written.Id, stop) is not { } current || current.Revision != basedOn)
        {
            return WordsSaved.Meanwhile;
        }

        var known = current.Terms.Select(t => t.Id).ToHashSet();
        written.Terms.ForEach(term => term.Id = known.Remove(term.Id) ? term.Id : Guid.NewGuid());
        var inUse = await InUseAsync([.. known], stop);
        if (inUse.Count == 0)
        {
            await write.SaveWholeAsync(written, why, stop);
        }

        return new WordsSaved(false, inUse);
    }, stop);

    /// <summary>Which terms entries use, whatever their publication, and what to do about it.</summary>
    public async Task<IReadOnlyList<TermInUse>> InUseAsync(IReadOnlyList<Guid> terms, CancellationToken stop) =>
        (await db.Terms.Where(t => terms.Contains(t.Id))
            .Select(t => new { t.Id, t.Slug, Count = db.Organizations.Count(o => o.Terms.Any(l => l.Term.Id == t.Id)) })
            .Where(t => t.Count > 0).ToListAsync(stop)).ConvertAll(t => new TermInUse(t.Id, t.Slug, t.Count));

    /// <summary>Who would miss a kind of care or a vocabulary.</summary>
    public async Task<WordsUse> UseAsync(Entry entry, CancellationToken stop)
    {
        var (id, link) = (entry.Id, $"/care/{entry.Slug})");
        var present = db.Organizations.Where(o => o.Publication != Publication.Archived);
        var users = entry is CareType ? present.Where(o => o.Terms.Any(l => l.Term.Id == id)) : present.Where(o => o.Terms.Any(l => l.Term.Vocabulary.Id == id));
        var guides = db.CareTypes.Where(c => c.Id != id && c.Publication == Publication.Published && c.Guide.Contains(link));
        return new(
            await users.CountAsync(stop),
            await users.CountAsync(o => o.Publication == Publication.Published, stop),
            entry is CareType ? await guides.OrderBy(c => c.Order).Select(c => c.Name).ToListAsync(stop) : []);
    }

    /// <summary>What somebody wrote, joined with what another saved meanwhile.</summary>
    /// <returns>The joined text, and the fields that both changed: there what somebody wrote stands.</returns>
    internal async Task<(EntryText Text, IReadOnlyList<Clash> Clashes)> JoinAsync(EntryText mine, EntryText theirs, long basedOn, CancellationToken stop) =>
        ThreeWay.Merge(await db.Revisions.Where(r => r.Number == basedOn).Select(r => r.Text).FirstOrDefaultAsync(stop) ?? theirs, mine, theirs);

    private Task<Fault?> AddAsync<T>(string folder, T written, Func<CatalogWrite, Task<bool>> save, string who, CancellationToken stop)
        where T : Entry => editor.WriteAsync(who, async write =>
    {
        // The id comes with the form, so that a form that is sent twice adds nothing twice.
        if (await db.Set<T>().AnyAsync(e => e.Id == written.Id, stop))
        {
            return (Fault?)null;
        }

        if (await db.Revisions.AnyAsync(r => r.EntryId == written.Id, stop) || await db.Terms.AnyAsync(t => t.Id == written.Id, stop))
        {
            written.Id = Guid.NewGuid();
        }

        var wrong = await WordsAddress.WrongAsync(db, written, folder, stop);
        if (wrong is null)
        {
            await save(write);
        }

        return wrong;
    }, stop);

    private static int Next(int? last) => Math.Clamp((last ?? 0) + 1, 1, CareType.OrderLimit);

    private static EntryForm<T> Filled<T>(EntryForm<T> form, T entry)
        where T : Entry, new()
    {
        form.Fill(entry);
        return form;
    }
}

/// <summary>What became of a form.</summary>
/// <param name="IsOld">Another saved the entry since, or it is gone; then nothing was written.</param>
/// <param name="InUse">Terms that the form leaves out and that entries use; if there are any, nothing was written.</param>
public sealed record WordsSaved(bool IsOld, IReadOnlyList<TermInUse> InUse)
{
    public static readonly WordsSaved Done = new(false, []);
    public static readonly WordsSaved Meanwhile = new(true, []);
}

/// <param name="Id">Of the term.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Count">How many entries use it, at least one.</param>
public sealed record TermInUse(Guid Id, string Slug, int Count);

/// <param name="Entries">That use it and are not archived.</param>
/// <param name="Published">Those of them that readers can see.</param>
/// <param name="Guides">The names of published kinds of care whose guides link to it.</param>
public sealed record WordsUse(int Entries, int Published, IReadOnlyList<string> Guides);
