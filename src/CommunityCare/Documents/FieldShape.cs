namespace CommunityCare.Documents;

/// <summary>What a field of a document looks like to a form: enough to show it and to take it back.</summary>
/// <param name="Name">As in the file.</param>
/// <param name="Kind">How it is filled in.</param>
public sealed record FieldShape(string Name, FieldKind Kind)
{
    /// <summary>In characters; null where the field's own rule says more.</summary>
    public int? Length { get; init; }

    /// <summary>The words that can be chosen; the first is the one that need not be written.</summary>
    public IReadOnlyCollection<string> Choices { get; init; } = [];

    public bool Required { get; init; }

    public bool Translatable { get; init; }

    /// <summary>Whether YAML may have to quote it.</summary>
    public bool IsText { get; init; }

    /// <summary>The fields of each item, or of the one part.</summary>
    public IReadOnlyList<FieldShape> Fields { get; init; } = [];

    /// <summary>The field of an item by which a translation says which one it means.</summary>
    public string? Key { get; init; }

    /// <summary>Whether its items are known by ids, and not by where they stand.</summary>
    public bool HasIds => Fields.Any(f => f.Kind == FieldKind.Id);
}

public enum FieldKind
{
    Id,
    Line,

    /// <summary>One of <see cref="FieldShape.Choices"/>.</summary>
    Choice,
    Flag,

    /// <summary>A list of lines.</summary>
    Lines,

    /// <summary>A list of slugs.</summary>
    Slugs,

    /// <summary>For each vocabulary some of its terms.</summary>
    Terms,

    /// <summary>A list of things that have fields.</summary>
    Items,

    /// <summary>One thing that has fields.</summary>
    Part,

    /// <summary>The Markdown below the fields.</summary>
    Markdown,
}
