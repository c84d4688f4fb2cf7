using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Reads what an entry said once as an entry that could stand in the catalogue today.</summary>
internal sealed class OlderTexts(CareDb db)
{
    /// <param name="format">Of its kind of entry.</param>
    /// <param name="slug">The address under which it would stand.</param>
    /// <param name="text">What it said, with what is private.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>The entry, or else what is in the way.</returns>
    public async Task<(T? Entry, Hindrance? Hindrance)> ReadAsync<T>(EntryFormat<T> format, string slug, EntryText text, CancellationToken stop)
        where T : Entry, new()
    {
        var terminology = new Terminology(await db.Vocabularies.AsNoTracking().Include(v => v.Terms.OrderBy(t => t.Order)).ToListAsync(stop));
        var (entry, faults) = format.ReadWhole(slug, text, terminology);
        if (faults.Count > 0)
        {
            return (null, new(Hindered.Unreadable, []) { Faults = faults });
        }

        if (await new Addresses(db).HolderOfAsync<T>(format.Folder, entry.Slug, entry.Id, stop) is { } holder)
        {
            return (null, new(Hindered.SlugTaken, [entry.Slug, holder]));
        }

        if (await Parts.OwnerAsync(db, entry, stop) is { } owner)
        {
            return (null, new(Hindered.PartTaken, [owner]));
        }

        if (entry is Organization { ReplacedBy: { } other } && await Replacements.LeadsToAsync(db, other, entry.Id, stop))
        {
            return (null, new(Hindered.Ring, []));
        }

        return (entry, null);
    }
}

/// <summary>Why an older text cannot be brought back as it is.</summary>
public enum Hindered
{
    /// <summary>It uses words that are gone, or a form that is not read any more.</summary>
    Unreadable,

    /// <summary>Another entry has its address now.</summary>
    SlugTaken,

    /// <summary>A service, phone, place or contact of it belongs to another entry now.</summary>
    PartTaken,

    /// <summary>It would lead to an entry that leads back to it.</summary>
    Ring,
}

/// <param name="Why">The kind of hindrance.</param>
/// <param name="What">What is meant: the slug and its holder, or who owns a part.</param>
public sealed record Hindrance(Hindered Why, IReadOnlyList<string> What)
{
    /// <summary>What is wrong with a text that cannot be read, each with the path of its field.</summary>
    internal IReadOnlyList<(string Path, Fault What)> Faults { get; init; } = [];
}
