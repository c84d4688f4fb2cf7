using CommunityCare.Documents;
using CommunityCare.Editing;

namespace CommunityCare.Tests.Documents;

/// <summary>What became of one text of an entry in another.</summary>
public sealed class DifferencesTests
{
    private const string PhoneId = "0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01";
    private const string ServiceId = "5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31";

    private const string Second = """
          - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d02
            number: 555-010-0200
            type: text

        """;

    [Fact]
    public void The_same_text_has_no_differences() => Assert.Empty(Between(Sample.Text, Sample.Text));

    [Fact]
    public void A_changed_a_new_and_a_missing_field_are_told_in_the_order_of_the_document() => Assert.Equal(
        [
            "name: Example Care Collective > Another name",
            "email:  > hello@care.example.org",
            $"phones/{PhoneId}/number: 555-010-0199 > 555-010-0100",
            "terms/kind: peer-support\nmutual-aid > mutual-aid",
            $"services/{ServiceId}/description: Talk with people who have been there. > ",
            "text: Neighbors sit with one another. > Neighbors sit together.",
        ],
        Between(Sample.Text, Sample.Text
            .Replace("name: Example Care Collective", "name: Another name", StringComparison.Ordinal)
            .Replace("phones:\n", "email: hello@care.example.org\nphones:\n", StringComparison.Ordinal)
            .Replace("555-010-0199", "555-010-0100", StringComparison.Ordinal)
            .Replace("[peer-support, mutual-aid]", "[mutual-aid]", StringComparison.Ordinal)
            .Replace("    description: Talk with people who have been there.\n", "", StringComparison.Ordinal)
            .Replace("with one another", "together", StringComparison.Ordinal)));

    [Fact]
    public void A_part_that_came_is_one_difference_or_one_for_each_of_its_fields()
    {
        var more = Sample.With("locations:\n", Second + "locations:\n");

        Assert.Equal(["phones/0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d02:  > number: 555-010-0200\ntype: text"], Between(Sample.Text, more));
        Assert.Equal(
            [("phones/2/number", null, "555-010-0200"), ("phones/2/type", null, "text")],
            Differences.FieldByField(Sample.Texts(Sample.Text), Sample.Texts(more)).Select(d => (d.Place, d.Before, d.After)));
        Assert.Equal(
            [("phones/2/number", "555-010-0200", null), ("phones/2/type", "text", null)],
            Differences.FieldByField(Sample.Texts(more), Sample.Texts(Sample.Text)).Select(d => (d.Place, d.Before, (string?)d.After)));
    }

    [Fact]
    public void Another_order_is_told_once()
    {
        var first = Sample.With("  - id: " + PhoneId, Second + "  - id: " + PhoneId);
        var last = Sample.With("locations:\n", Second + "locations:\n");

        Assert.Equal(["phones: 555-010-0200\n555-010-0199 > 555-010-0199\n555-010-0200"], Between(first, last));
    }

    [Fact]
    public void Translations_follow_with_their_language()
    {
        var differences = Differences.Between(Sample.Texts(Sample.Text), Sample.Texts(Sample.Text, Sample.Spanish));

        Assert.Equal(["es:services", "es:text"], differences.Select(d => d.Path));
        Assert.Equal(["es:services/1/name", "es:text"], Differences.FieldByField(Sample.Texts(Sample.Text), Sample.Texts(Sample.Text, Sample.Spanish)).Select(d => d.Place));
    }

    [Theory]
    [InlineData("phones/0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01/number", "phones/1/number")]
    [InlineData("es:services/5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31/name", "es:services/1/name")]
    [InlineData("phones/gone/number", "phones/gone/number")]
    [InlineData("fr:text", "fr:text")]
    [InlineData("terms/kind", "terms/kind")]
    [InlineData("", "")]
    public void A_place_has_numbers_that_people_can_count(string path, string place) =>
        Assert.Equal(place, Differences.PlaceOf(Sample.Texts(Sample.Text, Sample.Spanish), path));

    [Fact]
    public void A_text_without_fields_is_compared_as_a_whole() => Assert.Equal(
        ["text: # Synonyms\n\n- a = b > # Synonyms\n\n- a = c"],
        Between("# Synonyms\n\n- a = b\n", "# Synonyms\n\n- a = c\n"));

    private static IEnumerable<string> Between(string before, string after) =>
        Differences.Between(Sample.Texts(before), Sample.Texts(after)).Select(d => $"{d.Path}: {Plain(d.Before)} > {Plain(d.After)}");

    private static string Plain(string? value) => string.Join('\n', Choice.Lines(value));
}
