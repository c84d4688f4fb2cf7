namespace CommunityCare.Tests.Checking;

public sealed class NoteWordTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("Re-check the hours.", "Re-check")]
    [InlineData("The hours were rechecked.", "rechecked")]
    [InlineData("This is inferred from a report.", "inferred")]
    [InlineData("Its page seen in May says so.", "page seen")]
    [InlineData("The phone was not seen anywhere.", "not seen")]
    [InlineData("Check before listing.", "Check before listing")]
    [InlineData("TODO: the hours.", "TODO")]
    [InlineData("Lorem ipsum dolor.", "Lorem ipsum")]
    [InlineData("The root URL only.", "root URL")]
    [InlineData("The as_of is old.", "as_of")]
    [InlineData("It has confidence: low.", "confidence:")]
    public void A_word_of_the_notes_is_an_error(string sentence, string word)
    {
        _folder.WithSentence(sentence);

        Assert.Equal($"organizations/good-circle.md:21: `{word}` is a word of working notes; say what is known to a reader, or leave the doubtful part out",
            _folder.TheProblem());
    }

    [Theory]
    [InlineData("El horario es inferido.", "inferido")]
    [InlineData("Horario por confirmar.", "por confirmar")]
    [InlineData("Pendiente de confirmación.", "Pendiente de confirmación")]
    public void In_Spanish_too(string sentence, string word)
    {
        _folder.WithSentenceInSpanish(sentence);

        Assert.StartsWith($"organizations/good-circle.es.md:6: `{word}` ", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("People feel seen here, and have confidence in others.")]
    [InlineData("Todo tiene su tiempo, and mastodons live unseen.")]
    public void Plain_words_are_no_notes(string sentence)
    {
        _folder.WithSentence(sentence);
        _folder.WithSentenceInSpanish("Todo es para todas y todos.");

        Assert.Empty(_folder.Problems());
    }

    [Theory]
    [InlineData("description: Hours inferred from a poster.", 17)]
    [InlineData("fees_description: Free, says a page seen in May.", 17)]
    [InlineData("eligibility_description: TBD", 17)]
    public void Each_field_of_a_service_is_read(string field, int line)
    {
        _folder.WithService(field);

        Assert.StartsWith($"organizations/good-circle.md:{line}: `", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_other_field_guides_and_vocabularies_are_read()
    {
        _folder.With(CuratedFolder.Circle, "status: active\n", "status: active\nstatus_note: The hours are unverified.\n")
            .With(CuratedFolder.Circle, "    type: voice\n", "    type: voice\n    description: Days, inferred\n")
            .With(CuratedFolder.Guide, "Plain words.", "Plain words.\n\n- One of them FIXME")
            .With(CuratedFolder.Language, "    name: English\n", "    name: English\n    meaning: TBD\n");

        Assert.Equal(["care-types/peer-support.md:15", "organizations/good-circle.md:5", "organizations/good-circle.md:11", "vocabulary/language.md:9"],
            _folder.Problems().Select(p => string.Join(':', p.Split(':')[..2])));
    }
}
