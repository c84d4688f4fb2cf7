using CommunityCare.Catalog;
using CommunityCare.Seeding;
using Markdig.Syntax;

namespace CommunityCare.Checking;

/// <summary>Everything that editors wrote for readers: the texts of all files, in all languages, with their lines.</summary>
internal sealed class Prose
{
    private static readonly HashSet<string> Fields =
    [
        "name", "short_name", "summary", "description", "status_note", "notice", "service_area", "eligibility_description", "fees_description",
        "application_process", "accessibility", "transportation", "title", "label", "meaning", "words", "alternate_names",
    ];

    private readonly ILookup<string, Passage> _byEntry;

    private Prose(IEnumerable<Passage> all)
    {
        All = [.. all];
        _byEntry = All.ToLookup(passage => passage.Entry.Name);
    }

    public IReadOnlyList<Passage> All { get; }

    public static Prose Of(SeedReading reading) => new(CheckedFile.AllOf(reading).SelectMany(Of));

    /// <summary>The texts of one entry, in all languages.</summary>
    public IEnumerable<Passage> Of(Read<Organization> read) => _byEntry[read.File.Name];

    /// <summary>What an organization is called, in all languages.</summary>
    public IEnumerable<string> NamesOf(Read<Organization> read) =>
        Of(read).Where(passage => passage.Path == "name" || passage.Field == "alternate_names").Select(passage => passage.Text);

    private static IEnumerable<Passage> Of(SeedFile entry) => CheckedFile.AllLanguages(entry).SelectMany(file =>
    {
        var language = file.Name == entry.Name ? LocalText.English : file.Name.Split('.')[^2];
        var fields = file.Values()
            .Select(value => (value, field: value.Path.Last(step => !char.IsAsciiDigit(step[0]))))
            .Where(found => Fields.Contains(found.field))
            .Select(found => new Passage(
                entry, file.Name, language, string.Join('/', found.value.Path), found.field, found.value.Text, found.value.Line));
        var blocks = file.Document?.Descendants<LeafBlock>().Where(block => block.Inline is not null) ?? [];
        return fields.Concat(blocks.Select(block =>
            new Passage(entry, file.Name, language, Passage.Body, Passage.Body, MarkdownText.Text(block, "\n"), file.LineOf(block))));
    });
}

/// <summary>One text: the value of a field, or a paragraph or heading of the Markdown.</summary>
/// <param name="Entry">Whose text it is.</param>
/// <param name="File">The file in which it stands, which may be a translation.</param>
/// <param name="Language">Of the file.</param>
/// <param name="Path">The fields and numbers that lead to it, as in <c>services/0/name</c>.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Text">As it was written, with a line feed where a line of the file ends.</param>
/// <param name="FirstLine">Where it starts.</param>
internal sealed record Passage(SeedFile Entry, string File, string Language, string Path, string Field, string Text, int FirstLine)
{
    /// <summary>The field of what stands below the front matter: the summary of an organization, the text of a guide.</summary>
    public const string Body = "body";

    public bool IsOfService => Path.StartsWith("services/", StringComparison.Ordinal);

    /// <summary>Names, other names and search words: what a thing is called, and not what is said of it.</summary>
    public bool IsName => Field is "name" or "short_name" or "alternate_names" or "words" or "title" or "label";

    public int LineAt(int index) => FirstLine + Text.AsSpan(0, index).Count('\n');
}
