using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>A single thing that has fields of its own.</summary>
internal sealed class ObjectField<T, TPart>(string name, Func<T, TPart?> get, Action<T, TPart> set, Schema<TPart> schema) : Field<T>(name)
    where TPart : class, new()
{
    public override FieldShape Shape => new(Name, FieldKind.Part) { Required = Required, Fields = schema.Shapes };

    public override void Read(T target, YamlNode node, Scope scope)
    {
        if (node is not YamlMappingNode map)
        {
            scope.Wrong(node, $"{Name} must have fields of its own: {string.Join(", ", schema.Fields.Select(f => f.Name))}");
            return;
        }

        var part = new TPart();
        schema.Read(part, map, scope);
        set(target, part);
    }

    public override YamlNode? Write(T source, Scope scope) => get(source) is { } part ? schema.Write(part, scope) : null;
}
