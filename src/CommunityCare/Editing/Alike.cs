using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Entries that may be the same organization as a new one: the same or nearly the same name, number, e-mail address or website.</summary>
public sealed class Alike(CareDb db)
{
    /// <summary>More than these would not be looked at.</summary>
    private const int Limit = 5;

    public async Task<IReadOnlyList<Organization>> FindAsync(Organization written, CancellationToken stop)
    {
        var names = written.AlternateNames.Append(written.Name).ToList();
        var numbers = written.Phones.Select(p => p.Dial).Where(d => d.Length > 6).ToHashSet();
        // A page on a social network says nothing of whose it is.
        var host = DoNotListMarks.HostOf(written);
        var all = await db.Organizations.AsNoTracking().Where(o => o.Id != written.Id)
            .Select(o => new { o.Id, o.Name, o.AlternateNames, o.Website, o.WebsiteKind, o.Email, Numbers = o.Phones.Select(p => p.Number).ToList() })
            .ToListAsync(stop);
        var found = all.Where(o =>
                o.AlternateNames.Append(o.Name).Any(known => names.Exists(name => NamesAlike.Of(name, known)))
                || o.Numbers.Exists(n => numbers.Contains(new Phone { Number = n }.Dial))
                || (written.Email is not null && string.Equals(o.Email, written.Email, StringComparison.OrdinalIgnoreCase))
                || (host is not null && host == DoNotListMarks.HostOf(new() { Website = o.Website, WebsiteKind = o.WebsiteKind })))
            .Take(Limit).Select(o => o.Id).ToList();
        return await db.Organizations.AsNoTracking().Where(o => found.Contains(o.Id)).OrderBy(o => o.Name).ToListAsync(stop);
    }
}
