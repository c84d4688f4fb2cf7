using CommunityCare.Catalog;
using CommunityCare.Documents;

namespace CommunityCare.Seeding;

/// <summary>What was read of a folder: every good entry, and everything that is wrong with the others.</summary>
public sealed class SeedReading
{
    public List<Read<Vocabulary>> Vocabularies { get; } = [];

    public List<Read<CareType>> CareTypes { get; } = [];

    public List<Read<Organization>> Organizations { get; } = [];

    /// <summary>Null if there is no such file.</summary>
    public ReadSynonyms? Synonyms { get; internal set; }

    /// <summary>Files of entries that could not be read.</summary>
    public List<SeedFile> Unreadable { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>The words that the organizations were read with.</summary>
    public Terminology Terminology { get; internal set; } = Terminology.None;

    public bool HasErrors => Problems.Exists(p => p.Severity == Severity.Error);
}

public sealed record Read<T>(SeedFile File, T Entry)
    where T : Entry;

/// <param name="File">The file.</param>
/// <param name="List">Its good lines; null if it has none.</param>
/// <param name="IsWhole">Whether every line is good.</param>
public sealed record ReadSynonyms(SeedFile File, SynonymList? List, bool IsWhole);

/// <summary>Reads curated files into entries. It needs no database and changes nothing.</summary>
public static class SeedReader
{
    /// <param name="folder">The files.</param>
    /// <param name="giveIds">Make up missing ids instead of reporting them.</param>
    public static SeedReading Read(SeedFolder folder, bool giveIds = false)
    {
        var reading = new SeedReading();
        reading.Problems.AddRange(folder.Problems);

        // One slip in a vocabulary is one message, and not one more for each organization that uses its words.
        var (brokenWords, brokenKinds) = (new List<Vocabulary>(), new List<CareType>());
        reading.Vocabularies.AddRange(ReadAll(Formats.Vocabularies, folder, Terminology.None, reading, giveIds, brokenWords));
        reading.CareTypes.AddRange(ReadAll(Formats.CareTypes, folder, Terminology.None, reading, giveIds, brokenKinds));
        var kinds = Terminology.KindsOf(reading.CareTypes.Select(c => c.Entry).Concat(brokenKinds));
        var words = reading.Vocabularies.Select(v => v.Entry).Concat(brokenWords).Where(v => v.Slug != Vocabulary.Kind);
        var terminology = new Terminology([kinds, .. words]);
        reading.Terminology = terminology;
        reading.Organizations.AddRange(ReadAll(Formats.Organizations, folder, terminology, reading, giveIds));
        reading.Synonyms = folder.Files.Where(f => f.IsSynonyms).Select(f => ReadSynonyms(f, reading)).FirstOrDefault();

        Duplicates.Remove(reading);
        reading.Problems.Sort((a, b) => (a.File, a.Line).CompareTo((b.File, b.Line)));
        return reading;
    }

    private static IEnumerable<Read<T>> ReadAll<T>(
        EntryFormat<T> format, SeedFolder folder, Terminology terminology, SeedReading reading, bool giveIds, List<T>? broken = null)
        where T : Entry, new()
    {
        foreach (var file in folder.Files.Where(f => f.Folder == format.Folder))
        {
            var scopes = new List<Scope>();
            var entry = format.Read(file.Slug, file.Text, name =>
            {
                scopes.Add(new Scope($"{file.Folder}/{name}", terminology) { GiveIds = giveIds });
                return scopes[^1];
            });
            var problems = scopes.SelectMany(s => s.Problems).ToList();
            reading.Problems.AddRange(problems);
            if (problems.Count == 0)
            {
                yield return new(file, entry);
            }
            else
            {
                reading.Unreadable.Add(file);
                broken?.Add(entry);
            }
        }
    }
    private static ReadSynonyms ReadSynonyms(SeedFile file, SeedReading reading)
    {
        var scope = new Scope(file.Name, Terminology.None);
        var list = SynonymFormat.Read(file.Text.English, scope);
        reading.Problems.AddRange(scope.Problems);
        return new(file, list, scope.Problems.Count == 0);
    }
}
