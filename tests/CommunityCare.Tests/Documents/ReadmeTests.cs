using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Documents;

/// <summary>The format's description says what the reader does.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.SeedData, "README.md"));
    private static readonly string[] Examples = [.. Example().Matches(Readme).Select(m => m.Groups[1].Value)];
    private static readonly Terminology Words = SeedReader.Read(SeedFolder.Open(Repository.SeedData)).Terminology;

    [Fact]
    public void There_are_five_examples() => Assert.Equal(5, Examples.Length);

    [Fact]
    public void The_example_of_an_organization_and_its_translation_is_read_and_is_in_canonical_form() =>
        AssertCanonical(Formats.Organizations, Sample.Texts(Examples[0], Examples[1]));

    [Fact]
    public void The_example_of_a_kind_of_care_is_read_and_is_in_canonical_form() =>
        AssertCanonical(Formats.CareTypes, Sample.Texts(Examples[2]));

    [Fact]
    public void The_example_of_a_vocabulary_is_read_and_is_in_canonical_form() =>
        AssertCanonical(Formats.Vocabularies, Sample.Texts(Examples[3]));

    [Fact]
    public void The_example_of_synonyms_is_read_and_is_in_canonical_form()
    {
        var scope = new Scope("example", Terminology.None);
        var list = SynonymFormat.Read(Examples[4], scope);

        Assert.Empty(scope.Problems);
        Assert.Equal(Examples[4], list!.Text);
    }

    [Fact]
    public void The_limits_of_synonyms_are_said() => Assert.Contains(
        FormattableString.Invariant($"at most {Synonym.WordLength} characters, a group at most {SynonymFormat.WordLimit} words, and the file at most {SynonymFormat.GroupLimit:N0} groups"),
        Section("Synonyms").ReplaceLineEndings(" "), StringComparison.Ordinal);

    [Theory]
    [InlineData("An organization", typeof(OrganizationFormat))]
    [InlineData("A kind of care", typeof(CareTypeFormat))]
    [InlineData("A vocabulary", typeof(VocabularyFormat))]
    public void A_table_names_every_field_in_its_order(string section, Type format)
    {
        var rows = Row().Matches(Section(section)).Select(m => m.Groups[1].Value);

        Assert.Equal(FieldsOf(format, "Schema"), rows);
    }

    [Theory]
    [InlineData("Services")]
    [InlineData("Phones")]
    [InlineData("Locations")]
    [InlineData("Contacts")]
    [InlineData("Schedules")]
    public void A_paragraph_names_every_field_of_a_part_in_its_order(string part)
    {
        var paragraph = Regex.Match(Readme, $@"\*\*{part}\.\*\*(.*?)\n\n", RegexOptions.Singleline).Groups[1].Value;

        Assert.Equal(FieldsOf(typeof(OrganizationFormat), part), NamesIn(paragraph));
    }

    [Theory]
    [InlineData("An organization", "additional_websites", typeof(OrganizationFormat), "WebLinks")]
    [InlineData("An organization", "verified", typeof(OrganizationFormat), "Verifications")]
    [InlineData("A vocabulary", "terms", typeof(VocabularyFormat), "Terms")]
    public void A_cell_names_every_field_of_a_part_in_its_order(string section, string row, Type format, string part)
    {
        var cell = Row().Matches(Section(section)).First(m => m.Groups[1].Value == row).Groups[2].Value;

        Assert.Equal(FieldsOf(format, part), NamesIn(cell));
    }

    [Fact]
    public void There_is_no_part_that_the_description_leaves_out()
    {
        var parts = typeof(OrganizationFormat).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic).Select(f => f.Name);

        Assert.Equal(["Contacts", "Locations", "Phones", "Schedules", "Schema", "Services", "Verifications", "WebLinks"], parts.Order(StringComparer.Ordinal));
    }

    private static void AssertCanonical<T>(EntryFormat<T> format, EntryText example)
        where T : Entry, new()
    {
        var scopes = new List<Scope>();
        var entry = format.Read("example", example, name =>
        {
            scopes.Add(new Scope(name, Words));
            return scopes[^1];
        });

        Assert.Empty(scopes.SelectMany(s => s.Problems));
        var written = format.Write(entry, withPrivate: false);
        Assert.Equal(example.English, written.English);

        // The translation of the example is wrapped like the description itself; nothing else may differ.
        Assert.Equal(example.Others, written.Others);
    }

    private static string Section(string heading) =>
        Regex.Match(Example().Replace(Readme, ""), $@"^## {heading}$(.*?)(?=^## [A-Z]|\z)", RegexOptions.Singleline | RegexOptions.Multiline).Groups[1].Value;

    // What stands in brackets are values.
    private static IEnumerable<string> NamesIn(string text) =>
        Name().Matches(Regex.Replace(text, @"\([^)]*\)", "")).Select(m => m.Groups[1].Value);

    private static IEnumerable<string> FieldsOf(Type format, string schema)
    {
        var value = format.GetField(schema, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!.GetValue(null)!;
        var fields = (IEnumerable)value.GetType().GetProperty("Fields")!.GetValue(value)!;
        return [.. fields.Cast<object>().Select(f => (string)f.GetType().GetProperty("Name")!.GetValue(f)!)];
    }

    [GeneratedRegex("^```markdown\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex(@"^\| `([a-z_0-9]+)` \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([a-z_0-9]+)(?:: true)?`")]
    private static partial Regex Name();
}
