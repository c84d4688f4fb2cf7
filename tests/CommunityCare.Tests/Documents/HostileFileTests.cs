using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Documents;

/// <summary>Whatever a file holds, reading it ends, and in nothing worse than a problem.</summary>
public class HostileFileTests
{
    public static TheoryData<string, string> Files => new()
    {
        { "aliases", "---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" },
        { "an anchor", "---\nname: &n Example\n---\n" },
        { "deep lists", $"---\nname: {new string('[', 10_000)}\n---\n" },
        { "deep closed lists", $"---\nname: {new string('[', 10_000)}{new string(']', 10_000)}\n---\n" },
        { "deep maps", $"---\nname: {string.Concat(Enumerable.Repeat("{a: ", 10_000))}\n---\n" },
        { "deep dashes", $"---\n{string.Concat(Enumerable.Repeat("- ", 10_000))}x\n---\n" },
        { "deep indentation", "---\n" + string.Concat(Enumerable.Range(0, 600).Select(i => new string(' ', i) + "a:\n")) + "---\n" },
        { "tabs", "---\nname:\tExample\n\tstatus: active\n---\n" },
        { "a key twice", "---\nname: One\nname: Two\n---\n" },
        { "a key that is a list", "---\n? [a, b]\n: c\n---\n" },
        { "a key that is a map", "---\n? {a: b}\n: c\n---\n" },
        { "an empty key", "---\n: x\n---\n" },
        { "too long a file", "---\nname: " + new string('x', 400_000) + "\n---\n" },
        { "too long a list", $"---\nalternate_names: [{string.Join(", ", Enumerable.Range(0, 1_000))}]\n---\n" },
        { "binary", "\u0000\u0001\u0002PNG\r\n\u001a\u0000\uFFFD\uFFFD" },
        { "binary fields", "---\nname: \u0000\u0001\u0007\n---\n" },
        { "no end", "---\nname: Example\n" },
        { "only a fence", "---" },
        { "nothing", "" },
        { "two documents", "---\nname: a\n...\nname: b\n---\n" },
        { "a list for fields", "---\n- a\n- b\n---\n" },
        { "a text for fields", "---\njust words\n---\n" },
        { "a directive", "---\n%YAML 9.9\n---\n" },
        { "a tag", "---\nname: !!python/object:os.system x\n---\n" },
        { "an unknown escape", "---\nname: \"\\q\"\n---\n" },
        { "an open quote", "---\nname: \"open\n---\n" },
        { "half a surrogate", "---\nname: \"\\uD800\"\n---\n" },
        { "what the parser itself stumbles over", "---\nname: [--\n-\n---\n" },
        { "a comment that it stumbles over", "---\nname: #-\n :\n---\n" },
        { "a merge key", "---\n<<: {name: x}\n---\n" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_reported_with_a_line_of_the_file(string what, string text)
    {
        var problems = Sample.ProblemsOf(text);

        Assert.NotEmpty(problems);
        Assert.All(problems, p => Assert.InRange(int.Parse(p.Split(':')[1], null), 1, text.Split('\n').Length));
        Assert.All(problems, p => Assert.DoesNotContain('\n', p));
        Assert.NotNull(what);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void It_is_reported_in_a_translation_too(string what, string text)
    {
        var problems = Sample.ProblemsOf(Sample.Text, text);

        Assert.All(problems, p => Assert.StartsWith("example.es.md:", p, StringComparison.Ordinal));
        Assert.NotEmpty(problems);
        Assert.NotNull(what);
    }

    [Theory]
    [InlineData("anchors and aliases (& and *) cannot be used", "---\nname: &n Example\n---\n")]
    [InlineData("the fields are nested too deeply", "---\nname: [[[[[[[[[[[[[[x]]]]]]]]]]]]]]\n---\n")]
    [InlineData("tags (!) cannot be used; put a text that begins with ! in quotes", "---\nname: !!python/object:os.system x\n---\n")]
    [InlineData("there is a character that cannot be seen; type the line anew", "---\nname: A\u0001B\n---\n")]
    [InlineData("the file is not UTF-8 text; save it as UTF-8", "---\nname: Jos\uFFFD\n---\n")]
    [InlineData("the fields must be lines of `name: value`", "---\n- a\n---\n")]
    public void The_reason_is_said(string reason, string text) =>
        Assert.Contains(Sample.ProblemsOf(text), p => p.EndsWith(reason, StringComparison.Ordinal));

    [Fact]
    public void A_mark_of_byte_order_and_line_ends_of_Windows_are_accepted()
    {
        var (entry, problems) = Sample.Read("\uFEFF" + Sample.Text.ReplaceLineEndings("\r\n"), "\uFEFF" + Sample.Spanish.ReplaceLineEndings("\r\n"));

        Assert.Empty(problems);
        Assert.Equal(Sample.Texts(Sample.Text, Sample.Spanish), Sample.Write(entry));
    }

    [Fact]
    public void An_id_that_stands_twice_does_not_end_the_reading_of_its_translation()
    {
        var twice = Sample.With("---\nNeighbors", "  - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31\n    name: Again\n---\nNeighbors");

        Assert.Empty(Sample.ProblemsOf(twice, Sample.Spanish));
    }

    [Fact]
    public void Files_with_slips_of_the_keyboard_never_end_the_reading()
    {
        var random = new Random(20261122);
        var files = SeedFolder.Open(Repository.SeedData).Files.Where(f => f.Folder == Formats.Organizations.Folder).ToList();
        const string Slips = "-:[]{}#&*!|>'\"%@`,? \n\t\\~=0x\u0000\u2028";
        for (var i = 0; i < 2_000; i++)
        {
            var text = files[i % files.Count].Text.English.ToCharArray().ToList();
            for (var slip = random.Next(1, 4); slip > 0; slip--)
            {
                var at = random.Next(text.Count / 2);
                text.RemoveRange(at, random.Next(0, 3));
                text.Insert(at, Slips[random.Next(Slips.Length)]);
            }

            var (entry, problems) = Sample.Read(string.Concat(text));
            if (problems.Count == 0)
            {
                Sample.Write(entry);
            }
        }
    }
}
