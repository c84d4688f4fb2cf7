namespace CommunityCare.Tests.Checking;

public sealed class SharedWordTests : IDisposable
{
    private const string Other = "organizations/other.md";
    private const string Own = "Here people paint and sing on the porch of an old school, share soup, mend coats and look after each other's children until late at night.";

    private readonly CuratedFolder _folder = new();

    public SharedWordTests()
    {
        var summary = _folder.WithAnother("other", "Something else").Read(Other);
        _folder.Write(Other, summary[..summary.IndexOf("Neighbors", StringComparison.Ordinal)] + Own + "\n");
        _folder.Write("organizations/other.es.md", "---\nservices:\n  - id: " + summary.Split("services:\n  - id: ")[1][..36] + "\n    name: Taller\n---\nAquí se pinta y se canta.\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Eight_words_of_another_entry_are_an_error_at_the_later_file()
    {
        _folder.With(Other, Own, Own + " On Mondays they sit with others who ARE in thém, the circle meets.");

        Assert.Equal("organizations/other.md:20: `sit with others who ARE in thém, the circle meets` stands in organizations/good-circle.md:20 too; say it in words of its own",
            _folder.TheError());
    }

    [Fact]
    public void Seven_are_none()
    {
        _folder.With(Other, Own, Own + " On Mondays they sit with others who are in it.");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void A_pair_is_told_once_with_all_that_it_shares()
    {
        _folder.With(Other, Own, "Neighbors who have lived through hard times sit at the table here, and nobody asks for papers or for a birth certificate. There is soup on Mondays.");

        var problem = _folder.TheError();
        Assert.Contains("`Neighbors who have lived through hard times sit` and `and nobody asks for papers or for a` stand in", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Services_and_guides_are_compared_too()
    {
        _folder.With(CuratedFolder.Guide, "It may help.", "It may help those who paint and sing on the porch of an old house.");
        _folder.With(Other, "    name: Evening group\n", "    name: Evening group\n    application_process: Come to the house where some help comes from people who have been.\n");

        Assert.Equal("organizations/other.md:17: `some help comes from people who have been` and `paint and sing on the porch of an old` stand in care-types/peer-support.md:9 too; say it in words of its own",
            _folder.TheError());
    }

    [Fact]
    public void Languages_are_not_compared_with_each_other()
    {
        _folder.With("organizations/other.es.md", "Aquí se pinta y se canta.", "Neighbors who have lived through hard times sit with others.");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void Spanish_is_compared_with_Spanish()
    {
        _folder.WithSentenceInSpanish("Se reúnen en la casa grande de la plaza vieja cada martes.");
        _folder.With("organizations/other.es.md", "y se canta.", "y se canta. Nos vemos en la casa grande de la plaza vieja.");

        Assert.StartsWith("organizations/other.es.md:6: `en la casa grande de la plaza vieja` stands in organizations/good-circle.es.md:6 too", _folder.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Part of the Substance Abuse and Mental Health Services Administration of the United States.")]
    [InlineData("If you think about ending your life, call or text 988 at any hour.")]
    public void Long_names_and_the_way_to_988_are_the_same_everywhere(string sentence)
    {
        _folder.WithService("description: " + sentence).With(Other, "    name: Evening group\n", $"    name: Evening group\n    description: {sentence}\n");

        Assert.DoesNotContain(_folder.Errors(), p => p.Contains("too; say it", StringComparison.Ordinal));
    }

    [Fact]
    public void Status_and_price_may_be_said_in_the_same_words()
    {
        const string Status = "status: active\nstatus_note: We know this group only by name and could not confirm that it is active.\n";
        const string Price = "    name: Evening group\n    fees_description: Pay what you can; nobody is turned away for lack of money.\n";
        foreach (var file in new[] { CuratedFolder.Circle, Other })
        {
            _folder.With(file, "status: active\n", Status).With(file, "    name: Evening group\n", Price);
        }

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void A_sentence_that_an_entry_says_twice_is_an_error()
    {
        _folder.WithService("description: Bring a friend, and something to eat!").WithSentence("Bring a friend and something to eat.");

        Assert.Equal("organizations/good-circle.md:22: `Bring a friend and something to eat.` stands on line 17 already; say it once", _folder.TheError());
    }

    [Fact]
    public void A_short_sentence_may_be_true_twice()
    {
        _folder.WithService("application_process: Call to sign up.").WithSentence("Call to sign up.");

        Assert.Empty(_folder.Errors());
    }
}
