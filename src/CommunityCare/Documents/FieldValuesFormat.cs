using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>From a document to the values of a form, and back.</summary>
/// <param name="shapes">Of the document's fields.</param>
internal sealed class FieldValuesFormat(IReadOnlyList<FieldShape> shapes)
{
    public FieldValues Read(EntryText text)
    {
        var values = new FieldValues();
        ReadText(values, text.English, "");
        foreach (var (language, other) in text.Others)
        {
            ReadText(values, other, language + ":");
        }

        return values;
    }

    public EntryText Write(FieldValues values)
    {
        var others = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var language in values.Languages)
        {
            var (front, body) = (TranslatedMap(values, shapes, language, ""), values[$"{language}:{ThreeWay.Body}"]);
            if (front.Children.Count > 0 || body.Length > 0)
            {
                others[language] = YamlText.Write(front, body);
            }
        }

        return new(YamlText.Write(Map(values, shapes, ""), values[ThreeWay.Body]), others);
    }

    private void ReadText(FieldValues values, string text, string prefix)
    {
        var file = FrontMatter.Parse(text);
        Read(values, file.Front, shapes, "", prefix);
        if (file.Body.Length > 0)
        {
            values.Set(prefix + ThreeWay.Body, file.Body);
        }
    }

    private static void Read(FieldValues values, YamlMappingNode map, IReadOnlyList<FieldShape> fields, string path, string prefix)
    {
        foreach (var field in fields)
        {
            if (!map.Children.TryGetValue(new YamlScalarNode(field.Name), out var node))
            {
                continue;
            }

            var at = path + field.Name;
            switch (node)
            {
                case YamlScalarNode scalar:
                    values.Set(prefix + at, scalar.Value ?? "");
                    break;
                case YamlMappingNode terms when field.Kind == FieldKind.Terms:
                    foreach (var (vocabulary, slugs) in terms.Children)
                    {
                        values.Set($"{prefix}{at}/{vocabulary}", Joined(slugs));
                    }

                    break;
                case YamlMappingNode part:
                    Read(values, part, field.Fields, at + "/", prefix);
                    break;
                case YamlSequenceNode items when field.Kind == FieldKind.Items:
                    ReadItems(values, items, field, at, prefix);
                    break;
                case YamlSequenceNode list:
                    values.Set(prefix + at, Joined(list));
                    break;
            }
        }
    }

    private static void ReadItems(FieldValues values, YamlSequenceNode items, FieldShape field, string path, string prefix)
    {
        foreach (var (map, index) in items.OfType<YamlMappingNode>().Select((map, index) => (map, index)))
        {
            // A translation names its item; the English text gives it its key.
            var key = prefix.Length > 0 && field.Key is { } name
                ? values.Keys(path).FirstOrDefault(k => values[$"{path}/{k}/{name}"] == Scalar(map, name))
                : field.HasIds ? Scalar(map, "id") : index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (key is not null)
            {
                var fields = prefix.Length > 0 ? field.Fields.Where(f => f.Name != field.Key).ToList() : field.Fields;
                Read(values, map, fields, $"{path}/{key}/", prefix);
            }
        }
    }

    private static YamlMappingNode Map(FieldValues values, IReadOnlyList<FieldShape> fields, string path)
    {
        var map = new YamlMappingNode();
        foreach (var field in fields.Where(f => f.Kind != FieldKind.Markdown))
        {
            if (Node(values, field, path + field.Name) is { } node)
            {
                map.Add(field.Name, node);
            }
        }

        return map;
    }

    private static YamlNode? Node(FieldValues values, FieldShape field, string path) => field.Kind switch
    {
        FieldKind.Items => Sequence(values.Keys(path).Where(key => SaysSomething(values, field, $"{path}/{key}/"))
            .Select(key => Map(values, field.Fields, $"{path}/{key}/"))),
        FieldKind.Part => OrNothing(Map(values, field.Fields, path + "/")),
        FieldKind.Terms => OrNothing(new(values.Keys(path).Where(v => values.List($"{path}/{v}").Count > 0)
            .Select(v => KeyValuePair.Create<YamlNode, YamlNode>(v, List(values, $"{path}/{v}", isInline: true)!)))),
        FieldKind.Lines or FieldKind.Slugs => List(values, path, field.Kind == FieldKind.Slugs),
        _ => Line(values[path]) is { Length: > 0 } text ? Scalar(field, text) : null,
    };

    private static YamlMappingNode TranslatedMap(FieldValues values, IReadOnlyList<FieldShape> fields, string language, string path)
    {
        var map = new YamlMappingNode();
        foreach (var field in fields.Where(f => f.Translatable && f.Kind != FieldKind.Markdown))
        {
            var at = path + field.Name;
            var node = field.Kind == FieldKind.Items
                ? Sequence(values.Keys(at).Select(key => TranslatedItem(values, field, language, $"{at}/{key}/")).OfType<YamlMappingNode>())
                : Node(values, field, $"{language}:{at}");
            if (node is not null)
            {
                map.Add(field.Name, node);
            }
        }

        return map;
    }

    private static YamlMappingNode? TranslatedItem(FieldValues values, FieldShape field, string language, string path)
    {
        var translated = TranslatedMap(values, field.Fields, language, path);
        if (translated.Children.Count == 0 || !SaysSomething(values, field, path))
        {
            return null;
        }

        var map = new YamlMappingNode { { field.Key!, YamlText.Text(Line(values[path + field.Key])) } };
        foreach (var (name, node) in translated.Children)
        {
            map.Add(name, node);
        }

        return map;
    }

    // A row in which nothing was filled in is no item; what a list offers by itself does not count.
    private static bool SaysSomething(FieldValues values, FieldShape items, string path) => items.Fields.Any(field => field.Kind switch
    {
        FieldKind.Id or FieldKind.Choice or FieldKind.Flag => false,
        FieldKind.Items => values.Keys(path + field.Name).Any(key => SaysSomething(values, field, $"{path}{field.Name}/{key}/")),
        FieldKind.Terms => values.Keys(path + field.Name).Any(v => values[$"{path}{field.Name}/{v}"].Length > 0),
        _ => values[path + field.Name].Length > 0,
    });

    private static YamlSequenceNode? List(FieldValues values, string path, bool isInline) => Sequence(values.List(path).Select(YamlText.Text), isInline);

    private static YamlSequenceNode? Sequence(IEnumerable<YamlNode> nodes, bool isInline = false)
    {
        var list = new YamlSequenceNode(nodes) { Style = isInline ? SequenceStyle.Flow : SequenceStyle.Block };
        return list.Children.Count == 0 ? null : list;
    }

    private static YamlMappingNode? OrNothing(YamlMappingNode map) => map.Children.Count == 0 ? null : map;

    private static string Joined(YamlNode list) =>
        list is YamlSequenceNode sequence ? string.Join('\n', sequence.OfType<YamlScalarNode>().Select(s => s.Value)) : "";

    private static string? Scalar(YamlMappingNode map, string name) =>
        map.Children.TryGetValue(new YamlScalarNode(name), out var node) ? (node as YamlScalarNode)?.Value : null;

    // What should be a number, a date or a chosen word may be anything; then it is quoted, and refused when it is read.
    private static YamlScalarNode Scalar(FieldShape field, string text) =>
        !field.IsText && (char.IsAsciiLetterOrDigit(text[0]) || text is ['-', >= '0' and <= '9', ..])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or ':' or '.') && text[^1] != ':' ? YamlText.Value(text) : YamlText.Text(text);

    private static string Line(string text) => text.Replace('\n', ' ').Trim();
}
