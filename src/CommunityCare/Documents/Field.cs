using CommunityCare.Catalog;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Documents;

/// <summary>One named value of a document: how it is read, checked and written, in English and in translation.</summary>
internal abstract class Field<T>(string name)
{
    public string Name { get; } = name;

    public bool Required { get; init; }

    /// <summary>Whether it may stand in a file such as <c>NAME.es.md</c>.</summary>
    public bool Translatable { get; init; }

    /// <summary>For forms.</summary>
    public abstract FieldShape Shape { get; }

    public abstract void Read(T target, YamlNode node, Scope scope);

    /// <summary>Null when there is nothing to say; such a field is left out.</summary>
    public abstract YamlNode? Write(T source, Scope scope);

    public virtual void ReadTranslation(T target, YamlNode node, string language, Scope scope) =>
        throw new NotSupportedException(Name);

    public virtual YamlNode? WriteTranslation(T source, string language, Scope scope) => null;
}

/// <summary>A value that is one word or one line.</summary>
/// <param name="name">The field's name in the file.</param>
/// <param name="get">The value as it is written, or null.</param>
/// <param name="set">Takes the value over; returns what is wrong with it, or null.</param>
internal sealed class ScalarField<T>(string name, Func<T, string?> get, Func<T, string, Fault?> set) : Field<T>(name)
{
    /// <summary>Texts may need quotes; numbers, dates and chosen words never do.</summary>
    public bool IsText { get; init; }

    public IReadOnlyCollection<string> Choices { get; init; } = [];

    /// <summary>In characters; a translation may be as long as the English text.</summary>
    public int Length { get; init; } = int.MaxValue;

    /// <summary>Set where the field can be translated.</summary>
    public Func<T, List<Translation>>? Translations { get; init; }

    public override FieldShape Shape => new(Name, Choices.Count == 0 ? FieldKind.Line : Choices.Contains("true") ? FieldKind.Flag : FieldKind.Choice)
    {
        Length = Length == int.MaxValue ? null : Length,
        Choices = Choices,
        Required = Required,
        Translatable = Translatable,
        IsText = IsText,
    };

    public override void Read(T target, YamlNode node, Scope scope)
    {
        if (Line(node, scope) is not { } text)
        {
            return;
        }

        if (Choices.Count > 0 && !Choices.Contains(text))
        {
            scope.Unknown(node, FaultKind.UnknownChoice, Name, text, Choices);
        }
        else if (set(target, text) is { } wrong)
        {
            scope.Wrong(node, wrong.In(Name));
        }
    }

    public override YamlNode? Write(T source, Scope scope) => get(source) is { } text ? Node(text) : null;

    public override void ReadTranslation(T target, YamlNode node, string language, Scope scope)
    {
        if (Line(node, scope) is not { } text)
        {
            return;
        }

        if (Make<T>.TooLong(text, Length) is { } wrong)
        {
            scope.Wrong(node, wrong.In(Name));
        }
        else
        {
            Translations!(target).Add(new(language, Name, text));
        }
    }

    public override YamlNode? WriteTranslation(T source, string language, Scope scope) =>
        Translations?.Invoke(source).Find(t => t.Language == language && t.Field == Name) is { } found ? Node(found.Text) : null;

    private YamlScalarNode Node(string text) => IsText ? YamlText.Text(text) : YamlText.Value(text);

    private string? Line(YamlNode node, Scope scope)
    {
        if (node is YamlScalarNode { Value: { } value } && !string.IsNullOrWhiteSpace(value))
        {
            return value.Trim();
        }

        scope.Wrong(node, new Fault(FaultKind.OneLine, $"{Name} must be a value on one line; leave the field out if there is none"));
        return null;
    }
}

/// <summary>A list of words or lines.</summary>
internal sealed class ListField<T>(string name, Func<T, List<string>> get, Func<string, Fault?> check) : Field<T>(name)
{
    /// <summary>Whether it is written on one line, as slugs are.</summary>
    public bool Inline { get; init; }

    public Func<T, List<Translation>>? Translations { get; init; }

    public override FieldShape Shape => new(Name, Inline ? FieldKind.Slugs : FieldKind.Lines) { Required = Required, Translatable = Translatable, IsText = true };

    public override void Read(T target, YamlNode node, Scope scope) => get(target).AddRange(Items(node, scope));

    public override YamlNode? Write(T source, Scope scope) => Node(get(source));

    public override void ReadTranslation(T target, YamlNode node, string language, Scope scope) =>
        Translations!(target).Add(new(language, Name, string.Join('\n', Items(node, scope))));

    public override YamlNode? WriteTranslation(T source, string language, Scope scope) =>
        Translations?.Invoke(source).Find(t => t.Language == language && t.Field == Name) is { } found ? Node(found.Text.Split('\n')) : null;

    private YamlSequenceNode? Node(IReadOnlyCollection<string> items) => items.Count == 0 ? null
        : new YamlSequenceNode(items.Select(YamlText.Text)) { Style = Inline ? SequenceStyle.Flow : SequenceStyle.Block };

    private IEnumerable<string> Items(YamlNode node, Scope scope)
    {
        if (node is not YamlSequenceNode list || list.Children.Count is 0 or > Organization.ListLength)
        {
            scope.Wrong(node, new Fault(
                FaultKind.TooMany, $"{Name} must be a list of 1 to {Organization.ListLength} values; leave the field out if there is none", Organization.ListLength));
            yield break;
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in list)
        {
            var text = (item as YamlScalarNode)?.Value?.Trim();
            var wrong = string.IsNullOrEmpty(text) || text.Contains('\n', StringComparison.Ordinal) ? new(FaultKind.OneLine, "must be a value on one line")
                : !seen.Add(text) ? new(FaultKind.Twice, $"`{text}` stands twice", text) : check(text);
            if (wrong is not null)
            {
                // Beside a list it has to be said which line is meant.
                scope.Wrong(item, (wrong.Kind == FaultKind.TooLong ? wrong with { Kind = FaultKind.LineTooLong } : wrong).In(Name));
            }
            else
            {
                yield return text!;
            }
        }
    }
}
