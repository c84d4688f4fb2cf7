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
    [InlineData("It has confidence low.", "confidence low")]
    [InlineData("Confidence Medium.", "Confidence Medium")]
    [InlineData("The hours have confidence high", "confidence high")]
    [InlineData("No website found.", "No website found")]
    [InlineData("The sources\ndisagree.", "sources disagree")]
    [InlineData("Sources differ on the year.", "Sources differ")]
    [InlineData("It was good, as seen in excerpts.", "seen in excerpts")]
    [InlineData("It is free, according to snippets.", "according to snippets")]
    [InlineData("It is free, according to the snippet.", "according to the snippet")]
    [InlineData("It is not clear whether it is free.", "not clear whether")]
    [InlineData("It is free (?) and old.", "(?)")]
    [InlineData("It is in Oakland(?).", "(?)")]
    [InlineData("The hours are to be confirmed.", "to be confirmed")]
    [InlineData("The hours are tbd.", "tbd")]
    [InlineData("Hours: Tbd", "Tbd")]
    [InlineData("Fees: N/A.", "N/A")]
    [InlineData("See notes.", "See notes")]
    [InlineData("It is not stated what it costs.", "It is not stated")]
    public void A_word_of_the_notes_is_an_error(string sentence, string word)
    {
        _folder.WithSentence(sentence);

        Assert.Equal($"organizations/good-circle.md:21: `{word}` is a word of working notes; say what is known to a reader, or leave the doubtful part out",
            _folder.TheError());
    }

    [Theory]
    [InlineData("El horario es inferido.", "inferido")]
    [InlineData("Horario por confirmar.", "por confirmar")]
    [InlineData("Pendiente de confirmación.", "Pendiente de confirmación")]
    [InlineData("Según el fragmento, es gratis.", "Según el fragmento")]
    [InlineData("Confianza baja.", "Confianza baja")]
    public void In_Spanish_too(string sentence, string word)
    {
        _folder.WithSentenceInSpanish(sentence);

        Assert.StartsWith($"organizations/good-circle.es.md:6: `{word}` ", _folder.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("People feel seen here, and have confidence in others.")]
    [InlineData("Todo tiene su tiempo, and mastodons live unseen.")]
    [InlineData("It builds the confidence high schoolers need, and confidence low-key.")]
    [InlineData("Where the house stands is not stated. Are you free (or not?) at TBDA? Sources of joy differ.")]
    public void Plain_words_are_no_notes(string sentence)
    {
        _folder.WithSentence(sentence);
        _folder.WithSentenceInSpanish("Todo es para todas y todos.");

        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("description: Hours inferred from a poster.", 17)]
    [InlineData("fees_description: Free, says a page seen in May.", 17)]
    [InlineData("eligibility_description: TBD", 17)]
    public void Each_field_of_a_service_is_read(string field, int line)
    {
        _folder.WithService(field);

        Assert.StartsWith($"organizations/good-circle.md:{line}: `", _folder.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Not stated", "Not stated")]
    [InlineData("It is not stated", "It is not stated")]
    public void An_area_that_is_not_stated_is_left_out(string area, string word)
    {
        _folder.With(CuratedFolder.Circle, "terms:\n  kind", $"service_area: {area}\nterms:\n  kind");

        Assert.StartsWith($"organizations/good-circle.md:11: `{word}` ", _folder.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_other_field_guides_and_vocabularies_are_read()
    {
        _folder.With(CuratedFolder.Circle, "status: active\n", "status: active\nstatus_note: The hours are unverified.\n")
            .With(CuratedFolder.Circle, "    type: voice\n", "    type: voice\n    description: Days, inferred\n")
            .With(CuratedFolder.Guide, "Plain words.", "Plain words.\n\n- One of them FIXME")
            .With(CuratedFolder.Language, "    name: English\n", "    name: English\n    meaning: TBD\n");

        Assert.Equal(["care-types/peer-support.md:15", "organizations/good-circle.md:5", "organizations/good-circle.md:11", "vocabulary/language.md:9"],
            _folder.Errors().Select(p => string.Join(':', p.Split(':')[..2])));
    }
}
