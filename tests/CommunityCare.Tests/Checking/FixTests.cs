using System.Text;

namespace CommunityCare.Tests.Checking;

public sealed class FixTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_in_another_form_is_an_error_on_the_first_line_that_differs()
    {
        _folder.With(CuratedFolder.Circle, "name: Good Circle\nstatus: active\n", "status: active\nname: Good Circle\n");

        Assert.Equal("organizations/good-circle.md:3: is not in canonical form (`check --fix` rewrites it)", _folder.TheProblem());
    }

    [Theory]
    [InlineData("name: Good Circle\nstatus: active\n", "status: active\nname: Good Circle\n")]
    [InlineData("name: Good Circle", "name: 'Good Circle'")]
    [InlineData("name: Good Circle", "name: Good Circle # a comment")]
    [InlineData("status: active", "status: active\npublication: published")]
    [InlineData("[english, spanish]", "\n      - english\n      - spanish")]
    [InlineData("\n", "\r\n")]
    [InlineData("---\nNeighbors", "---\n\n\nNeighbors")]
    [InlineData("support).\n", "support).")]
    [InlineData("support).\n", "support).   \n\n\n")]
    public void A_file_in_another_form_is_put_into_canonical_form(string old, string @new)
    {
        var canonical = _folder.Read(CuratedFolder.Circle);
        _folder.With(CuratedFolder.Circle, old, @new);
        Assert.EndsWith("is not in canonical form (`check --fix` rewrites it)", _folder.TheProblem(), StringComparison.Ordinal);

        var (exit, output) = _folder.Check(fix: true);

        Assert.Equal(0, exit);
        Assert.StartsWith("Rewritten:\n  organizations/good-circle.md: put into canonical form\n\n", output, StringComparison.Ordinal);
        Assert.Equal(canonical, _folder.Read(CuratedFolder.Circle));
    }

    [Fact]
    public void A_mark_of_byte_order_is_taken_away()
    {
        var canonical = _folder.Read(CuratedFolder.CircleInSpanish);
        File.WriteAllText(_folder.PathOf(CuratedFolder.CircleInSpanish), canonical, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        Assert.Equal("organizations/good-circle.es.md:1: is not in canonical form (`check --fix` rewrites it)", _folder.TheProblem());

        _folder.Check(fix: true);

        Assert.Equal(Encoding.UTF8.GetBytes(canonical), File.ReadAllBytes(_folder.PathOf(CuratedFolder.CircleInSpanish)));
    }

    [Fact]
    public void Missing_ids_are_given_and_stay()
    {
        _folder.With(CuratedFolder.Circle, "id: 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11\n", "")
            .With(CuratedFolder.Circle, "  - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01\n    number", "  - number");

        var (exit, output) = _folder.Check(fix: true);
        var once = _folder.Read(CuratedFolder.Circle);

        Assert.Equal(0, exit);
        Assert.Contains("  organizations/good-circle.md: put into canonical form, 2 ids given\n", output, StringComparison.Ordinal);
        Assert.Matches("^---\nid: [0-9a-f-]{36}\nname: Good Circle\n", once);
        Assert.Matches("phones:\n  - id: [0-9a-f-]{36}\n    number: 555-010-0199\n", once);
        Assert.DoesNotContain("Rewritten", _folder.Check(fix: true).Output, StringComparison.Ordinal);
        Assert.Equal(once, _folder.Read(CuratedFolder.Circle));
    }

    [Fact]
    public void Without_the_wish_to_fix_nothing_is_written()
    {
        _folder.With(CuratedFolder.Circle, "id: 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11\n", "").With(CuratedFolder.Language, "name: Language", "name: 'Language'");
        var before = (_folder.Read(CuratedFolder.Circle), _folder.Read(CuratedFolder.Language));

        Assert.Equal(1, _folder.Check().Exit);
        Assert.Equal(before, (_folder.Read(CuratedFolder.Circle), _folder.Read(CuratedFolder.Language)));
    }

    [Theory]
    [InlineData(CuratedFolder.Circle, "website: https://circle.example.org", "website: circle")]
    [InlineData(CuratedFolder.CircleInSpanish, "services:", "servicios:")]
    [InlineData(CuratedFolder.Circle, "name: Good Circle", "nmae: Good Circle")]
    public void A_file_with_another_error_is_left_as_it_is_and_so_is_its_translation(string file, string old, string @new)
    {
        _folder.With(file, old, @new).With(CuratedFolder.Circle, "    type: voice\n    languages: [english, spanish]\n", "    languages: [english, spanish]\n    type: voice\n");
        var before = (_folder.Read(CuratedFolder.Circle), _folder.Read(CuratedFolder.CircleInSpanish));

        var (exit, output) = _folder.Check(fix: true);

        Assert.Equal(1, exit);
        Assert.DoesNotContain("Rewritten", output, StringComparison.Ordinal);
        Assert.Equal(before, (_folder.Read(CuratedFolder.Circle), _folder.Read(CuratedFolder.CircleInSpanish)));
    }

    [Fact]
    public void Organizations_wait_while_the_words_that_order_them_are_broken()
    {
        _folder.With(CuratedFolder.Language, "order: 5", "order: first");
        var before = _folder.Read(CuratedFolder.Circle);

        _folder.Check(fix: true);

        Assert.Equal(before, _folder.Read(CuratedFolder.Circle));
        Assert.Equal("vocabulary/language.md:4: order: `first` is not a whole number from 1 to 1000", _folder.TheProblem());
    }

    [Fact]
    public void The_other_checks_run_on_the_result()
    {
        _folder.With(CuratedFolder.Circle, "id: 3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11\n", "").With(CuratedFolder.Circle, "(/care/peer-support)", "(/care/peers)");

        var (exit, output) = _folder.Check(fix: true);

        Assert.Equal(1, exit);
        Assert.Contains("organizations/good-circle.md:21: the link `/care/peers` leads to no page", output, StringComparison.Ordinal);
        Assert.DoesNotContain("id is missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_translation_of_nothing_is_an_error_that_a_person_has_to_decide()
    {
        _folder.Write(CuratedFolder.CircleInSpanish, "---\n---\n");

        Assert.Contains("organizations/good-circle.es.md:1: translates nothing; remove the file or translate something in it", _folder.Check(fix: true).Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.PathOf(CuratedFolder.CircleInSpanish)));
    }

    [Fact]
    public void No_other_file_is_touched_or_left_behind()
    {
        var files = Files();
        var language = File.GetLastWriteTimeUtc(_folder.PathOf(CuratedFolder.Language));
        _folder.With(CuratedFolder.Circle, "name: Good Circle", "name: 'Good Circle'");

        _folder.Check(fix: true);

        Assert.Equal(files, Files());
        Assert.Equal(language, File.GetLastWriteTimeUtc(_folder.PathOf(CuratedFolder.Language)));
    }

    private IEnumerable<string> Files() => Directory.GetFiles(_folder.PathOf(""), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
