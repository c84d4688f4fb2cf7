using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>Single entries and short lists, as the public may see them.</summary>
public sealed class PublicCatalog(CareDb db)
{
    /// <summary>The kinds of care in their order, without their guides.</summary>
    public async Task<IReadOnlyList<CareType>> KindsAsync(CancellationToken stop = default) => await db.CareTypes
        .Where(c => c.Publication == Publication.Published)
        .OrderBy(c => c.Order).ThenBy(c => c.Slug)
        .Select(c => new CareType
        {
            Id = c.Id,
            Slug = c.Slug,
            Name = c.Name,
            ShortName = c.ShortName,
            Order = c.Order,
            Summary = c.Summary,
            Words = c.Words,
            Translations = c.Translations,
        })
        .ToListAsync(stop);

    public Task<CareType?> KindAsync(string slug, CancellationToken stop = default) =>
        db.CareTypes.AsNoTracking().FirstOrDefaultAsync(c => c.Slug == slug && c.Publication == Publication.Published, stop);

    public async Task<Organization?> OrganizationAsync(string slug, CancellationToken stop = default) =>
        await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Slug == slug, stop) is { } found
            ? PublicView.Of(found)
            : null;

    /// <summary>
    /// Where an address leads that is no public organization's: one that was changed, or that of an archived entry which others
    /// replaced. Null when it leads nowhere that is public.
    /// </summary>
    public async Task<string?> NewSlugAsync(string slug, CancellationToken stop = default)
    {
        var id = await db.Organizations.Where(o => o.Slug == slug).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(stop)
            ?? await db.Redirects.Where(r => r.Kind == "organizations" && r.OldSlug == slug).Select(r => (Guid?)r.EntryId).FirstOrDefaultAsync(stop);

        // What replaced it may have been replaced itself.
        for (var (at, seen) = (id, new HashSet<Guid>()); at is { } next && seen.Add(next);)
        {
            var found = await db.Organizations.Where(o => o.Id == next).Select(o => new { o.Slug, o.Publication, o.ReplacedBy }).FirstOrDefaultAsync(stop);
            if (found?.Publication == Publication.Published)
            {
                return found.Slug;
            }

            at = found?.Publication == Publication.Archived ? found.ReplacedBy : null;
        }

        return null;
    }

    /// <summary>Where an old address leads now; null when it leads nowhere that is public.</summary>
    public async Task<string?> NewSlugAsync<T>(string kind, string oldSlug, CancellationToken stop = default)
        where T : Entry =>
        await db.Redirects.Where(r => r.Kind == kind && r.OldSlug == oldSlug)
            .Join(db.Set<T>().Where(e => e.Publication == Publication.Published), r => r.EntryId, e => e.Id, (_, e) => e.Slug)
            .FirstOrDefaultAsync(stop);

    /// <summary>Those with a crisis service, in the order of the crisis page.</summary>
    public async Task<IReadOnlyList<Organization>> CrisisLinesAsync(CancellationToken stop = default)
    {
        var lines = await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().Public().CanHelpToday()
            .Where(o => o.Services.Any(s => s.Crisis != null)).ToListAsync(stop);
        return [.. lines.Select(l => PublicView.Of(l)!).OrderBy(l => l.Services.Min(s => s.Crisis ?? int.MaxValue)).ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    /// <summary>Those with a warm line that are not on the crisis page already: those with a number first, then those for the whole country.</summary>
    public async Task<IReadOnlyList<Organization>> WarmLinesAsync(CancellationToken stop = default)
    {
        var lines = await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().Public().CanHelpToday()
            .Where(o => o.Terms.Any(l => l.Term.Slug == Term.WarmLine && l.Term.Vocabulary.Slug == Vocabulary.How) && o.Services.All(s => s.Crisis == null))
            .ToListAsync(stop);
        return [.. lines.Select(l => PublicView.Of(l)!)
            .OrderByDescending(PublicView.CanBeReached)
            .ThenBy(l => l.Status)
            .ThenByDescending(l => l.Phones.Count > 0)
            .ThenByDescending(l => l.Terms.Exists(t => t.Term.Slug == Term.Everywhere))
            .ThenBy(l => l.Name, StringComparer.Ordinal)];
    }

    /// <summary>Every public organization's address and when its entry last changed.</summary>
    public async Task<IReadOnlyList<(string Slug, DateTime? Changed)>> AddressesAsync(CancellationToken stop = default)
    {
        var found = await db.Organizations.Public().OrderBy(o => o.Slug)
            .GroupJoin(db.Revisions, o => o.Revision, r => r.Number, (o, r) => new { o.Slug, When = r.Select(x => (DateTime?)x.When).FirstOrDefault() })
            .ToListAsync(stop);
        return [.. found.Select(f => (f.Slug, f.When))];
    }
}
