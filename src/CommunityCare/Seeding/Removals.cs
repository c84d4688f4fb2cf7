using CommunityCare.Catalog;

namespace CommunityCare.Seeding;

/// <summary>Which entries lost their files, and whether so many that somebody has to confirm it.</summary>
internal sealed record Removals(IReadOnlyList<SeedRecord> Gone, string? HeldBack)
{
    /// <summary>More than one in so many is more likely a mishap than a decision.</summary>
    private const int Tenth = 10;

    public static Removals Of(SeedReading reading, IReadOnlyCollection<SeedRecord> records, bool allowed)
    {
        var files = reading.Vocabularies.Select(v => (v.File.Name, v.Entry.Id))
            .Concat(reading.CareTypes.Select(c => (c.File.Name, c.Entry.Id)))
            .Concat(reading.Organizations.Select(o => (o.File.Name, o.Entry.Id))).ToList();
        var present = files.Select(f => f.Id).Concat(reading.Unreadable.Select(f => f.Id).OfType<Guid>()).ToHashSet();
        if (reading.Synonyms is not null)
        {
            present.Add(Synonym.ListId);
        }

        // A file may stand where another stood. If it cannot be read, or has an id that is new, it may be the same with a slip in it.
        var known = records.Select(r => r.EntryId).ToHashSet();
        var names = files.Where(f => !known.Contains(f.Id)).Select(f => f.Name).Concat(reading.Unreadable.Select(f => f.Name)).ToHashSet();
        var live = records.Where(r => !r.Gone).ToList();
        var gone = live.Where(r => !names.Contains(r.Path) && !present.Contains(r.EntryId)).OrderBy(r => r.Path, StringComparer.Ordinal).ToList();
        if (gone.Count == 0)
        {
            return new([], null);
        }

        // A file that cannot be read and says no id may be any of those that are missing.
        if (reading.Unreadable.FirstOrDefault(f => f.Id is null && live.TrueForAll(r => r.Path != f.Name)) is { } unknown)
        {
            return new([], $"{gone.Count} files are missing, but nothing was archived: {unknown.Name} cannot be read and may be one of them. Mend it first.");
        }

        return gone.Count * Tenth > live.Count && !allowed
            ? new([], $"{gone.Count} of {live.Count} files are missing ({Names(gone)}), but nothing was archived, because that is more than a tenth. If it is meant, run `seed --allow-removals`.")
            : new(gone, null);
    }

    private static string Names(List<SeedRecord> gone) =>
        string.Join(", ", gone.Take(Tenth).Select(r => r.Path)) + (gone.Count > Tenth ? ", …" : "");
}
