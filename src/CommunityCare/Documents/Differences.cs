using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>One place at which two texts of an entry differ.</summary>
/// <param name="Path">As in <see cref="Clash"/>: <c>services/{id}/name</c>, <c>es:text</c>.</param>
/// <param name="Place">The same with numbers that people can count, 1 first, in place of ids: <c>services/2/name</c>.</param>
/// <param name="Before">As <see cref="ThreeWay.At"/> gives it; null where it said nothing. Of another order, the first words of each item.</param>
/// <param name="After">The same; null where it says nothing any more.</param>
public sealed record Difference(string Path, string Place, string? Before, string? After);

/// <summary>What became of one text of an entry in another: field by field, in the order of the document, English first.</summary>
public static class Differences
{
    /// <summary>A part that came or went is one difference, as in <see cref="ThreeWay"/>: it is taken or left as a whole.</summary>
    public static IReadOnlyList<Difference> Between(EntryText before, EntryText after) => Of(before, after, isWhole: true);

    /// <summary>A part that came or went is told by each of its fields, for reading.</summary>
    public static IReadOnlyList<Difference> FieldByField(EntryText before, EntryText after) => Of(before, after, isWhole: false);

    /// <summary>A path with numbers in place of ids, as they stand in the text.</summary>
    public static string PlaceOf(EntryText text, string path)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        YamlNode? node = Parse(colon < 0 ? text.English : text.Others.GetValueOrDefault(path[..colon], ThreeWay.Empty)).Front;
        var place = new List<string>();
        foreach (var step in path[(colon + 1)..].Split('/'))
        {
            var list = node as YamlSequenceNode;
            var keys = list is null ? [] : ThreeWay.ByKey(list).Keys.ToList();
            place.Add(keys.Contains(step) ? Number(keys, [], step) : step);
            node = list is not null ? ThreeWay.ByKey(list).GetValueOrDefault(step) : ThreeWay.Get(node as YamlMappingNode, new YamlScalarNode(step));
        }

        return path[..(colon + 1)] + string.Join('/', place);
    }

    private static List<Difference> Of(EntryText before, EntryText after, bool isWhole)
    {
        var comparison = new Comparison(isWhole);
        comparison.Texts(before.English, after.English, "");
        foreach (var language in before.Others.Keys.Union(after.Others.Keys).Order(StringComparer.Ordinal))
        {
            comparison.Texts(Of(before), Of(after), language + ":");

            string Of(EntryText text) => text.Others.GetValueOrDefault(language, ThreeWay.Empty);
        }

        return comparison.Found;
    }

    /// <summary>A text without fields, such as that of the synonyms, is all body.</summary>
    private static (YamlMappingNode Front, string Body) Parse(string text)
    {
        try
        {
            var file = FrontMatter.Parse(text);
            return (file.Front, file.Body);
        }
        catch (FrontMatterException)
        {
            return ([], text.Trim('\n'));
        }
    }

    private static string Number(List<string> keys, List<string> others, string key) =>
        FormattableString.Invariant($"{(keys.Contains(key) ? keys : others).IndexOf(key) + 1}");

    private sealed class Comparison(bool isWhole)
    {
        public List<Difference> Found { get; } = [];

        public void Texts(string before, string after, string prefix)
        {
            var (b, a) = (Parse(before), Parse(after));
            Maps(b.Front, a.Front, prefix, prefix);
            Values(b.Body.Length == 0 ? null : b.Body, a.Body.Length == 0 ? null : a.Body, prefix + ThreeWay.Body, prefix + ThreeWay.Body);
        }

        private void Nodes(YamlNode? before, YamlNode? after, string path, string place)
        {
            if (Both<YamlMappingNode>(before, after))
            {
                Maps(before as YamlMappingNode, after as YamlMappingNode, path, place);
            }
            else if (Both<YamlSequenceNode>(before, after) && IsKeyed(before) && IsKeyed(after))
            {
                Lists(before as YamlSequenceNode, after as YamlSequenceNode, path, place);
            }
            else
            {
                Values(ThreeWay.Print(before), ThreeWay.Print(after), path, place);
            }
        }

        private void Maps(YamlMappingNode? before, YamlMappingNode? after, string path, string place)
        {
            IEnumerable<YamlNode> keys = after?.Children.Keys ?? [];
            foreach (var key in keys.Concat((before?.Children.Keys ?? []).Except(keys)).Cast<YamlScalarNode>().Where(k => isWhole || k.Value != "id"))
            {
                Nodes(ThreeWay.Get(before, key), ThreeWay.Get(after, key), ThreeWay.Join(path, key.Value!), ThreeWay.Join(place, key.Value!));
            }
        }

        private void Lists(YamlSequenceNode? before, YamlSequenceNode? after, string path, string place)
        {
            var (b, a) = (ThreeWay.ByKey(before), ThreeWay.ByKey(after));
            var (was, now) = (b.Keys.ToList(), a.Keys.ToList());
            foreach (var key in now.Concat(was.Except(now)))
            {
                Nodes(b.GetValueOrDefault(key), a.GetValueOrDefault(key), ThreeWay.Join(path, key), ThreeWay.Join(place, Number(now, was, key)));
            }

            // The order counts as one more value.
            if (!was.Where(a.ContainsKey).SequenceEqual(now.Where(b.ContainsKey)))
            {
                Values(Titles(b.Values), Titles(a.Values), path, place);
            }
        }

        private void Values(string? before, string? after, string path, string place)
        {
            if (before != after)
            {
                Found.Add(new(path, place, before, after));
            }
        }

        // A part on one side alone is a value by itself, unless each field is to be told.
        private bool Both<T>(YamlNode? before, YamlNode? after) =>
            (before, after) is (T, T) || (!isWhole && (before, after) is (T, null) or (null, T));

        private static bool IsKeyed(YamlNode? node) => node is not YamlSequenceNode list || ThreeWay.IsKeyed(list);

        private static string? Titles(IEnumerable<YamlNode> items) => ThreeWay.Print(new YamlSequenceNode(items.Select(item =>
            YamlText.Text(((YamlMappingNode)item).Children.Where(f => f is { Key: not YamlScalarNode { Value: "id" }, Value: YamlScalarNode })
                .Select(f => ((YamlScalarNode)f.Value).Value).FirstOrDefault() ?? ""))));
    }
}
