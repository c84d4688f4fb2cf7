namespace CommunityCare.Tests.Checking;

public sealed class LinkTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("[x](/)")]
    [InlineData("[x](/care)")]
    [InlineData("[x](/care/peer-support)")]
    [InlineData("[x](/care/peer-support#its-history)")]
    [InlineData("[x](#its-history)")]
    [InlineData("[x](/organizations)")]
    [InlineData("[x](/organizations/good-circle)")]
    [InlineData("[x](/organizations?kind=peer-support&language=english&language=spanish&page=2)")]
    [InlineData("[x](/organizations?language=not-stated#results)")]
    [InlineData("[x](/crisis), [x](/about), [x](/privacy), [x](/accessibility)")]
    [InlineData("[x](https://example.org/a?b=c#d)")]
    [InlineData("[x](http://example.org)")]
    [InlineData("<https://example.org>")]
    [InlineData("[x](mailto:hello@example.org)")]
    [InlineData("<hello@example.org>")]
    [InlineData("[x](tel:+15550100199)")]
    [InlineData("[x][ref]\n\n[ref]: /crisis")]
    [InlineData("5 < 6 and `<b>` and &amp;")]
    public void A_good_link_is_no_problem(string markdown)
    {
        _folder.With(CuratedFolder.Guide, "Plain words.", markdown);

        Assert.Empty(_folder.Problems());
    }

    [Theory]
    [InlineData("[x](/organizations/good-cirle)", "the link `/organizations/good-cirle` leads to no page of the site (did you mean `/organizations/good-circle`?)")]
    [InlineData("[x](/care/peer-suport)", "the link `/care/peer-suport` leads to no page of the site (did you mean `/care/peer-support`?)")]
    [InlineData("[x](/crises)", "the link `/crises` leads to no page of the site (did you mean `/crisis`?)")]
    [InlineData("[x](/care-types/peer-support)", "the link `/care-types/peer-support` leads to no page of the site (did you mean `/care/peer-support`?)")]
    [InlineData("[x](/organizations?kind=peer-suport)", "the link `/organizations?kind=peer-suport` asks for a term of kind that is not known (did you mean `peer-support`?)")]
    [InlineData("[x](organizations/good-circle)", "the link `organizations/good-circle` leads nowhere (did you mean `/organizations/good-circle`?)")]
    [InlineData("[x](../crisis)", "the link `../crisis` leads nowhere (did you mean `/crisis`?)")]
    [InlineData("[x]()", "the link `` leads nowhere (did you mean `/`?)")]
    [InlineData("[x](//example.org)", "the link `//example.org` leads nowhere")]
    [InlineData("[x](https://example)", "the link: `https://example` is not an address such as https://example.org")]
    [InlineData("[x](javascript:alert(1))", "links of the kind `javascript:` are not allowed (use one of: https, http, mailto, tel)")]
    [InlineData("[x](data:text/html;base64,AA)", "links of the kind `data:` are not allowed (use one of: https, http, mailto, tel)")]
    [InlineData("<ftp://example.org>", "links of the kind `ftp:` are not allowed (use one of: https, http, mailto, tel)")]
    [InlineData("[x][ref]\n\n[ref]: /crises", "the link `/crises` leads to no page of the site (did you mean `/crisis`?)")]
    [InlineData("![x](/crisis)", "pictures are not shown; say it in words")]
    [InlineData("Some <b>bold", "raw HTML is not allowed; write it in Markdown")]
    [InlineData("<div>\nblock\n</div>", "raw HTML is not allowed; write it in Markdown")]
    [InlineData("<!-- a note -->", "raw HTML is not allowed; write it in Markdown")]
    public void A_bad_link_is_an_error_on_its_line(string markdown, string problem)
    {
        _folder.With(CuratedFolder.Guide, "Plain words.", markdown);

        Assert.Equal($"care-types/peer-support.md:13: {problem}", _folder.TheProblem());
        Assert.Equal(1, _folder.Check().Exit);
    }

    [Fact]
    public void The_line_is_the_line_of_the_link_and_not_of_its_paragraph()
    {
        _folder.With(CuratedFolder.Guide, "Plain words.", "Plain words\nand more of them\nand [a link](/crises) in them.");

        Assert.StartsWith("care-types/peer-support.md:15:", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_and_its_translation_are_followed_too()
    {
        _folder.With(CuratedFolder.Circle, "/care/peer-support", "/care/peers").With(CuratedFolder.CircleInSpanish, "/care/peer-support", "/care/pares");

        Assert.Equal(["organizations/good-circle.es.md:6", "organizations/good-circle.md:21"], _folder.Problems().Select(p => string.Join(':', p.Split(':')[..2])));
    }

    [Fact]
    public void A_wrong_field_does_not_hide_a_wrong_link()
    {
        _folder.With(CuratedFolder.Circle, "status: active", "status: actve").With(CuratedFolder.Circle, "/care/peer-support", "/care/peers");

        var problems = _folder.Problems().ToList();
        Assert.Contains(problems, p => p.Contains("actve", StringComparison.Ordinal));
        Assert.Contains(problems, p => p.Contains("/care/peers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_to_a_draft_leads_nowhere()
    {
        _folder.With(CuratedFolder.Circle, "status: active", "status: active\npublication: draft");

        Assert.StartsWith("care-types/peer-support.md:9: the link `/organizations/good-circle` leads to no page", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_that_is_nested_too_deeply_is_told_and_ends_nothing()
    {
        _folder.With(CuratedFolder.Guide, "Plain words.", new string('>', 5_000) + " deep");

        Assert.Contains("care-types/peer-support.md:9: the Markdown is nested too deeply", _folder.Problems());
    }
}
