using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Each organization gives a kind of care that the site is about, or is a line for a crisis.</summary>
internal static class Kinds
{
    public static IEnumerable<Problem> Check(SeedReading reading) =>
        from read in reading.Organizations
        where !read.Entry.Terms.Exists(l => l.Term.Vocabulary.Slug == Vocabulary.Kind) && !read.Entry.Services.Exists(s => s.Crisis is not null)
        let file = CheckedFile.English(read.File)
        select new Problem(file.Name, file.LineOf("terms"),
            $"has no kind of care; add `kind` to its terms ({string.Join(", ", reading.Terminology.Slugs(Vocabulary.Kind))})");
}
