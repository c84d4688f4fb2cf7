using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>The fields of a thing, in the order in which they are written.</summary>
internal sealed class Schema<T>(params Field<T>[] fields)
{
    /// <summary>Whether a field of a thing must not leave the database: hidden places, private contacts.</summary>
    public Func<T, string, bool> Hides { get; init; } = (_, _) => false;

    /// <summary>What is wrong with fields that are good by themselves; null when nothing is.</summary>
    public Func<T, Fault?> Amiss { get; init; } = _ => null;

    public IReadOnlyList<Field<T>> Fields { get; } = fields;

    public IReadOnlyList<FieldShape> Shapes => [.. Fields.Select(f => f.Shape)];

    public void Read(T target, YamlMappingNode map, Scope scope)
    {
        var present = Match(map, Fields, scope);
        foreach (var (field, node) in present)
        {
            field.Read(target, node, scope);
        }

        foreach (var field in Fields.Where(f => f.Required && present.All(p => p.Field != f)))
        {
            if (field is IdField<T> id && scope.GiveIds)
            {
                id.Give(target);
            }
            else if (!Hides(target, field.Name))
            {
                var kind = field.Shape.Kind is FieldKind.Items or FieldKind.Lines ? FaultKind.MissingItem : FaultKind.Missing;
                scope.Wrong(map, new Fault(kind, field.Name == "id" ? "id is missing (`check --fix` writes a new one)" : $"{field.Name} is missing", field.Name));
            }
        }

        foreach (var (field, node) in present)
        {
            RefuseHidden(target, field, node, scope);
        }

        if (Amiss(target) is { } amiss)
        {
            scope.Wrong(map, amiss);
        }
    }

    public YamlMappingNode Write(T source, Scope scope)
    {
        var map = new YamlMappingNode();
        foreach (var field in Fields)
        {
            if ((scope.WithPrivate || !Hides(source, field.Name)) && field.Write(source, scope) is { } node)
            {
                map.Add(field.Name, node);
            }
        }

        return map;
    }

    /// <param name="target">What is translated.</param>
    /// <param name="map">The fields of the file such as <c>NAME.es.md</c>.</param>
    /// <param name="key">A field that only says which item of a list is meant.</param>
    /// <param name="language">The file's language.</param>
    /// <param name="scope">Where problems go.</param>
    public void ReadTranslation(T target, YamlMappingNode map, string? key, string language, Scope scope)
    {
        foreach (var (field, node) in Match(map, [.. Fields.Where(f => f.Translatable || f.Name == key)], scope).Where(p => p.Field.Name != key))
        {
            field.ReadTranslation(target, node, language, scope);
            RefuseHidden(target, field, node, scope);
        }
    }

    /// <returns>Null when nothing is translated.</returns>
    public YamlMappingNode? WriteTranslation(T source, string? key, string language, Scope scope)
    {
        var map = new YamlMappingNode();
        foreach (var field in Fields.Where(f => f.Translatable && (scope.WithPrivate || !Hides(source, f.Name))))
        {
            if (field.WriteTranslation(source, language, scope) is { } node)
            {
                map.Add(field.Name, node);
            }
        }

        if (map.Children.Count == 0 || key is null)
        {
            return map.Children.Count == 0 ? null : map;
        }

        var keyed = new YamlMappingNode { { key, Fields.First(f => f.Name == key).Write(source, scope)! } };
        foreach (var (name, node) in map.Children)
        {
            keyed.Add(name, node);
        }

        return keyed;
    }

    private void RefuseHidden(T target, Field<T> field, YamlNode node, Scope scope)
    {
        if (!scope.WithPrivate && Hides(target, field.Name))
        {
            scope.Wrong(node, $"{field.Name} is hidden by the entry itself and must not stand in a file; keep it in the database");
        }
    }

    private static List<(Field<T> Field, YamlNode Node)> Match(YamlMappingNode map, IReadOnlyList<Field<T>> fields, Scope scope)
    {
        var present = new List<(Field<T>, YamlNode)>();
        foreach (var (key, node) in map.Children)
        {
            var name = (key as YamlScalarNode)?.Value ?? "";
            if (fields.FirstOrDefault(f => f.Name == name) is { } field)
            {
                present.Add((field, node));
            }
            else
            {
                scope.Unknown(key, FaultKind.UnknownField, "the field", name, [.. fields.Select(f => f.Name)]);
            }
        }

        return present;
    }
}
