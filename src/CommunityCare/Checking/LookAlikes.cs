using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Finds organizations that may stand in the catalogue twice, by names that are nearly the same.</summary>
internal static class LookAlikes
{
    public static IEnumerable<Problem> Check(SeedReading reading)
    {
        var all = reading.Organizations.Where(o => o.Entry.Publication != Publication.Archived).SelectMany(NamesOf).ToList();
        var told = new HashSet<(SeedFile, SeedFile)>();
        for (var later = 1; later < all.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (a, b) = (all[earlier], all[later]);
                if (a.File != b.File && NamesAlike.Folded(a.Folded, b.Folded) && told.Add((a.File, b.File)))
                {
                    var line = CheckedFile.English(b.File) is var file && b.Alternate ? file.LineOf("alternate_names", b.Name) : file.LineOf("name");
                    yield return new(b.File.Name, line, $"`{b.Name}` looks like `{a.Name}` of {a.File.Name}", Severity.Warning);
                }
            }
        }
    }

    private static IEnumerable<Named> NamesOf(Read<Organization> read) =>
        read.Entry.AlternateNames.Select(name => new Named(read.File, name, NamesAlike.Fold(name), Alternate: true))
            .Prepend(new(read.File, read.Entry.Name, NamesAlike.Fold(read.Entry.Name), Alternate: false));

    private sealed record Named(SeedFile File, string Name, string Folded, bool Alternate);
}
