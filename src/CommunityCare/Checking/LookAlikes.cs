using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Finds organizations that may stand in the catalogue twice, by names that are nearly the same.</summary>
internal static partial class LookAlikes
{
    /// <summary>Short names differ by a letter and mean different groups.</summary>
    private const int ShortName = 8;

    /// <summary>From here on two letters may differ.</summary>
    private const int LongName = 16;

    public static IEnumerable<Problem> Check(SeedReading reading)
    {
        var all = reading.Organizations.Where(o => o.Entry.Publication != Publication.Archived).SelectMany(NamesOf).ToList();
        var told = new HashSet<(SeedFile, SeedFile)>();
        for (var later = 1; later < all.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                var (a, b) = (all[earlier], all[later]);
                if (a.File != b.File && Alike(a.Folded, b.Folded) && told.Add((a.File, b.File)))
                {
                    var line = CheckedFile.English(b.File) is var file && b.Alternate ? file.LineOf("alternate_names", b.Name) : file.LineOf("name");
                    yield return new(b.File.Name, line, $"`{b.Name}` looks like `{a.Name}` of {a.File.Name}", Severity.Warning);
                }
            }
        }
    }

    /// <summary>Without case, accents, marks and a leading article; every other word counts, since "collective" may be all that differs.</summary>
    public static string FoldName(string name) =>
        string.Join(' ', Marks().Split(Fold.SortName(name.Replace("&", " and ", StringComparison.Ordinal))).Where(word => word.Length > 0));

    private static bool Alike(string a, string b)
    {
        var shorter = Math.Min(a.Length, b.Length);
        var allowed = shorter <= ShortName ? 0 : shorter < LongName ? 1 : 2;
        return shorter > 0 && (a == b || (Math.Abs(a.Length - b.Length) <= allowed && Nearest.Distance(a, b) <= allowed));
    }

    private static IEnumerable<Named> NamesOf(Read<Organization> read) =>
        read.Entry.AlternateNames.Select(name => new Named(read.File, name, FoldName(name), Alternate: true))
            .Prepend(new(read.File, read.Entry.Name, FoldName(read.Entry.Name), Alternate: false));

    [GeneratedRegex(@"[^\p{L}\p{N}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    private sealed record Named(SeedFile File, string Name, string Folded, bool Alternate);
}
