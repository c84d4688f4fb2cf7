namespace CommunityCare.Tests.Checking;

public sealed class ClaimTests : IDisposable
{
    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("The hours are verified.", "verified")]
    [InlineData("We called in May.", "We called")]
    [InlineData("We have checked the hours.", "We have checked")]
    [InlineData("The hours were confirmed by us.", "confirmed by us")]
    [InlineData("Confirmed by phone.", "Confirmed by phone")]
    [InlineData("The hours were confirmed by e-mail in May.", "confirmed by e-mail")]
    [InlineData("The number is confirmed over the phone.", "confirmed over the phone")]
    public void A_text_that_says_verified_where_nobody_did_is_an_error(string sentence, string claim)
    {
        _folder.WithSentence(sentence);
        Assert.StartsWith($"organizations/good-circle.md:21: `{claim}` says that a person checked this, and the entry has no `verified`", _folder.TheProblem(), StringComparison.Ordinal);

        _folder.With(CuratedFolder.Circle, "sources:", "verified:\n  on: 2026-05-17\n  by: Ana\n  how: called\nsources:");
        Assert.Empty(_folder.Problems());
    }

    [Theory]
    [InlineData("El horario está verificado.", "verificado")]
    [InlineData("Confirmamos el horario.", "Confirmamos")]
    [InlineData("Horario verificado por teléfono.", "verificado")]
    [InlineData("Confirmado por correo.", "Confirmado por correo")]
    public void In_Spanish_too(string sentence, string claim)
    {
        _folder.WithSentenceInSpanish(sentence);

        Assert.StartsWith($"organizations/good-circle.es.md:6: `{claim}` says", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Fact]
    public void That_they_confirm_a_visit_is_no_claim_of_ours()
    {
        _folder.WithSentence("Your visit is confirmed by phone, and your place will be confirmed by email.").WithSentenceInSpanish("Su cita será confirmada por teléfono.");

        Assert.Empty(_folder.Problems());
    }

    [Fact]
    public void To_say_that_nothing_could_be_confirmed_is_no_claim()
    {
        _folder.WithSentence("We could not confirm the hours, and they call themselves neighbors. The place was not confirmed by phone.").WithSentenceInSpanish("No pudimos confirmar el horario, y lo que llamamos círculo crece.");

        Assert.Empty(_folder.Problems());
    }
}
