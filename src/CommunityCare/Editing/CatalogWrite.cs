using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>What can be done within one transaction of <see cref="CatalogEditor"/>.</summary>
public sealed class CatalogWrite
{
    private readonly CareDb _db;
    private readonly string _who;
    private readonly TimeProvider _clock;
    private Dictionary<(string Vocabulary, string Slug), Term>? _terms;
    private long? _newest;
    private readonly Dictionary<Guid, string> _movedFrom = [];

    /// <summary>Since words last changed: these need not be indexed again for it.</summary>
    private readonly HashSet<Guid> _indexed = [];
    private bool _wordsChanged;

    internal CatalogWrite(CareDb db, string who, TimeProvider clock) => (_db, _who, _clock) = (db, who, clock);

    public Task<Organization?> FindOrganizationAsync(Guid id, CancellationToken stop = default) =>
        _db.WholeOrganizations().AsTracking().FirstOrDefaultAsync(o => o.Id == id, stop);

    public Task<CareType?> FindCareTypeAsync(Guid id, CancellationToken stop = default) =>
        _db.CareTypes.AsTracking().FirstOrDefaultAsync(c => c.Id == id, stop);

    public Task<Vocabulary?> FindVocabularyAsync(Guid id, CancellationToken stop = default) =>
        _db.Vocabularies.AsTracking().Include(v => v.Terms.OrderBy(t => t.Order)).FirstOrDefaultAsync(v => v.Id == id, stop);

    /// <summary>Adds the organization, or makes the one with its id equal to it.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SaveAsync(Organization incoming, Act? act = null, string? why = null, CancellationToken stop = default)
    {
        var terms = await TermsAsync(stop);
        foreach (var link in incoming.Terms)
        {
            link.Term = terms[(link.Term.Vocabulary.Slug, link.Term.Slug)];
        }

        var text = Formats.Organizations.Write(incoming, withPrivate: true);
        var current = await FindOrganizationAsync(incoming.Id, stop);
        if (current is null)
        {
            current = incoming;
            incoming.Terms.RemoveAll(l => l.Derived);
            await TakeSlugAsync(Formats.Organizations.Folder, null, incoming, stop);
            incoming.Revision = await RecordAsync(incoming, Formats.Organizations.Folder, act ?? Act.Added, why, text, stop);
            _db.Add(incoming);
        }
        else
        {
            var renamed = current.Slug != incoming.Slug;
            if (!renamed && text.Equals(Formats.Organizations.Write(current, withPrivate: true)))
            {
                return false;
            }

            await TakeSlugAsync(Formats.Organizations.Folder, current, incoming, stop);
            incoming.Revision = await RecordAsync(incoming, Formats.Organizations.Folder, act ?? (renamed ? Act.Renamed : Act.Edited), why, text, stop);
            Sync.Organization(_db, current, incoming);
        }

        AddDerivedPlaces(current, terms);
        Keep(current);
        await IndexAsync(current, stop);
        await _db.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Adds the kind of care, or makes the one with its id equal to it. Its term follows.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SaveAsync(CareType incoming, Act? act = null, string? why = null, CancellationToken stop = default)
    {
        var current = await FindCareTypeAsync(incoming.Id, stop);
        if (!await SaveEntryAsync(Formats.CareTypes, current, incoming, act, why, stop))
        {
            return false;
        }

        await _db.SaveChangesAsync(stop);
        var kinds = Terminology.KindsOf(await _db.CareTypes.AsNoTracking().ToListAsync(stop));
        if (await FindVocabularyAsync(kinds.Id, stop) is { } vocabulary)
        {
            kinds.Revision = vocabulary.Revision;
            Sync.Vocabulary(_db, vocabulary, kinds);
        }
        else
        {
            _db.Add(kinds);
        }

        return await WordsChangedAsync(stop);
    }

    /// <summary>Adds the vocabulary, or makes the one with its id equal to it. A term that is gone is retired, as entries may use it.</summary>
    /// <returns>Whether anything changed.</returns>
    public async Task<bool> SaveAsync(Vocabulary incoming, Act? act = null, string? why = null, CancellationToken stop = default)
    {
        var current = await FindVocabularyAsync(incoming.Id, stop);
        if (current is not null)
        {
            Sync.KeepRetired(current, incoming);
        }

        return await SaveEntryAsync(Formats.Vocabularies, current, incoming, act, why, stop) && await WordsChangedAsync(stop);
    }

    internal async Task FinishAsync(CancellationToken stop)
    {
        await _db.SaveChangesAsync(stop);
        if (!_wordsChanged)
        {
            return;
        }

        foreach (var organization in await _db.WholeOrganizations().AsTracking().Where(o => !_indexed.Contains(o.Id)).ToListAsync(stop))
        {
            await IndexAsync(organization, stop);
        }

        await _db.SaveChangesAsync(stop);
    }

    private async Task<bool> SaveEntryAsync<T>(EntryFormat<T> format, T? current, T incoming, Act? act, string? why, CancellationToken stop)
        where T : Entry, new()
    {
        var text = format.Write(incoming, withPrivate: true);
        var renamed = current is not null && current.Slug != incoming.Slug;
        if (current is not null && !renamed && text.Equals(format.Write(current, withPrivate: true)))
        {
            return false;
        }

        await TakeSlugAsync(format.Folder, current, incoming, stop);
        act ??= current is null ? Act.Added : renamed ? Act.Renamed : Act.Edited;
        incoming.Revision = await RecordAsync(incoming, format.Folder, act.Value, why, text, stop);
        if (current is null)
        {
            _db.Add(incoming);
        }
        else if (current is Vocabulary vocabulary)
        {
            Sync.Vocabulary(_db, vocabulary, (Vocabulary)(Entry)incoming);
        }
        else
        {
            _db.Entry(current).CurrentValues.SetValues(incoming);
        }

        return true;
    }

    private async Task<bool> WordsChangedAsync(CancellationToken stop)
    {
        await _db.SaveChangesAsync(stop);
        (_terms, _wordsChanged) = (null, true);
        _indexed.Clear();
        return true;
    }

    private async Task<Dictionary<(string Vocabulary, string Slug), Term>> TermsAsync(CancellationToken stop) =>
        _terms ??= await _db.Terms.AsTracking().Include(t => t.Vocabulary).ToDictionaryAsync(t => (t.Vocabulary.Slug, t.Slug), stop);

    private async Task<long> RecordAsync(Entry entry, string kind, Act act, string? why, EntryText text, CancellationToken stop)
    {
        _newest = (_newest ?? await _db.Revisions.MaxAsync(r => (long?)r.Number, stop) ?? 0) + 1;
        _db.Add(new Revision
        {
            Number = _newest.Value,
            EntryId = entry.Id,
            Kind = kind,
            Slug = entry.Slug,
            When = _clock.GetUtcNow().UtcDateTime,
            Who = _who,
            Act = act,
            Why = why,
            Text = text,
        });
        return _newest.Value;
    }

    // The old address leads on; one that is in use again does not. Whoever held the new address before (an archived entry,
    // or one that is itself about to move) gives it up.
    private async Task TakeSlugAsync<T>(string kind, T? current, T incoming, CancellationToken stop)
        where T : Entry
    {
        if (current?.Slug == incoming.Slug)
        {
            return;
        }

        if (await _db.Set<T>().AsTracking().FirstOrDefaultAsync(e => e.Slug == incoming.Slug && e.Id != incoming.Id, stop) is { } holder)
        {
            _movedFrom[holder.Id] = holder.Slug;
            holder.Slug = $"{holder.Slug[..Math.Min(holder.Slug.Length, Entry.SlugLength - 9)]}-{holder.Id.ToString("N")[..8]}";
            await _db.SaveChangesAsync(stop);
        }

        await _db.Redirects.Where(r => r.Kind == kind && r.OldSlug == incoming.Slug).ExecuteDeleteAsync(stop);
        if (current is null)
        {
            return;
        }

        var left = _movedFrom.GetValueOrDefault(current.Id, current.Slug);
        var free = left != incoming.Slug && !await _db.Set<T>().AnyAsync(e => e.Slug == left && e.Id != current.Id, stop);
        if (free && !await _db.Redirects.AnyAsync(r => r.Kind == kind && r.OldSlug == left, stop))
        {
            _db.Add(new Redirect { Kind = kind, OldSlug = left, EntryId = current.Id });
        }
    }

    private static void AddDerivedPlaces(Organization organization, Dictionary<(string Vocabulary, string Slug), Term> terms)
    {
        var states = organization.Locations
            .Where(l => l.Visibility != LocationVisibility.Hidden && l.Country == Location.HomeCountry)
            .Select(l => l.StateProvince).OfType<string>().ToHashSet();
        var places = terms.Values.Where(t => t.Vocabulary.Slug == Vocabulary.Place && t.Words.Exists(states.Contains)).ToList();
        organization.Terms.RemoveAll(l => l.Derived && !places.Contains(l.Term));
        organization.Terms.AddRange(places
            .Where(place => !organization.Terms.Exists(l => l.Term == place && l.Service is null))
            .Select(place => new TermLink { Term = place, Derived = true }));
    }

    private void Keep(Organization organization)
    {
        var kept = _db.Entry(organization);
        kept.Property(Columns.Reachable).CurrentValue = PublicView.CanBeReached(organization);
        kept.Property(Columns.FreshOn).CurrentValue = Freshness.NewestDay(organization);
        kept.Property(Columns.SortName).CurrentValue = Fold.SortName(organization.Name);
    }

    private async Task IndexAsync(Organization organization, CancellationToken stop)
    {
        if (_db.Entry(organization) is { State: not EntityState.Added } known)
        {
            var key = (long)known.Property(Columns.Key).CurrentValue!;
            await _db.SearchDocuments.Where(d => EF.Property<long>(d, Columns.OrganizationKey) == key).ExecuteDeleteAsync(stop);
        }

        _db.AddRange(SearchDocuments.Of(organization));
        _indexed.Add(organization.Id);
    }
}
