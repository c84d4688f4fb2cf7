namespace CommunityCare.Tests.Checking;

public sealed class GuideTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_missing_heading_is_named()
    {
        _folder.With(CuratedFolder.Guide, "## Its history\n\nIt is old.\n\n", "");

        Assert.Equal("care-types/peer-support.md:9: the heading `## Its history` is missing", _folder.TheProblem());
    }

    [Fact]
    public void A_heading_with_a_slip_is_one_problem()
    {
        _folder.With(CuratedFolder.Guide, "## Who it is for", "## Who is it for");

        Assert.Equal("care-types/peer-support.md:19: the heading `Who is it for` is not one of the nine of a guide (did you mean `Who it is for`?)", _folder.TheProblem());
    }

    [Fact]
    public void A_tenth_heading_is_refused_and_one_within_another_is_not()
    {
        _folder.With(CuratedFolder.Guide, "You sit down.", "## Colors\n\nYou sit down.").With(CuratedFolder.Guide, "It is old.", "### In Paris\n\nIt is old.");

        Assert.Equal("care-types/peer-support.md:17: the heading `Colors` is not one of the nine of a guide (a heading within one of them starts with ###)", _folder.TheProblem());
    }

    [Fact]
    public void Headings_in_another_order_are_told()
    {
        _folder.With(CuratedFolder.Guide, "## Who it is for\n\nFor you.\n\n", "").With(CuratedFolder.Guide, "## Questions to ask", "## Who it is for\n\nFor you.\n\n## Questions to ask");

        Assert.Equal("care-types/peer-support.md:27: the heading `Who it is for` must stand before `What it is not, and cautions`", _folder.TheProblem());
    }

    [Fact]
    public void A_heading_that_stands_twice_is_told()
    {
        _folder.With(CuratedFolder.Guide, "It is old.", "It is old.\n\n## Its history\n\nIt is older.");

        Assert.Equal("care-types/peer-support.md:39: the heading `Its history` stands twice", _folder.TheProblem());
    }

    [Fact]
    public void A_guide_that_is_hard_to_read_is_an_error_with_its_grade()
    {
        const string Hard = "Multidisciplinary organizational infrastructures necessitate comprehensive collaborative methodologies, interdisciplinary "
            + "communication and continuously reevaluated administrative responsibilities throughout participating institutional communities.";
        _folder.With(CuratedFolder.Guide, "Plain words.", $"{Hard} {Hard} {Hard}");

        Assert.Matches(@"^care-types/peer-support\.md:9: the reading grade is (9\.|[1-3]\d\.)\d, and must be 8\.9 or lower: shorten sentences and words$", _folder.Problems()[0]);
    }

    [Fact]
    public void A_guide_without_sources_is_an_error()
    {
        _folder.With(CuratedFolder.Guide, "sources:\n  - https://care.example.org/peer-support\n", "");

        Assert.Equal("care-types/peer-support.md:1: a guide needs its sources", _folder.TheProblem());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("---\nname: Apoyo entre pares\n---\n")]
    public void A_guide_in_English_only_is_a_warning(string? spanish)
    {
        File.Delete(_folder.PathOf(CuratedFolder.GuideInSpanish));
        if (spanish is not null)
        {
            _folder.Write(CuratedFolder.GuideInSpanish, spanish);
        }

        Assert.Equal("care-types/peer-support.md:9: warning: the guide is in English only", _folder.TheProblem());
    }
}
