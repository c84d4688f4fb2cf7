using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>The UUID of an entry or of one of its parts. It can be given by the machine, never changed.</summary>
internal sealed class IdField<T> : Field<T>
{
    private readonly Func<T, Guid> _get;
    private readonly Action<T, Guid> _set;

    public IdField(Func<T, Guid> get, Action<T, Guid> set)
        : base("id")
    {
        (_get, _set) = (get, set);
        Required = true;
    }

    public override FieldShape Shape => new(Name, FieldKind.Id) { Required = true, IsText = true };

    public void Give(T target) => _set(target, Guid.NewGuid());

    public override void Read(T target, YamlNode node, Scope scope)
    {
        if (Guid.TryParseExact((node as YamlScalarNode)?.Value, "D", out var id) && id != Guid.Empty)
        {
            _set(target, id);
        }
        else
        {
            scope.Wrong(node, new Fault(
                FaultKind.WrongId, "id must be a UUID such as 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11 (leave it out and `check --fix` writes one)"));
        }
    }

    // A UUID may start with digits and an e, which YAML reads as a number: never left to chance.
    public override YamlNode? Write(T source, Scope scope) => YamlText.Text(_get(source).ToString("D"));
}
