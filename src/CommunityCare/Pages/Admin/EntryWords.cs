using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Pages.Admin;

/// <summary>
/// Says what the fields of an entry are called and what stands in them, in the words of the page and not of the file. It is
/// for reading alone: what is sent back stays as it is written.
/// </summary>
/// <param name="text">The interface's words.</param>
/// <param name="terminology">The words that can be chosen.</param>
/// <param name="shapes">All fields of such an entry.</param>
internal sealed class EntryWords(IStringLocalizer<Text> text, Terminology terminology, IReadOnlyList<FieldShape> shapes)
{
    private const string Hour = "services_schedules";

    /// <param name="path">As in <see cref="FieldNames.Of"/>.</param>
    public string Label(string path) => path == EntryFormPage.Why ? text["Edit_Why"] : At(path) is { Shape.Kind: FieldKind.Terms, Vocabulary: { } vocabulary }
        ? $"{FieldNames.Of(path[..path.LastIndexOf('/')], text)}{FieldNames.Between}{NameOf(vocabulary)}"
        : FieldNames.Of(path, text);

    /// <summary>Whether it is a text of somebody's own: what is chosen from a few words cannot be written anew.</summary>
    public bool IsWritten(string path) => At(path).Shape?.Kind is not (FieldKind.Choice or FieldKind.Flag);

    /// <param name="path">Of the field, or of an item with all its fields.</param>
    /// <param name="value">As <see cref="ThreeWay.At"/> gives it.</param>
    /// <remarks>Where an entry leaves out what is chosen from a few words, it means the first of them. Parts may be missing as a whole.</remarks>
    public IReadOnlyList<string> Lines(string path, string? value) => value is not null ? [.. Lines(ThreeWay.Parsed(value), At(path))]
        : At(path) is { Shape: { Kind: FieldKind.Choice } shape } choice && !path.Contains('/', StringComparison.Ordinal) ? [Word(shape.Choices.First(), choice)]
        : [];

    private IEnumerable<string> Lines(YamlNode node, Field field) => (node, field.Shape?.Kind) switch
    {
        (YamlScalarNode scalar, _) => Word(scalar.Value ?? "", field).Split('\n'),
        (YamlSequenceNode list, FieldKind.Items) => list.Select(item => string.Join("; ", Lines(item, field))),
        (YamlSequenceNode list, _) => list.SelectMany(item => Lines(item, field)),
        (YamlMappingNode terms, FieldKind.Terms) => terms.Select(v => $"{NameOf($"{v.Key}")}: {Joined(v.Value, field with { Vocabulary = $"{v.Key}" })}"),
        (YamlMappingNode hours, _) when field.Name == Hour && OrganizationFormat.ScheduleOf(hours) is { } schedule => [InWords(schedule)],
        (YamlMappingNode part, _) => part.Where(f => f.Key is not YamlScalarNode { Value: "id" }).SelectMany(f => Labelled(f.Value, field.In($"{f.Key}"))),
        _ => [],
    };

    private IEnumerable<string> Labelled(YamlNode node, Field field) => field.Shape?.Kind switch
    {
        FieldKind.Terms => Lines(node, field),
        FieldKind.Slugs or FieldKind.Lines => [$"{FieldNames.Label(field.Name, text)}: {Joined(node, field)}"],
        _ => Lines(node, field).Select(line => $"{FieldNames.Label(field.Name, text)}: {line}"),
    };

    private string Joined(YamlNode node, Field field) => string.Join(", ", Lines(node, field));

    private string Word(string word, Field field) => field.Shape switch
    {
        { Kind: FieldKind.Terms } => Term(field.Vocabulary ?? "", word),
        { Kind: FieldKind.Slugs } => Term(Vocabulary.Language, word),
        { Kind: FieldKind.Choice, Name: var name } => FieldNames.Choice(name, word, text),
        { Kind: FieldKind.Flag } => word == "true" ? text["Flag_Yes"] : text["Flag_No"],
        // A year alone is said as it is written.
        { Kind: FieldKind.Line, IsText: false } when word.Contains('-', StringComparison.Ordinal) && PartialDate.TryParse(word, out var date) => Hours.InWords(date),
        _ => word,
    };

    private string Term(string vocabulary, string slug) => terminology.Find(vocabulary, slug)?.LocalName().Text ?? slug;

    private string NameOf(string vocabulary) => terminology.Vocabularies.FirstOrDefault(v => v.Slug == vocabulary)?.LocalName().Text ?? vocabulary;

    private string InWords(Schedule schedule)
    {
        string?[] parts =
        [
            schedule.Kind == ScheduleKind.Event ? FieldNames.Choice("kind", nameof(ScheduleKind.Event), text) : null,
            Hours.Of(schedule, text),
            schedule.Description,
            schedule.Group is null ? null : $"{FieldNames.Label(Hour + "_group", text)}: {schedule.Group}",
        ];
        return string.Join(FieldNames.Between, parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private Field At(string path)
    {
        var field = new Field(null, "", null, shapes);
        foreach (var step in path[(path.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/'))
        {
            field = field.Shape?.Kind == FieldKind.Terms ? field with { Vocabulary = step }
                : field.Fields.Any(f => f.Name == step) || field.Shape?.Kind != FieldKind.Items ? field.In(step)
                : field;
        }

        return field;
    }

    /// <param name="Shape">What it is; null if there is no such field.</param>
    /// <param name="Name">As in <see cref="FieldNames.Label"/>.</param>
    /// <param name="Vocabulary">Of terms, whose they are.</param>
    /// <param name="Fields">What stands in it.</param>
    private sealed record Field(FieldShape? Shape, string Name, string? Vocabulary, IReadOnlyList<FieldShape> Fields)
    {
        public Field In(string name)
        {
            var shape = Fields.FirstOrDefault(f => f.Name == name);
            return new(shape, Name.Length == 0 ? name : $"{Name}_{name}", null, shape?.Fields ?? []);
        }
    }
}
