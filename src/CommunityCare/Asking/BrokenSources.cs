using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Asking;

/// <summary>Tells editors which pages that public entries name are broken.</summary>
public sealed class BrokenSources(CareDb db)
{
    /// <summary>So many organizations are shown; the rest is behind a link.</summary>
    public const int Shown = 10;

    /// <summary>When a page was asked last, by universal time; null if none ever was.</summary>
    public Task<DateTime?> LastAskedAsync(CancellationToken stop) => db.PageAnswers.MaxAsync(a => (DateTime?)a.AskedAt, stop);

    /// <summary>Those that an entry names.</summary>
    public Task<List<NamedPage>> OfAsync(Guid entry, CancellationToken stop) =>
        Broken.Where(p => p.EntryId == entry).OrderBy(p => p.Address).ToListAsync(stop);

    /// <summary>How many organizations name such pages, and those that name most of them, lines for a crisis first.</summary>
    public async Task<(int Count, IReadOnlyList<BrokenEntry> First)> ListAsync(CancellationToken stop)
    {
        // Often there are none, and to go through all that entries name takes seconds where there are a hundred thousand.
        if (!await db.PageAnswers.AnyAsync(a => a.IsBroken, stop))
        {
            return (0, []);
        }

        var organizations =
            from counted in Broken.GroupBy(p => p.EntryId).Select(pages => new { Id = pages.Key, Count = pages.Count() })
            join o in db.Organizations on counted.Id equals o.Id
            select new { o.Id, o.Name, Pages = counted.Count, IsCrisis = o.Services.Any(s => s.Crisis != null), SortName = EF.Property<string>(o, Columns.SortName) };
        var first = await organizations
            .OrderByDescending(o => o.IsCrisis).ThenByDescending(o => o.Pages).ThenBy(o => o.SortName).Take(Shown)
            .Select(o => new BrokenEntry(o.Id, o.Name, o.Pages)).ToListAsync(stop);
        return (first.Count < Shown ? first.Count : await organizations.CountAsync(stop), first);
    }

    /// <summary>All of them, each with the names of the entries that name it.</summary>
    public async Task<IReadOnlyList<(NamedPage Page, IReadOnlyList<string> Entries)>> AllAsync(CancellationToken stop)
    {
        var broken = await Broken.OrderBy(p => p.Address).ToListAsync(stop);
        var ids = broken.Select(p => p.EntryId).Distinct().ToList();
        var names = await db.Organizations.Where(o => ids.Contains(o.Id)).Select(o => new { o.Id, o.Name })
            .Concat(db.CareTypes.Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.Name })).ToDictionaryAsync(e => e.Id, e => e.Name, stop);
        return [.. broken.GroupBy(p => p.Address).Select(g => (g.First(), (IReadOnlyList<string>)[.. g.Select(p => names[p.EntryId]).Order(StringComparer.Ordinal)]))];
    }

    private IQueryable<NamedPage> Broken => db.NamedPages.Where(p => p.IsBroken);
}

/// <param name="Id">Of the organization.</param>
/// <param name="Name">Of the organization.</param>
/// <param name="Pages">How many broken ones it names.</param>
public sealed record BrokenEntry(Guid Id, string Name, int Pages);
