namespace CommunityCare.Tests.Checking;

public sealed class OrganizationTests : IDisposable
{
    private const string Summary = "organizations/good-circle.md:20:";

    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(24, "the summary has 24 words, and must have 25 to 90")]
    [InlineData(25, null)]
    [InlineData(90, null)]
    [InlineData(91, "the summary has 91 words, and must have 25 to 90")]
    public void A_summary_has_25_to_90_words(int words, string? problem)
    {
        var text = _folder.Read(CuratedFolder.Circle);
        var front = text[..(text.IndexOf("---\nNeighbors", StringComparison.Ordinal) + 4)];

        // A link is its words and not its address, and a dash is no word.
        _folder.Write(CuratedFolder.Circle, $"{front}{string.Join(' ', Enumerable.Range(1, words - 2).Select(n => $"word{n}"))} – [peer support](/care/peer-support).\n");

        Assert.Equal(problem is null ? [] : [$"{Summary} {problem}"], _folder.Problems());
    }

    [Fact]
    public void An_organization_without_sources_is_a_warning()
    {
        _folder.With(CuratedFolder.Circle, "sources:\n  - https://circle.example.org/about\n", "");

        Assert.Equal("organizations/good-circle.md:1: warning: has no sources", _folder.TheProblem());
    }

    [Fact]
    public void A_crisis_service_without_sources_is_an_error()
    {
        _folder.With(CuratedFolder.Circle, "sources:\n  - https://circle.example.org/about\n", "").With(CuratedFolder.Circle, "name: Evening group\n", "name: Evening group\n    crisis: 3\n");

        Assert.Equal("organizations/good-circle.md:17: a crisis service needs its sources", _folder.TheProblem());
    }

    [Fact]
    public void A_phone_that_speaks_an_unknown_language_is_an_error_with_the_nearest()
    {
        _folder.With(CuratedFolder.Circle, "languages: [english, spanish]", "languages: [english, spansh]");

        Assert.Equal("organizations/good-circle.md:10: the term of language `spansh` is not known (did you mean `spanish`?)", _folder.TheProblem());
    }

    [Theory]
    [InlineData("services:\n  - id: 5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31\n    name: Grupo por la tarde\n", "", "in English only: the name of 1 service")]
    [InlineData("Vecinas y vecinos se acompañan. Lea sobre el [apoyo entre pares](/care/peer-support).\n", "", "in English only: the summary")]
    public void What_is_in_English_only_is_one_warning(string old, string @new, string warning)
    {
        _folder.With(CuratedFolder.CircleInSpanish, old, @new);

        Assert.Equal($"{Summary} warning: {warning}", _folder.TheProblem());
    }

    [Fact]
    public void A_small_text_that_the_translation_forgot_is_a_warning()
    {
        _folder.WithService("fees_description: You pay nothing.").With(CuratedFolder.Circle, "terms:\n  kind", "service_area: Oakland\nterms:\n  kind");

        Assert.EndsWith("warning: in English only: 2 other texts", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_organization_that_nobody_can_reach_is_a_warning_and_work_to_do()
    {
        Unreachable();

        Assert.Equal("organizations/good-circle.md:1: warning: nobody can reach it: there is no website, e-mail, phone or street address to show", _folder.TheProblem());
        Assert.Contains("""
            Work to do: nobody can reach these, although they may help today:
              good-circle (no place known)

            """, _folder.Check().Output, StringComparison.Ordinal);
        Assert.Contains("Can help today and can be reached: 0 of 1\n", _folder.Check().Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status: historical")]
    [InlineData("status: active\npublication: draft")]
    public void One_that_cannot_help_today_or_is_not_public_need_not_be_reached(string instead)
    {
        Unreachable();
        _folder.With(CuratedFolder.Circle, "status: active", instead);

        // Nothing leads to a draft.
        _folder.With(CuratedFolder.Guide, " See [Good Circle](/organizations/good-circle).", "");

        Assert.Empty(_folder.Problems());
        Assert.DoesNotContain("Work to do", _folder.Check().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_private_phone_and_a_hidden_place_reach_nobody()
    {
        _folder.With(CuratedFolder.Circle, "website: https://circle.example.org\n", "")
            .With(CuratedFolder.Circle, "    number: 555-010-0199\n    type: voice\n    languages: [english, spanish]\n",
                "    type: voice\n    private: true\nlocations:\n  - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21\n    visibility: hidden\n");

        Assert.Contains("nobody can reach it", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GOOD CIRCLE", true)]
    [InlineData("The Good Circle", true)]
    [InlineData("Good-Circlé", true)]
    [InlineData("Good Circles", true)]
    [InlineData("God Circle", true)]
    [InlineData("Good Circle Collective", false)]
    [InlineData("Good Circle Inc", false)]
    [InlineData("Goods Circles", false)]
    [InlineData("Another group", false)]
    public void A_name_that_looks_like_another_is_a_warning(string name, bool alike)
    {
        _folder.WithAnother("other", name);

        var looks = _folder.Problems().Where(p => p.Contains("looks like", StringComparison.Ordinal));

        Assert.Equal(alike ? [$"organizations/other.md:3: warning: `{name}` looks like `Good Circle` of organizations/good-circle.md"] : [], looks);
    }

    [Theory]
    [InlineData("BEAM", "Beam", true)]
    [InlineData("BEAM", "TEAM", false)]
    public void A_short_name_looks_like_another_only_if_it_is_the_same(string one, string two, bool alike)
    {
        _folder.WithAnother("other", "Something else").With(CuratedFolder.Circle, "status:", $"alternate_names:\n  - {one}\nstatus:");
        _folder.With("organizations/other.md", "status:", $"alternate_names:\n  - {two}\nstatus:");

        var looks = _folder.Problems().Where(p => p.Contains("looks like", StringComparison.Ordinal));

        Assert.Equal(alike ? ["organizations/other.md:5: warning: `Beam` looks like `BEAM` of organizations/good-circle.md"] : [], looks);
    }

    private void Unreachable() =>
        _folder.With(CuratedFolder.Circle, "website: https://circle.example.org\n", "")
            .With(CuratedFolder.Circle, "phones:\n  - id: 0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01\n    number: 555-010-0199\n    type: voice\n    languages: [english, spanish]\n", "");
}
