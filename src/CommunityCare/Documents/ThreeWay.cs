using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>A field that two sides changed differently since they last agreed.</summary>
/// <param name="Path">As in <c>services/{id}/name</c>; translations start with their language, as in <c>es:text</c>.</param>
public sealed record Clash(string Path, string? Base, string? Mine, string? Theirs);

/// <summary>
/// Joins what a person changed on the site (mine) with what changed in the curated file (theirs), field by field.
/// A field that only one side changed is taken from that side; where both did, mine stands and the clash is told.
/// </summary>
internal static class ThreeWay
{
    /// <summary>The Markdown below the fields, as a path.</summary>
    public const string Body = "text";

    public static (EntryText Merged, IReadOnlyList<Clash> Clashes) Merge(EntryText @base, EntryText mine, EntryText theirs)
    {
        var clashes = new List<Clash>();
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in @base.Others.Keys.Union(mine.Others.Keys).Union(theirs.Others.Keys))
        {
            var merged = MergeText(Of(@base), Of(mine), Of(theirs), language + ":", clashes);
            if (merged != Empty)
            {
                others[language] = merged;
            }

            string Of(EntryText text) => text.Others.GetValueOrDefault(language, Empty);
        }

        return (new(MergeText(@base.English, mine.English, theirs.English, "", clashes), others), clashes);
    }

    /// <summary>What a document says at a path of a clash; null if nothing.</summary>
    public static string? At(EntryText text, string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var file = FrontMatter.Parse(colon < 0 ? text.English : text.Others.GetValueOrDefault(path[..colon], Empty));
        if (path[(colon + 1)..] == Body)
        {
            return Print(Text(file.Body));
        }

        YamlNode? node = file.Front;
        foreach (var step in path[(colon + 1)..].Split('/'))
        {
            node = node switch
            {
                YamlMappingNode map => Get(map, new YamlScalarNode(step)),
                YamlSequenceNode list => ByKey(list).GetValueOrDefault(step),
                _ => null,
            };
        }

        return Print(node);
    }

    /// <summary>The document with another value at a path of a clash.</summary>
    /// <param name="text">The document.</param>
    /// <param name="path">Of a field; of a whole item, as in <c>phones/{id}</c>, too.</param>
    /// <param name="value">As <see cref="At"/> gives it; null takes the field away.</param>
    /// <returns>Null if the item that the field belongs to is not there.</returns>
    public static EntryText? With(EntryText text, string path, string? value)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var file = FrontMatter.Parse(colon < 0 ? text.English : text.Others.GetValueOrDefault(path[..colon], Empty));
        var steps = path[(colon + 1)..].Split('/');
        var body = file.Body;
        if (steps is [Body])
        {
            body = value ?? "";
        }
        else if (!Set(file.Front, steps, value is null ? null : Parsed(value)))
        {
            return null;
        }

        var written = YamlText.Write(file.Front, body);
        if (colon < 0)
        {
            return text with { English = written };
        }

        var others = new SortedDictionary<string, string>(text.Others, StringComparer.Ordinal) { [path[..colon]] = written };
        if (written == Empty)
        {
            others.Remove(path[..colon]);
        }

        return text with { Others = others };
    }

    /// <summary>What <see cref="At"/> gave, as a node. Anything else is a text.</summary>
    public static YamlNode Parsed(string value)
    {
        try
        {
            return value.StartsWith(ListStart, StringComparison.Ordinal) && Get(FrontMatter.Parse(value).Front, new YamlScalarNode(Value)) is { } node
                ? node
                : YamlText.Text(value);
        }
        catch (FrontMatterException)
        {
            return YamlText.Text(value);
        }
    }

    internal const string Empty = "---\n---\n";
    private const string Value = "value";
    private const string ListStart = $"---\n{Value}:";

    private static bool Set(YamlMappingNode map, ReadOnlySpan<string> steps, YamlNode? value)
    {
        var key = new YamlScalarNode(steps[0]);
        var node = Get(map, key);
        if (steps.Length == 1)
        {
            return Put(map, key, value);
        }

        if (node is YamlSequenceNode or null && steps.Length == 2 && value is YamlMappingNode or null && (node ?? new YamlSequenceNode()) is YamlSequenceNode list)
        {
            var found = ByKey(list).GetValueOrDefault(steps[1]);
            if (found is not null)
            {
                list.Children.Remove(found);
            }

            if (value is not null)
            {
                list.Children.Add(value);
            }

            return Put(map, key, list.Children.Count == 0 ? null : list);
        }

        return node switch
        {
            YamlMappingNode part => Set(part, steps[1..], value) && (part.Children.Count > 0 || map.Children.Remove(key)),
            YamlSequenceNode items when ByKey(items).GetValueOrDefault(steps[1]) is YamlMappingNode item && steps.Length > 2 => Set(item, steps[2..], value),
            null when value is not null && steps.Length == 2 => Put(map, key, new YamlMappingNode { { steps[1], value } }),
            _ => value is null,
        };
    }

    private static bool Put(YamlMappingNode map, YamlScalarNode key, YamlNode? value)
    {
        if (value is null)
        {
            map.Children.Remove(key);
        }
        else
        {
            map.Children[key] = value;
        }

        return true;
    }

    private static string MergeText(string @base, string mine, string theirs, string prefix, List<Clash> clashes)
    {
        var (b, m, t) = (FrontMatter.Parse(@base), FrontMatter.Parse(mine), FrontMatter.Parse(theirs));
        var front = (YamlMappingNode?)MergeNode(b.Front, m.Front, t.Front, prefix, clashes) ?? [];
        var body = Choose(Text(b.Body), Text(m.Body), Text(t.Body), prefix + Body, clashes);
        return YamlText.Write(front, ((YamlScalarNode?)body)?.Value ?? "");
    }

    private static YamlScalarNode? Text(string body) => body.Length == 0 ? null : new(body);

    private static YamlNode? MergeNode(YamlNode? @base, YamlNode? mine, YamlNode? theirs, string path, List<Clash> clashes) => (mine, theirs) switch
    {
        (YamlMappingNode m, YamlMappingNode t) => MergeMaps(@base as YamlMappingNode, m, t, path, clashes),
        (YamlSequenceNode m, YamlSequenceNode t) when IsKeyed(m) && IsKeyed(t) => MergeLists(@base as YamlSequenceNode, m, t, path, clashes),
        _ => Choose(@base, mine, theirs, path, clashes),
    };

    private static YamlMappingNode? MergeMaps(YamlMappingNode? @base, YamlMappingNode mine, YamlMappingNode theirs, string path, List<Clash> clashes)
    {
        var merged = new YamlMappingNode();
        foreach (var key in mine.Children.Keys.Concat(theirs.Children.Keys.Except(mine.Children.Keys)))
        {
            var node = MergeNode(Get(@base, key), Get(mine, key), Get(theirs, key), Join(path, ((YamlScalarNode)key).Value!), clashes);
            if (node is not null)
            {
                merged.Add(key, node);
            }
        }

        return merged.Children.Count == 0 ? null : merged;
    }

    private static YamlSequenceNode? MergeLists(YamlSequenceNode? @base, YamlSequenceNode mine, YamlSequenceNode theirs, string path, List<Clash> clashes)
    {
        var (b, m, t) = (ByKey(@base), ByKey(mine), ByKey(theirs));
        // The order counts as one more value: if only the file changed it, the file's order holds.
        var (first, second) = Reordered(b, t) && !Reordered(b, m) ? (t.Keys, m.Keys) : (m.Keys, t.Keys);
        var merged = new YamlSequenceNode();
        foreach (var key in first.Concat(second.Except(first)))
        {
            var node = MergeNode(b.GetValueOrDefault(key), m.GetValueOrDefault(key), t.GetValueOrDefault(key), Join(path, key), clashes);
            if (node is not null)
            {
                merged.Add(node);
            }
        }

        return merged.Children.Count == 0 ? null : merged;
    }

    private static bool Reordered(Dictionary<string, YamlNode> @base, Dictionary<string, YamlNode> side) =>
        !side.Keys.Where(@base.ContainsKey).SequenceEqual(@base.Keys.Where(side.ContainsKey));

    private static YamlNode? Choose(YamlNode? @base, YamlNode? mine, YamlNode? theirs, string path, List<Clash> clashes)
    {
        if (Same(mine, theirs) || Same(@base, theirs))
        {
            return mine;
        }

        if (!Same(@base, mine))
        {
            clashes.Add(new(path, Print(@base), Print(mine), Print(theirs)));
            return mine;
        }

        return theirs;
    }

    private static bool Same(YamlNode? a, YamlNode? b) => Print(a) == Print(b);

    internal static string? Print(YamlNode? node) => node switch
    {
        null => null,
        YamlScalarNode scalar => scalar.Value,
        _ => YamlText.Write(new YamlMappingNode { { Value, node } }, ""),
    };

    internal static bool IsKeyed(YamlSequenceNode list) => list.All(item => Key(item) is not null);

    internal static Dictionary<string, YamlNode> ByKey(YamlSequenceNode? list) =>
        list?.Where(item => Key(item) is not null).ToDictionary(item => Key(item)!) ?? [];

    private static string? Key(YamlNode item) => item is YamlMappingNode map
        ? (Get(map, "id") as YamlScalarNode)?.Value ?? (Get(map, "slug") as YamlScalarNode)?.Value
        : null;

    internal static YamlNode? Get(YamlMappingNode? map, YamlNode key) => map?.Children.TryGetValue(key, out var node) == true ? node : null;

    internal static string Join(string path, string name) => path.Length == 0 || path[^1] == ':' ? path + name : $"{path}/{name}";
}
