using System.Text;
using CommunityCare.Checking;
using CommunityCare.Tests.Documents;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Checking;

public sealed class SynonymTests : IDisposable
{
    private const string File = "synonyms.md";

    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_good_file_is_counted_and_nothing_is_said_of_it()
    {
        _folder.Write(File, "# Synonyms\n\n- english = Grupo por la tarde\n- buddies > good circle, Neighbors who have lived through hard times\n");

        var (exit, output) = _folder.Check();

        Assert.Equal(0, exit);
        Assert.Empty(_folder.Problems());
        Assert.Contains("  Files, by language: en 3, es 2\n  Synonyms: 2 groups, 4 pairs of words\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_line_is_an_error()
    {
        _folder.Write(File, "- buddies > good circle\n- spanish\n");

        Assert.StartsWith("synonyms.md:2: has no sign", _folder.TheError(), StringComparison.Ordinal);
        Assert.Equal(1, _folder.Check().Exit);
    }

    [Theory]
    [InlineData("- buddies > good circle, squares")]
    [InlineData("- good circle = squares")]
    [InlineData("- buddies > times. The squares")]
    [InlineData("- buddies > circ")]
    [InlineData("- buddies > good neighbors")]
    [InlineData("- buddies > 555 010 0199")]
    public void A_word_that_stands_nowhere_is_a_warning(string line)
    {
        _folder.Write(File, line + "\n");

        Assert.Matches("^synonyms.md:1: warning: `.*` stands in no organization and in none of its terms: whoever is led there finds nothing$", _folder.TheProblem());
        Assert.Equal(0, _folder.Check().Exit);
    }

    [Fact]
    public void A_term_of_nobody_and_an_organization_that_is_not_listed_are_nowhere()
    {
        _folder.Write(File, "- castellano > unused\n- old > Closed Circle\n");
        _folder.With(CuratedFolder.Language, "    name: Spanish\n", "    name: Spanish\n  - id: 9a8b6a0e-52f5-4f6f-8d55-0b6d9d0e7c11\n    slug: unused\n    name: Unused\n")
            .WithAnother("closed-circle", "Closed Circle").With("organizations/closed-circle.md", "status: active", "status: closed");

        Assert.Equal(["1", "2"], _folder.Problems().Where(p => p.StartsWith(File, StringComparison.Ordinal)).Select(p => p.Split(':')[1]));
    }

    [Fact]
    public void Another_form_is_told_and_fixed()
    {
        _folder.Write(File, "# Synonyms\n\n-buddies>good circle\n");
        Assert.Equal("synonyms.md:3: is not in canonical form (`check --fix` rewrites it)", _folder.TheProblem());

        var (exit, output) = _folder.Check(fix: true);

        Assert.Equal(0, exit);
        Assert.StartsWith("Rewritten:\n  synonyms.md: put into canonical form\n\n", output, StringComparison.Ordinal);
        Assert.Equal("# Synonyms\n\n- buddies > good circle\n", _folder.Read(File));
    }

    [Theory]
    [InlineData("-buddies>good circle\n- spanish\n")]
    [InlineData("-buddies>good circle\nand more\n")]
    public void A_file_with_an_error_is_left_as_it_is(string text)
    {
        _folder.Write(File, text);

        Assert.Equal(1, _folder.Check(fix: true).Exit);

        Assert.Equal(text, _folder.Read(File));
    }

    [Fact]
    public void A_file_in_another_encoding_keeps_its_letters()
    {
        byte[] bytes = [.. Encoding.Latin1.GetBytes("-línea > good circle\n")];
        System.IO.File.WriteAllBytes(_folder.PathOf(File), bytes);

        Assert.Equal("synonyms.md:1: the file is not UTF-8 text; save it as UTF-8", _folder.TheError());
        _folder.Check(fix: true);

        Assert.Equal(bytes, System.IO.File.ReadAllBytes(_folder.PathOf(File)));
    }

    [Fact]
    public void Every_synonym_of_the_site_leads_to_an_organization()
    {
        var output = new StringWriter();
        Checker.Run(Repository.SeedData, fix: false, DateOnly.MaxValue, output);

        var report = output.ToString().ReplaceLineEndings("\n").Split('\n');

        Assert.DoesNotContain(report, line => line.StartsWith(File, StringComparison.Ordinal));
        Assert.Single(report, line => line.StartsWith("  Synonyms: ", StringComparison.Ordinal));
    }
}
