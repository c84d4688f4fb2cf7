using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;

namespace CommunityCare.Seeding;

/// <summary>Finds ids that stand twice. The first file keeps its id; the others are told and left out.</summary>
internal static class Duplicates
{
    public static void Remove(SeedReading reading)
    {
        var owners = new Dictionary<Guid, string>();
        Check(reading, reading.Vocabularies, owners);
        Check(reading, reading.CareTypes, owners);
        Check(reading, reading.Organizations, owners);

        foreach (var vocabulary in reading.Vocabularies.ToList())
        {
            if (vocabulary.Entry.Slug == Vocabulary.Kind)
            {
                Wrong(reading, reading.Vocabularies, vocabulary, "the terms of `kind` are the kinds of care, each with its own file in care-types; remove this one");
            }

            foreach (var slug in vocabulary.Entry.Terms.GroupBy(t => t.Slug).Where(g => g.Count() > 1).Select(g => g.Key))
            {
                Wrong(reading, reading.Vocabularies, vocabulary, $"the term `{slug}` stands twice");
            }
        }
    }

    private static void Check<T>(SeedReading reading, List<Read<T>> entries, Dictionary<Guid, string> owners)
        where T : Entry
    {
        foreach (var read in entries.ToList())
        {
            foreach (var id in Parts.IdsOf(read.Entry).Prepend(read.Entry.Id))
            {
                if (!owners.TryAdd(id, read.File.Name))
                {
                    Wrong(reading, entries, read, $"the id {id} stands already in {owners[id]} (remove it here and `check --fix` writes a new one)");
                    break;
                }
            }
        }
    }

    private static void Wrong<T>(SeedReading reading, List<Read<T>> entries, Read<T> read, string what)
        where T : Entry
    {
        var line = read.File.Text.English.Split('\n').TakeWhile(l => !l.StartsWith("id:", StringComparison.Ordinal)).Count() + 1;
        reading.Problems.Add(new(read.File.Name, line, what));
        reading.Unreadable.Add(read.File);
        entries.Remove(read);
    }
}
