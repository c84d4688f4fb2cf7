using CommunityCare.Seeding;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Exporting;

/// <summary>Which files are this catalogue's: those of its entries, whatever their names are now, and those that it once read.</summary>
internal sealed class KnownFiles
{
    private readonly HashSet<Guid> _entries;
    private readonly HashSet<string> _paths;

    private KnownFiles(HashSet<Guid> entries, HashSet<string> paths) => (_entries, _paths) = (entries, paths);

    public static async Task<KnownFiles> ReadAsync(CareDb db, CancellationToken stop)
    {
        var records = await db.SeedRecords.Select(r => new { r.EntryId, r.Path }).ToListAsync(stop);
        var entries = records.Select(r => r.EntryId).ToHashSet();
        entries.UnionWith(await db.Vocabularies.Select(v => v.Id).ToListAsync(stop));
        entries.UnionWith(await db.CareTypes.Select(c => c.Id).ToListAsync(stop));
        entries.UnionWith(await db.Organizations.Select(o => o.Id).ToListAsync(stop));
        return new(entries, [.. records.Select(r => r.Path)]);
    }

    /// <summary>The id decides. A file that says none is known by where it stands.</summary>
    public bool Has(SeedFile file) => file.Id is { } id ? _entries.Contains(id) : _paths.Contains(file.Name);
}
