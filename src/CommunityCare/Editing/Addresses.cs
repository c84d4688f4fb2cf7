using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Who has which address, within one transaction: an old one leads on, one that is in use again does not.</summary>
internal sealed class Addresses(CareDb db)
{
    private readonly Dictionary<Guid, string> _left = [];

    /// <summary>The name of another entry that has the address, or had it and is led to from there.</summary>
    public async Task<string?> HolderOfAsync<T>(string kind, string slug, Guid except, CancellationToken stop)
        where T : Entry =>
        await db.Set<T>().Where(e => e.Slug == slug && e.Id != except).Select(e => e.Name).FirstOrDefaultAsync(stop)
        ?? await db.Redirects.Where(r => r.Kind == kind && r.OldSlug == slug && r.EntryId != except)
            .Join(db.Set<T>(), r => r.EntryId, e => e.Id, (_, e) => e.Name).FirstOrDefaultAsync(stop);

    /// <summary>Whoever held the new address before (an archived entry, or one that is itself about to move) gives it up.</summary>
    public async Task TakeAsync<T>(string kind, T? current, T incoming, CancellationToken stop)
        where T : Entry
    {
        if (current?.Slug == incoming.Slug)
        {
            return;
        }

        var holder = await db.Set<T>().AsTracking().FirstOrDefaultAsync(e => e.Slug == incoming.Slug && e.Id != incoming.Id, stop);
        if (holder is not null)
        {
            _left[holder.Id] = holder.Slug;
            holder.Slug = Sync.GivenUp(holder.Slug, holder.Id);
        }

        var away = await db.Redirects.AsTracking().FirstOrDefaultAsync(r => r.Kind == kind && r.OldSlug == incoming.Slug, stop);
        if (away is not null)
        {
            db.Remove(away);
        }

        if (holder is not null || away is not null)
        {
            await db.SaveChangesAsync(stop);
        }

        if (current is null)
        {
            return;
        }

        var left = _left.GetValueOrDefault(current.Id, current.Slug);
        var free = left != incoming.Slug && !await db.Set<T>().AnyAsync(e => e.Slug == left && e.Id != current.Id, stop);
        if (free && !await db.Redirects.AnyAsync(r => r.Kind == kind && r.OldSlug == left, stop))
        {
            db.Add(new Redirect { Kind = kind, OldSlug = left, EntryId = current.Id });
        }
    }
}
