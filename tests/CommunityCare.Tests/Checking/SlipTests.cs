namespace CommunityCare.Tests.Checking;

public sealed class SlipTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Come to the the table.", "the")]
    [InlineData("The the table is set.", "the")]
    public void A_doubled_word_is_an_error(string sentence, string word)
    {
        _folder.WithSentence(sentence);

        Assert.Equal($"organizations/good-circle.md:21: the word `{word}` stands twice; take one out", _folder.TheError());
    }

    [Fact]
    public void A_word_is_doubled_across_lines_and_in_Spanish_too()
    {
        _folder.WithSentence("Come to the\nthe table.").WithSentenceInSpanish("La mesa de de todos.");

        Assert.Equal(["organizations/good-circle.es.md:6", "organizations/good-circle.md:22"], _folder.Errors().Select(p => string.Join(':', p.Split(':')[..2])));
    }

    [Theory]
    [InlineData("They meet in Walla Walla and Pago Pago.")]
    [InlineData("They meet face-to-face face up, and 12 12-year-olds come, come what may.")]
    public void A_name_of_two_like_words_is_none(string sentence)
    {
        _folder.WithSentence(sentence);

        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("An evening group.", true)]
    [InlineData("Evening groups", true)]
    [InlineData("An evening group for fathers.", false)]
    public void A_description_says_more_than_the_name(string description, bool repeats)
    {
        _folder.WithService($"description: {description}");

        Assert.Equal(repeats ? ["organizations/good-circle.md:17: the description only repeats the name `Evening group`; say what happens there, or leave it out"] : [], _folder.Errors());
    }

    [Fact]
    public void In_Spanish_too()
    {
        _folder.With(CuratedFolder.CircleInSpanish, "    name: Grupo por la tarde\n", "    name: Grupo por la tarde\n    description: El grupo de la tarde.\n");

        Assert.Contains("good-circle.es.md:5: the description only repeats the name `Grupo por la tarde`", _folder.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_organization_without_a_kind_is_an_error_unless_it_is_for_a_crisis()
    {
        _folder.With(CuratedFolder.Circle, "  kind: [peer-support]\n", "");
        Assert.Equal("organizations/good-circle.md:12: has no kind of care; add `kind` to its terms (peer-support)", _folder.TheError());

        _folder.WithService("crisis: 3");
        Assert.Empty(_folder.Errors());
    }
}
