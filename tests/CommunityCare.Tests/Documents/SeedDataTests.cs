using System.Text;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Documents;

public class SeedDataTests
{
    private static readonly SeedFolder Folder = SeedFolder.Open(Repository.SeedData);
    private static readonly SeedReading Reading = SeedReader.Read(Folder);

    public static TheoryData<string> Names => [.. Folder.Files.Select(f => f.Name)];

    [Fact]
    public void Every_file_can_be_read()
    {
        Assert.Empty(Reading.Problems);
        Assert.True(Reading.Synonyms!.IsWhole);
        Assert.Equal(Folder.Files.Count, 1 + Reading.Vocabularies.Count + Reading.CareTypes.Count + Reading.Organizations.Count);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Writing_what_was_read_gives_the_file(string name)
    {
        var (file, written) = Written(name);

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.SeedData, name), Encoding.UTF8), written.English);
        Assert.Equal(file.Text.Others.Keys, written.Others.Keys);
        Assert.All(file.Text.Others, other => Assert.Equal(other.Value, written.Others[other.Key]));
    }

    private static (SeedFile File, EntryText Written) Written(string name) =>
        Written(Formats.Vocabularies, Reading.Vocabularies, name)
        ?? Written(Formats.CareTypes, Reading.CareTypes, name)
        ?? Written(Formats.Organizations, Reading.Organizations, name)
        ?? Synonyms(name)
        ?? throw new FileNotFoundException(name);

    private static (SeedFile File, EntryText Written)? Synonyms(string name) =>
        Reading.Synonyms is { List: { } list } read && read.File.Name == name ? (read.File, new(list.Text, [])) : null;

    private static (SeedFile File, EntryText Written)? Written<T>(EntryFormat<T> format, List<Read<T>> all, string name)
        where T : Entry, new() =>
        all.Find(r => r.File.Name == name) is { } read ? (read.File, format.Write(read.Entry, withPrivate: false)) : null;
}
