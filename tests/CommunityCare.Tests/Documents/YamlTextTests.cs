using CommunityCare.Documents;
using YamlDotNet.RepresentationModel;

namespace CommunityCare.Tests.Documents;

public class YamlTextTests
{
    public static TheoryData<string> AwkwardTexts =>
    [
        "", "~", "null", "Null", "no", "Yes", "on", "OFF", "y", "N", "true", "False", "0", "-1", "+1", ".5", "1.", "1e3", "12e-03", "0x1F", "0o17",
        "0b11", "1_000", "12:30", "190:20:30", "2024", "2024-05", "2024-05-17", "2024-05-17T10:00:00Z", ".inf", "-.inf", "+.inf", ".NaN", "94601", "007",
        "-", "- item", "--", "---", "--- a", "...", "?", "? x", ":", ": x", ":x", "a: b", "a:", "a:b", "a :b", "#", "# x", "a # b", "a#b", "a #", "&a", "*a",
        "!", "!tag", "!!str x", "|", "| x", ">", "> x", "%x", "@x", "`x`", "'", "'q'", "it's", "\"", "\"q\"", "say \"so\"", "\\", "C:\\new\\table", "\\n",
        "[", "[x]", "]", "{", "{x}", "}", "{{x}}", ",", "a, b", "=", "<<", "<b>", " leading", "trailing ", "  ", "tab\tin", "\ttab", "line\nbreak",
        "line\r\nbreak", "end\n", "\n", "next\u0085line", "line\u2028separator", "paragraph\u2029separator", "\uFEFFmark", "in\uFEFFside", "null\u0000byte",
        "bell\u0007", "delete\u007f", "no\u00A0break", "\u00A0", "emoji 🪡🧵", "العربية", "Hawaiʻi", "Año «nuevo»", "key: [x", "- a: b", "a: |", "x: &y *z",
        "http://example.org/#a", "a?b", "50% off", "Q&A", "x=y", "x*y", "5 > 4", "a|b", "@home", "home@", "«¿qué?»", "e\u0301",
    ];

    [Theory]
    [MemberData(nameof(AwkwardTexts))]
    public void A_text_is_read_as_it_was_written_wherever_it_stands(string text)
    {
        var front = new YamlMappingNode
        {
            { "value", YamlText.Text(text) },
            { "list", new YamlSequenceNode(YamlText.Text(text), YamlText.Text(text)) },
            { "items", new YamlSequenceNode(new YamlMappingNode { { "first", YamlText.Text(text) }, { "second", YamlText.Text(text) } }) },
            { "map", new YamlMappingNode { { "inner", YamlText.Text(text) } } },
            { "last", YamlText.Text("end") },
        };

        var read = FrontMatter.Parse(YamlText.Write(front, "Body.")).Front;

        Assert.Equal(text, Value(read["value"]));
        Assert.Equal([text, text], ((YamlSequenceNode)read["list"]).Select(Value));
        Assert.Equal([text, text], ((YamlMappingNode)read["items"][0]).Children.Values.Select(Value));
        Assert.Equal(text, Value(read["map"]["inner"]));
        Assert.Equal("end", Value(read["last"]));
    }

    [Theory]
    [MemberData(nameof(AwkwardTexts))]
    public void A_text_takes_one_line(string text) =>
        Assert.Equal(3, YamlText.Write(new YamlMappingNode { { "value", YamlText.Text(text) } }, "").Count(c => c == '\n'));

    [Theory]
    [InlineData("Neighbors' fund")]
    [InlineData("it's open at 5:30 today")]
    [InlineData("Kitchen - and garden")]
    [InlineData("Q&A, 50% off")]
    [InlineData("https://example.org/#part")]
    [InlineData("988 Lifeline")]
    [InlineData("3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11")]
    [InlineData("00255452-011b-4046-b0a3-39f7854da48e")]
    [InlineData("12345678-1234-4321-9a55-000000000000")]
    public void An_ordinary_text_has_no_quotes(string text) =>
        Assert.Equal($"---\nvalue: {text}\n---\n", YamlText.Write(new YamlMappingNode { { "value", YamlText.Text(text) } }, ""));

    [Theory]
    [InlineData("no", "\"no\"")]
    [InlineData("94601", "\"94601\"")]
    [InlineData("a: b", "\"a: b\"")]
    [InlineData("say: \"so\"", "\"say: \\\"so\\\"\"")]
    [InlineData("line\nbreak", "\"line\\nbreak\"")]
    [InlineData("<<", "\"<<\"")]
    [InlineData("0b11", "\"0b11\"")]
    [InlineData("+.inf", "\"+.inf\"")]
    public void A_text_that_means_something_else_to_YAML_has_double_quotes(string text, string written) =>
        Assert.Equal($"---\nvalue: {written}\n---\n", YamlText.Write(new YamlMappingNode { { "value", YamlText.Text(text) } }, ""));

    [Fact]
    public void An_awkward_name_survives_reading_and_writing()
    {
        var (entry, _) = Sample.Read(Sample.Text);
        (entry.Name, entry.AlternateNames) = ("no: \"yes\" # [or]", ["- null", "~"]);

        var (again, problems) = Sample.Read(Sample.Write(entry).English);

        Assert.Empty(problems);
        Assert.Equal((entry.Name, "- null", "~"), (again.Name, again.AlternateNames[0], again.AlternateNames[1]));
    }

    private static string? Value(YamlNode node) => ((YamlScalarNode)node).Value;
}
