namespace CommunityCare.Tests.Checking;

public sealed class StateTests : IDisposable
{
    private readonly CuratedFolder _folder = new CuratedFolder().WithPlaces();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("It works in New York too.", "New York", "new-york")]
    [InlineData("It works in New York City too.", "New York", "new-york")]
    [InlineData("It works in Virginia Beach too.", "Virginia", "virginia")]
    [InlineData("It works in West Virginia's hills too.", "West Virginia", "west-virginia")]
    [InlineData("It works in Washington, D.C.", "District of Columbia", "district-of-columbia")]
    [InlineData("It works in Washington DC too.", "District of Columbia", "district-of-columbia")]
    public void A_state_that_the_place_does_not_say_is_an_error(string sentence, string name, string slug)
    {
        In("california").WithSentence(sentence);
        Assert.Equal($"organizations/good-circle.md:22: names {name}, which its place does not say; add `{slug}` to the terms of place if it serves or stands there, or leave the name out",
            _folder.TheError());

        _folder.With(CuratedFolder.Circle, "[california]", $"[california, {slug}]");
        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("It works in California.")]
    [InlineData("It works in Kansas City, on Virginia Avenue and along the Virginia River.")]
    [InlineData("It works with Californians.")]
    [InlineData("It was in the New York Times.")]
    public void The_own_state_and_cities_and_streets_named_for_others_are_none(string sentence)
    {
        In("california").WithSentence(sentence);

        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("Northern")]
    [InlineData("Southwest")]
    [InlineData("Upstate")]
    [InlineData("Greater")]
    [InlineData("Rural")]
    public void A_part_of_a_state_is_in_the_state(string part)
    {
        In("california").WithSentence($"It works in {part} Virginia.");

        Assert.Contains("names Virginia", _folder.TheError(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It was begun by Adaku Utah.")]
    [InlineData("It was begun by Dr. Adaku Utah.")]
    [InlineData("It was begun by Adaku\nUtah.")]
    public void A_name_that_ends_in_a_state_is_none(string sentence)
    {
        In("california").WithSentence(sentence);

        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("Across Utah they meet.")]
    [InlineData("It grows. Today Utah has it too.")]
    [InlineData("It grows: “Today Utah has it.”")]
    public void The_first_word_of_a_sentence_makes_no_name(string sentence)
    {
        In("california").WithSentence(sentence);

        Assert.Contains("names Utah", _folder.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_letters_of_a_state_say_it_too()
    {
        In("california").WithSentence("They serve AZ and NM.");

        Assert.Equal(2, _folder.Errors().Count);
        Assert.Equal("organizations/good-circle.md:22: names Arizona (`AZ`), which its place does not say; add `arizona` to the terms of place if it serves or stands there, "
            + "or leave the name out; if `AZ` is short for something else, write that in full", _folder.Errors()[0]);

        _folder.With(CuratedFolder.Circle, "[california]", "[california, arizona, new-mexico]");
        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("It is for families in AZ.", "Arizona")]
    [InlineData("It works in CA, OR and online.", "Oregon")]
    [InlineData("It works in OR/CA.", "Oregon")]
    [InlineData("It serves IN, CA and online.", "Indiana")]
    [InlineData("It works in Portland, OR.", "Oregon")]
    [InlineData("It works near West Lafayette, IN 47906.", "Indiana")]
    [InlineData("It began in Boston, MA, and grew.", "Massachusetts")]
    public void Letters_count_where_they_can_only_be_a_state(string sentence, string name)
    {
        In("california").WithSentence(sentence);

        Assert.Contains($"names {name} (", _folder.TheError(), StringComparison.Ordinal);
    }

    [Fact]
    public void Letters_count_after_the_city_of_an_area_and_in_Spanish()
    {
        In("california").With(CuratedFolder.Circle, "terms:\n  kind", "service_area: Salem, OR\nterms:\n  kind").WithSentenceInSpanish("Atiende en AZ y OR.");

        Assert.Equal(["organizations/good-circle.es.md:6", "organizations/good-circle.es.md:6", "organizations/good-circle.md:11"],
            _folder.Errors().Select(p => string.Join(':', p.Split(':')[..2])));
    }

    [Theory]
    [InlineData("Call, OR write. Come IN, OR stay.")]
    [InlineData("It was begun by Ana Lopez, MA, and Rosa Diaz, MA.")]
    [InlineData("They trained with SpiritHouse NM and the AZ Peer Coalition and USU-NM.")]
    [InlineData("Look for PEERS-AZ, for AZ-7 and for A.Z.")]
    public void Letters_that_are_words_degrees_or_names_are_no_state(string sentence)
    {
        In("california").WithSentence(sentence);

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void Letters_in_names_of_services_are_names()
    {
        In("california").With(CuratedFolder.Circle, "name: Evening group", "name: Evening group (AZ)");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void Spanish_names_count_in_Spanish()
    {
        In("california").WithSentenceInSpanish("Atiende en Nueva York y en Virginia Occidental.");

        Assert.Equal(2, _folder.Errors().Count);
        Assert.Contains("good-circle.es.md:6: names West Virginia", _folder.Errors()[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Services_and_the_area_are_read_and_a_state_is_told_once()
    {
        In("california").WithService("description: For people in Virginia.").WithSentence("It works in Virginia.")
            .With(CuratedFolder.Circle, "terms:\n  kind", "service_area: Kansas\nterms:\n  kind");

        Assert.Equal(["organizations/good-circle.md:11", "organizations/good-circle.md:19"], _folder.Errors().Select(p => string.Join(':', p.Split(':')[..2])));
    }

    [Fact]
    public void Everywhere_is_every_state()
    {
        In("everywhere").WithSentence("It works in Virginia.");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void The_own_name_is_no_claim_to_serve_there()
    {
        In("california").With(CuratedFolder.Circle, "status:", "alternate_names:\n  - Virginia Circle\nstatus:").WithSentence("Virginia Circle was its name.");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void Nor_is_the_name_in_Spanish()
    {
        In("california").With(CuratedFolder.CircleInSpanish, "---\nservices", "---\nname: Círculo de Nueva York\nservices").WithSentenceInSpanish("El Círculo de Nueva York crece.");

        Assert.Empty(_folder.Errors());
    }

    [Fact]
    public void The_place_of_a_service_counts()
    {
        In("california").WithService("terms:\n      place: [virginia]").WithSentence("It works in Virginia.");

        Assert.Empty(_folder.Errors());
    }

    [Theory]
    [InlineData("CA", "california", null)]
    [InlineData("NY", "everywhere", null)]
    [InlineData("NY", "california", "stands in New York, which its place does not say; add `new-york` to the terms of place")]
    [InlineData("XX", "california", "the state `XX` is not one of vocabulary/place.md")]
    public void A_location_stands_in_a_state_of_the_place(string state, string place, string? problem)
    {
        In(place).With(CuratedFolder.Circle, "terms:\n  kind", $"locations:\n  - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21\n    city: Town\n    state_province: {state}\nterms:\n  kind");

        Assert.Equal(problem is null ? [] : [$"organizations/good-circle.md:14: {problem}"], _folder.Errors());
    }

    [Fact]
    public void A_location_in_another_country_is_in_no_state()
    {
        In("california").With(CuratedFolder.Circle, "terms:\n  kind",
            "locations:\n  - id: 9d2b5a0c-6a0b-4f6e-8a94-4f6f4f0f2a21\n    city: Tijuana\n    state_province: BC\n    country: MX\nterms:\n  kind");

        Assert.Empty(_folder.Errors());
    }

    private CuratedFolder In(string place) =>
        _folder.With(CuratedFolder.Circle, "  kind: [peer-support]\n", $"  kind: [peer-support]\n  place: [{place}]\n");
}
