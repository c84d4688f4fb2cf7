using CommunityCare.Checking;
using CommunityCare.Tests.Documents;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Checking;

public sealed class CheckerTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_curated_files_of_the_site_have_no_errors()
    {
        var output = new StringWriter();

        // Their dates are held against the day where `check` runs; a test knows no day.
        Assert.True(Checker.Run(Repository.SeedData, fix: false, DateOnly.MaxValue, output) == 0, output.ToString());
    }

    [Fact]
    public void Where_nothing_is_wrong_only_the_numbers_are_said()
    {
        var (exit, output) = _folder.Check();

        Assert.Equal(0, exit);
        Assert.Equal("""
            By kind:
              peer-support 1

            Summary:
              Organizations: 1 (active 1, unknown 0, closed 0, historical 0)
              Counted above: 1 (left out: historical 0, closed 0, draft 0, archived 0)
              Can help today and can be reached: 1 of 1
              Guides, by reading grade: peer-support -1.8
              Files, by language: en 3, es 2
              Problems: 0 errors, 0 warnings


            """, output);
    }

    [Fact]
    public void An_error_of_reading_is_printed_and_fails_the_check()
    {
        _folder.With(CuratedFolder.Circle, "status: active", "status: actve");

        var (exit, output) = _folder.Check();

        Assert.Equal(1, exit);
        Assert.Contains("organizations/good-circle.md:4: status `actve` is not known (did you mean `active`?)\n", output, StringComparison.Ordinal);
        Assert.Contains("Problems: 1 error, 0 warnings", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_warning_does_not_fail_the_check()
    {
        File.Delete(_folder.PathOf(CuratedFolder.CircleInSpanish));

        var (exit, output) = _folder.Check();

        Assert.Equal(0, exit);
        Assert.Contains("Problems: 0 errors, 1 warning\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_in_one_file_is_no_problem_of_the_files_that_link_to_it()
    {
        _folder.With(CuratedFolder.Circle, "status: active", "status: actve");

        Assert.StartsWith("organizations/good-circle.md:4:", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_stand_in_the_order_of_files_and_lines()
    {
        _folder.With(CuratedFolder.Circle, "status: active", "status: actve").With(CuratedFolder.Circle, "name: Evening group", "nome: Evening group");
        _folder.With(CuratedFolder.Guide, "## Its history", "## Its histroy").With(CuratedFolder.Guide, "(/organizations/good-circle)", "(/crises)");

        Assert.Equal(
            ["care-types/peer-support.md:9", "care-types/peer-support.md:35", "organizations/good-circle.md:4", "organizations/good-circle.md:15", "organizations/good-circle.md:16"],
            _folder.Problems().Select(p => string.Join(':', p.Split(':')[..2])));
    }

    [Fact]
    public void An_id_that_stands_in_two_files_is_reported()
    {
        _folder.Write("organizations/other.md", _folder.Read(CuratedFolder.Circle).Replace("Good Circle", "Something else", StringComparison.Ordinal));

        Assert.StartsWith("organizations/other.md:2: the id 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11 stands already in organizations/good-circle.md",
            _folder.Problems()[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_a_wrong_name_and_a_translation_of_nothing_are_reported()
    {
        _folder.Write("organizations/Big Circle.md", "");
        _folder.Write("organizations/gone.es.md", "---\n---\n");

        Assert.Equal(
        [
            "organizations/Big Circle.md:1: the name must be small letters, digits and hyphens, then .md",
            "organizations/gone.es.md:1: translates nothing: there is no gone.md beside it",
        ],
        _folder.Problems());
    }

    [Fact]
    public void A_folder_that_is_not_there_fails_the_check()
    {
        var output = new StringWriter { NewLine = "\n" };

        Assert.Equal(1, Checker.Run(_folder.PathOf("nowhere"), fix: true, CuratedFolder.Today, output));
        Assert.Equal($"There is no folder {_folder.PathOf("nowhere")}.\n", output.ToString());
    }
}
