using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Where archived entries lead.</summary>
internal static class Replacements
{
    /// <summary>Whether one comes from an entry to another by going on and on. A ring would lead readers nowhere.</summary>
    public static async Task<bool> LeadsToAsync(CareDb db, Guid from, Guid to, CancellationToken stop)
    {
        var seen = new HashSet<Guid>();
        for (Guid? at = from; at is { } id && seen.Add(id);)
        {
            if (id == to)
            {
                return true;
            }

            at = await db.Organizations.Where(o => o.Id == id && o.Publication == Publication.Archived).Select(o => o.ReplacedBy).FirstOrDefaultAsync(stop);
        }

        return false;
    }
}
