using CommunityCare.Documents;
using CommunityCare.Seeding;
using Markdig.Syntax;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Checking;

/// <summary>A file that could be read, in one of its languages, with the lines on which its parts stand.</summary>
internal sealed class CheckedFile
{
    private readonly FrontMatter _file;

    private CheckedFile(string name, string text)
    {
        (Name, _file) = (name, FrontMatter.Parse(text));
        Document = MarkdownText.Parse(_file.Body);
    }

    /// <summary>The path below the folder of curated files.</summary>
    public string Name { get; }

    /// <summary>Null if the Markdown is nested so deeply that no page could show it.</summary>
    public MarkdownDocument? Document { get; }

    public int BodyLine => _file.BodyLine;

    public static CheckedFile English(SeedFile file) => new(file.Name, file.Text.English);

    public static IEnumerable<CheckedFile> AllLanguages(SeedFile file) =>
        file.Text.Others.Select(other => new CheckedFile(NameOf(file, other.Key), other.Value)).Prepend(English(file));

    /// <summary>All files that have fields and a text, also those that cannot be used yet: one mistake does not hide the others.</summary>
    public static IEnumerable<SeedFile> AllOf(SeedReading reading) =>
        reading.Vocabularies.Select(v => v.File).Concat(reading.CareTypes.Select(c => c.File)).Concat(reading.Organizations.Select(o => o.File))
            .Concat(reading.Unreadable.Where(CanBeTakenApart));

    private static bool CanBeTakenApart(SeedFile file)
    {
        try
        {
            return AllLanguages(file).All(_ => true);
        }
        catch (FrontMatterException)
        {
            return false;
        }
    }

    /// <summary>Every value of the fields, with the names and numbers that lead to it.</summary>
    public IEnumerable<(string[] Path, string Text, int Line)> Values() => Values(_file.Front, []);

    public static string NameOf(SeedFile file, string language) => $"{file.Folder}/{file.Slug}.{language}.md";

    /// <summary>The line of the block or inline of the Markdown.</summary>
    public int LineOf(MarkdownObject part) => BodyLine + part.Line;

    /// <summary>The line of a value of the fields; of the last part of the path that is there.</summary>
    public int LineOf(params ReadOnlySpan<object> path)
    {
        YamlNode node = _file.Front;
        foreach (var step in path)
        {
            var next = (node, step) switch
            {
                (YamlMappingNode map, string name) => map.Children.TryGetValue(new YamlScalarNode(name), out var value) ? value : null,
                (YamlSequenceNode list, int index) when index < list.Children.Count => list[index],
                (YamlSequenceNode list, string value) => list.FirstOrDefault(item => item is YamlScalarNode scalar && scalar.Value == value),
                _ => null,
            };
            if (next is null)
            {
                break;
            }

            node = next;
        }

        return node == _file.Front ? 1 : (int)node.Start.Line + FrontMatter.LinesBefore;
    }

    private static IEnumerable<(string[] Path, string Text, int Line)> Values(YamlNode node, string[] path) => node switch
    {
        YamlScalarNode { Value: { } text } => [(path, text, (int)node.Start.Line + FrontMatter.LinesBefore)],
        YamlMappingNode map => map.Children.SelectMany(pair => Values(pair.Value, [.. path, (pair.Key as YamlScalarNode)?.Value ?? ""])),
        YamlSequenceNode list => list.Children.Index().SelectMany(item => Values(item.Item, [.. path, $"{item.Index}"])),
        _ => [],
    };
}
