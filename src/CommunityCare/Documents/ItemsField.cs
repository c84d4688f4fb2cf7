using CommunityCare.Catalog;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>A list of things that have fields of their own.</summary>
/// <param name="name">The field's name in the file.</param>
/// <param name="get">The list, in its order.</param>
/// <param name="schema">The fields of an item.</param>
internal sealed class ItemsField<T, TItem>(string name, Func<T, List<TItem>> get, Schema<TItem> schema) : Field<T>(name)
    where TItem : class, new()
{
    // A vocabulary may have more items than any other list.
    private const int MostItems = 10 * Organization.ListLength;

    /// <summary>The field by which a translation says which item it means.</summary>
    public string? Key { get; init; }

    /// <summary>Told where the item stands.</summary>
    public Action<TItem, int>? Place { get; init; }

    private Schema<TItem> Schema { get; } = schema;

    public override FieldShape Shape => new(Name, FieldKind.Items) { Required = Required, Translatable = Translatable, Fields = Schema.Shapes, Key = Key };

    public override void Read(T target, YamlNode node, Scope scope)
    {
        foreach (var map in Maps(node, scope))
        {
            var item = new TItem();
            Schema.Read(item, map, scope);
            Place?.Invoke(item, get(target).Count);
            get(target).Add(item);
        }
    }

    public override YamlNode? Write(T source, Scope scope)
    {
        var items = get(source);
        return items.Count == 0 ? null : new YamlSequenceNode(items.Select(item => Schema.Write(item, scope)));
    }

    public override void ReadTranslation(T target, YamlNode node, string language, Scope scope)
    {
        // A key that stands twice is told of the English file, and must not end the reading here.
        var items = get(target).DistinctBy(item => KeyOf(item, scope), StringComparer.OrdinalIgnoreCase)
            .ToDictionary(item => KeyOf(item, scope), StringComparer.OrdinalIgnoreCase);
        var seen = new HashSet<TItem>(ReferenceEqualityComparer.Instance);
        foreach (var map in Maps(node, scope))
        {
            var key = map.Children.TryGetValue(new YamlScalarNode(Key), out var found) ? (found as YamlScalarNode)?.Value : null;
            if (key is null)
            {
                scope.Wrong(map, $"{Name}: each item needs its {Key}, so that it is clear what is translated");
            }
            else if (!items.TryGetValue(key, out var item))
            {
                scope.Unknown(map, FaultKind.UnknownItem, $"{Name}: the {Key}", key, [.. items.Keys]);
            }
            else if (!seen.Add(item))
            {
                scope.Wrong(map, new Fault(FaultKind.Twice, $"{Name}: the {Key} `{key}` stands twice", key));
            }
            else
            {
                Schema.ReadTranslation(item, map, Key, language, scope);
            }
        }
    }

    public override YamlNode? WriteTranslation(T source, string language, Scope scope)
    {
        var maps = get(source).Select(item => Schema.WriteTranslation(item, Key, language, scope)).OfType<YamlMappingNode>().ToList();
        return maps.Count == 0 ? null : new YamlSequenceNode(maps);
    }

    private string KeyOf(TItem item, Scope scope) =>
        ((YamlScalarNode)Schema.Fields.First(f => f.Name == Key).Write(item, scope)!).Value!;

    private IEnumerable<YamlMappingNode> Maps(YamlNode node, Scope scope)
    {
        if (node is not YamlSequenceNode list || list.Children.Count is 0 or > MostItems)
        {
            scope.Wrong(node, new Fault(FaultKind.TooMany, $"{Name} must be a list; leave the field out if there is nothing in it", MostItems));
            return [];
        }

        foreach (var item in list.Where(i => i is not YamlMappingNode))
        {
            scope.Wrong(item, $"{Name}: each item must have fields of its own, as in `- id: …`");
        }

        return list.OfType<YamlMappingNode>();
    }
}
