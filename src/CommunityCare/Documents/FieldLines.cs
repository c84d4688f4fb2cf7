using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>Which field of a document stands on which line of its text: where a form shows what is wrong.</summary>
internal sealed class FieldLines
{
    private readonly Dictionary<int, string> _paths = [];
    private readonly int _bodyLine = int.MaxValue;
    private readonly YamlMappingNode? _english;

    /// <param name="text">In canonical form. Of one that cannot be read, no line is about a field.</param>
    /// <param name="english">What it translates; null if it is the English text itself.</param>
    public FieldLines(string text, string? english = null)
    {
        try
        {
            _english = english is null ? null : FrontMatter.Parse(english).Front;
            var file = FrontMatter.Parse(text);
            _bodyLine = file.BodyLine;
            Take(file.Front, "");
        }
        catch (FrontMatterException)
        {
            _paths.Clear();
        }
    }

    /// <returns>The path of the field that a problem is about; empty if it is about the whole document.</returns>
    public string Of(Problem problem)
    {
        if (problem.Line >= _bodyLine)
        {
            return ThreeWay.Body;
        }

        // What is missing stands nowhere: it is told of the first field beside it.
        var path = _paths.GetValueOrDefault(problem.Line, "");
        return problem.Fault is { Kind: FaultKind.Missing or FaultKind.MissingItem, Arguments: [string missing] }
            ? path[..(path.LastIndexOf('/') + 1)] + missing
            : path;
    }

    private void Take(YamlNode node, string path)
    {
        var line = (int)node.Start.Line + FrontMatter.LinesBefore;
        _paths.TryAdd(line, path);
        switch (node)
        {
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                {
                    var at = path.Length == 0 ? $"{key}" : $"{path}/{key}";
                    _paths[(int)key.Start.Line + FrontMatter.LinesBefore] = at;
                    Take(value, at);
                }

                break;
            case YamlSequenceNode list:
                foreach (var (item, index) in list.Select((item, index) => (item, index)))
                {
                    Take(item, item is YamlMappingNode map ? $"{path}/{Key(map) ?? KeyInEnglish(path, map) ?? $"{index}"}" : path);
                }

                break;
        }
    }

    // A translated item begins with the field that says which one it means, and stands in another place than that one.
    private string? KeyInEnglish(string path, YamlMappingNode item)
    {
        if (item.Children.Count == 0 || ThreeWay.Get(_english, new YamlScalarNode(path)) is not YamlSequenceNode list)
        {
            return null;
        }

        var (name, value) = item.Children[0];
        var meant = list.OfType<YamlMappingNode>().ToList().FindIndex(other => $"{ThreeWay.Get(other, name)}" == $"{value}");
        return meant < 0 ? null : Key((YamlMappingNode)list[meant]) ?? $"{meant}";
    }

    private static string? Key(YamlMappingNode map) =>
        map.Children.TryGetValue(new YamlScalarNode("id"), out var id) ? (id as YamlScalarNode)?.Value : null;
}
