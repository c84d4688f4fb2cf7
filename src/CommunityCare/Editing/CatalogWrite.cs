using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Gazetteer;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>What can be done within one transaction of <see cref="CatalogEditor"/>.</summary>
public sealed class CatalogWrite
{
    private readonly CareDb _db;
    private readonly string _who;
    private readonly TimeProvider _clock;
    private readonly Geocoder _geocoder;
    private Dictionary<(string Vocabulary, string Slug), Term>? _terms;
    private Dictionary<Term, long> _termKeys = [];
    private long? _newest;
    private readonly Addresses _addresses;
    private readonly Refusals _refusals;

    /// <summary>The newest revision when words last changed: what was saved after it knows them.</summary>
    private long? _wordsChangedAt;

    internal CatalogWrite(CareDb db, string who, TimeProvider clock) =>
        (_db, _who, _clock, _addresses, _refusals, _geocoder) = (db, who, clock, new(db), new(db), new(db));

    /// <summary>A copy: change it, then save it.</summary>
    public async Task<Organization?> FindOrganizationAsync(Guid id, CancellationToken stop = default) =>
        await _db.Organizations.AnyAsync(o => o.Id == id, stop)
            ? await _db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Id == id, stop)
            : null;

    /// <summary>By its address of today: a copy, like the others.</summary>
    public Task<Organization?> FindOrganizationAsync(string slug, CancellationToken stop = default) =>
        _db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Slug == slug, stop);

    /// <summary>A copy: change it, then save it.</summary>
    public Task<CareType?> FindCareTypeAsync(Guid id, CancellationToken stop = default) =>
        _db.CareTypes.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, stop);

    /// <summary>A copy: change it, then save it.</summary>
    public Task<Vocabulary?> FindVocabularyAsync(Guid id, CancellationToken stop = default) =>
        Vocabularies.AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(v => v.Id == id, stop);

    private IQueryable<Vocabulary> Vocabularies => _db.Vocabularies.Include(v => v.Terms.OrderBy(t => t.Order));

    /// <summary>The mark that keeps the organization out of the catalogue; null if nobody asked for that.</summary>
    public Task<DoNotList?> MarkOfAsync(Organization incoming, CancellationToken stop = default) => _refusals.MarkOfAsync(incoming, stop);

    /// <summary>The name of another organization that has an address, or had it and is led to from there; null if it is free.</summary>
    public Task<string?> HolderOfAsync(string slug, Guid except, CancellationToken stop = default) =>
        _addresses.HolderOfAsync<Organization>(Formats.Organizations.Folder, slug, except, stop);

    /// <summary>Adds the organization, or makes the one with its id equal to it.</summary>
    /// <param name="incoming">The whole organization.</param>
    /// <param name="act">If it is none of the usual ones.</param>
    /// <param name="why">The reason.</param>
    /// <param name="basedOn">The revision that the change was made from, where that was read outside of this transaction.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="EntryChangedException">There is a newer revision than <paramref name="basedOn"/>, which says something else.</exception>
    /// <exception cref="DoNotListException">The group asked not to be listed, and the entry is not archived.</exception>
    public async Task<bool> SaveAsync(
        Organization incoming, Act? act = null, string? why = null, long? basedOn = null, CancellationToken stop = default)
    {
        var terms = await TermsAsync(stop);
        foreach (var link in incoming.Terms)
        {
            link.Term = terms[(link.Term.Vocabulary.Slug, link.Term.Slug)];
        }

        Sync.Number(incoming);
        var text = Formats.Organizations.Write(incoming, withPrivate: true);
        var current = await _db.Organizations.AnyAsync(o => o.Id == incoming.Id, stop)
            ? await _db.WholeOrganizations().AsTracking().FirstOrDefaultAsync(o => o.Id == incoming.Id, stop)
            : null;
        RefuseTracked(current, incoming);
        var renamed = current is not null && current.Slug != incoming.Slug;
        if (current is not null && !renamed && text.Equals(Formats.Organizations.Write(current, withPrivate: true)))
        {
            return false;
        }

        Refusals.CheckRevision(current, incoming, basedOn);
        await _refusals.CheckAsync(incoming, stop);
        if (current is null)
        {
            current = incoming;
            incoming.Terms.RemoveAll(l => l.Derived);
            await _addresses.TakeAsync(Formats.Organizations.Folder, null, incoming, stop);
            incoming.Revision = await RecordAsync(incoming.Id, incoming.Slug, Formats.Organizations.Folder, act ?? Act.Added, why, text, stop);
            Derived.AddTerms(incoming, terms.Values);
            _db.Add(incoming);
        }
        else
        {
            await _addresses.TakeAsync(Formats.Organizations.Folder, current, incoming, stop);
            incoming.Revision = await RecordAsync(incoming.Id, incoming.Slug, Formats.Organizations.Folder, act ?? (renamed ? Act.Renamed : Act.Edited), why, text, stop);
            Sync.Organization(_db, current, incoming);
        }

        await Derived.KeepAsync(_db, current, _termKeys, _geocoder, stop);

        await SaveChangesAsync(ReferenceEquals(current, incoming), stop);
        Derived.Forget(_db);
        return true;
    }

    /// <summary>Adds the kind of care, or makes the one with its id equal to it. Its term follows.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="EntryChangedException">As for an organization.</exception>
    public async Task<bool> SaveAsync(
        CareType incoming, Act? act = null, string? why = null, long? basedOn = null, CancellationToken stop = default)
    {
        var current = await _db.CareTypes.AsTracking().FirstOrDefaultAsync(c => c.Id == incoming.Id, stop);
        if (!await SaveEntryAsync(Formats.CareTypes, current, incoming, act, why, basedOn, stop))
        {
            return false;
        }

        await _db.SaveChangesAsync(stop);
        var kinds = Terminology.KindsOf(await _db.CareTypes.AsNoTracking().ToListAsync(stop));
        if (await Vocabularies.AsTracking().FirstOrDefaultAsync(v => v.Id == kinds.Id, stop) is { } vocabulary)
        {
            kinds.Revision = vocabulary.Revision;
            await Sync.VocabularyAsync(_db, vocabulary, kinds, stop);
        }
        else
        {
            _db.Add(kinds);
        }

        return await WordsChangedAsync(stop);
    }

    /// <summary>Adds the vocabulary, or makes the one with its id equal to it. A term that is gone is retired, as entries may use it.</summary>
    /// <returns>Whether anything changed.</returns>
    /// <exception cref="EntryChangedException">As for an organization.</exception>
    public Task<bool> SaveAsync(Vocabulary incoming, Act? act = null, string? why = null, long? basedOn = null, CancellationToken stop = default) =>
        SaveAsync(incoming, keepsTerms: true, act, why, basedOn, stop);

    /// <summary>The same, but what is gone is gone: no entry may use it.</summary>
    internal Task<bool> SaveWholeAsync(Vocabulary incoming, string? why, CancellationToken stop) => SaveAsync(incoming, keepsTerms: false, null, why, null, stop);

    /// <summary>Makes the synonyms what their one document says.</summary>
    /// <param name="pairs">As they are written; they are folded here.</param>
    /// <param name="text">The document, for the history.</param>
    /// <param name="act">If it is none of the usual ones.</param>
    /// <param name="why">The reason.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SaveSynonymsAsync(
        IEnumerable<Synonym> pairs, EntryText text, Act? act = null, string? why = null, CancellationToken stop = default)
    {
        var changed = await SynonymRows.SyncAsync(_db, pairs, stop);
        var latest = await _db.Revisions.Where(r => r.EntryId == Synonym.ListId)
            .OrderByDescending(r => r.Number).Select(r => r.Text).FirstOrDefaultAsync(stop);
        if (!changed && text.Equals(latest))
        {
            return false;
        }

        act ??= latest is null ? Act.Added : Act.Edited;
        await RecordAsync(Synonym.ListId, Synonym.ListSlug, Synonym.ListSlug, act.Value, why, text, stop);
        return true;
    }

    /// <summary>
    /// Says in the history that a backup was restored. The revision is newer than any that somebody may have seen, so
    /// everything that was kept of the catalogue before is read anew.
    /// </summary>
    /// <param name="seen">The newest revision that there was before.</param>
    /// <param name="why">What was restored.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task RecordRestoreAsync(long seen, string why, CancellationToken stop)
    {
        _newest = Math.Max(seen, await _db.Revisions.MaxAsync(r => (long?)r.Number, stop) ?? 0);
        await RecordAsync(Revision.WholeCatalogueId, Revision.WholeCatalogue, Revision.WholeCatalogue, Act.Restored, why, new("", []), stop);
    }

    /// <summary>Says that settings changed: what was made with the old ones is made anew, in every process.</summary>
    internal Task RecordSettingsAsync(string which, CancellationToken stop) =>
        RecordAsync(Revision.SettingsId, Revision.Settings, Revision.Settings, Act.Edited, which, new("---\n---\n", []), stop);

    internal async Task FinishAsync(CancellationToken stop)
    {
        await _db.SaveChangesAsync(stop);
        if (_wordsChangedAt is { } changedAt)
        {
            await CatalogIndex.RebuildAsync(_db, changedAt, stop);
        }
    }

    private async Task<bool> SaveAsync(Vocabulary incoming, bool keepsTerms, Act? act, string? why, long? basedOn, CancellationToken stop)
    {
        var current = await Vocabularies.AsTracking().FirstOrDefaultAsync(v => v.Id == incoming.Id, stop);
        if (current is not null)
        {
            Sync.KeepTerms(current, incoming, keepsTerms);
        }

        Sync.Number(incoming);
        return await SaveEntryAsync(Formats.Vocabularies, current, incoming, act, why, basedOn, stop) && await WordsChangedAsync(stop);
    }

    private async Task<bool> SaveEntryAsync<T>(
        EntryFormat<T> format, T? current, T incoming, Act? act, string? why, long? basedOn, CancellationToken stop)
        where T : Entry, new()
    {
        RefuseTracked(current, incoming);
        var text = format.Write(incoming, withPrivate: true);
        var renamed = current is not null && current.Slug != incoming.Slug;
        if (current is not null && !renamed && text.Equals(format.Write(current, withPrivate: true)))
        {
            return false;
        }

        Refusals.CheckRevision(current, incoming, basedOn);
        await _addresses.TakeAsync(format.Folder, current, incoming, stop);
        act ??= current is null ? Act.Added : renamed ? Act.Renamed : Act.Edited;
        incoming.Revision = await RecordAsync(incoming.Id, incoming.Slug, format.Folder, act.Value, why, text, stop);
        if (current is null)
        {
            _db.Add(incoming);
        }
        else if (current is Vocabulary vocabulary)
        {
            await Sync.VocabularyAsync(_db, vocabulary, (Vocabulary)(Entry)incoming, stop);
        }
        else
        {
            _db.Entry(current).CurrentValues.SetValues(incoming);
        }

        return true;
    }

    // What is new was added part by part. To look for changes too would compare every word of every term, each time.
    private async Task SaveChangesAsync(bool allIsNew, CancellationToken stop)
    {
        _db.ChangeTracker.AutoDetectChangesEnabled = !allIsNew;
        try
        {
            await _db.SaveChangesAsync(stop);
        }
        finally
        {
            _db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // What the context itself holds would be written without a revision.
    private static void RefuseTracked(Entry? current, Entry incoming)
    {
        if (ReferenceEquals(current, incoming))
        {
            throw new ArgumentException("Find the entry through this door, change that copy, and save it.", nameof(incoming));
        }
    }

    private async Task<bool> WordsChangedAsync(CancellationToken stop)
    {
        await _db.SaveChangesAsync(stop);
        (_terms, _wordsChangedAt) = (null, _newest);
        return true;
    }

    private async Task<Dictionary<(string Vocabulary, string Slug), Term>> TermsAsync(CancellationToken stop)
    {
        if (_terms is null)
        {
            var terms = await _db.Terms.AsTracking().Include(t => t.Vocabulary)
                .Select(t => new { Term = t, Key = EF.Property<long>(t, Columns.Key) }).ToListAsync(stop);
            _terms = terms.ToDictionary(t => (t.Term.Vocabulary.Slug, t.Term.Slug), t => t.Term);
            _termKeys = terms.ToDictionary(t => t.Term, t => t.Key);
        }

        return _terms;
    }

    private async Task<long> RecordAsync(Guid id, string slug, string kind, Act act, string? why, EntryText text, CancellationToken stop)
    {
        _newest = (_newest ?? await _db.Revisions.MaxAsync(r => (long?)r.Number, stop) ?? 0) + 1;
        _db.Add(new Revision
        {
            Number = _newest.Value,
            EntryId = id,
            Kind = kind,
            Slug = slug,
            When = _clock.GetUtcNow().UtcDateTime,
            Who = _who,
            Act = act,
            Why = why,
            Text = text,
        });
        return _newest.Value;
    }
}
