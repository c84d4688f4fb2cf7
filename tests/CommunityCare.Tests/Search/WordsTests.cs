using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>What people type in their own way finds what is written in another.</summary>
public sealed class WordsTests(WordsTests.Filled filled) : IClassFixture<WordsTests.Filled>
{
    [Theory]
    [InlineData("Lāhui Circle")]
    [InlineData("lahui circle")]
    [InlineData("LĀHUI")]
    [InlineData("circle lahui")]
    [InlineData("lahui cir")]
    [InlineData("la\u0304hui")]
    [InlineData("the circle of lahui")]
    [InlineData("Old Name of It")]
    [InlineData("old name")]
    [InlineData("hawaiʻi")]
    [InlineData("Hawai'i")]
    [InlineData("hawai’i")]
    [InlineData("Hawaii")]
    [InlineData("HAWAIʻI")]
    [InlineData("hawaiʻian wea")]
    [InlineData("weavers")]
    [InlineData("sanación")]
    [InlineData("sanacion")]
    [InlineData("SANACIÓN")]
    [InlineData("San Jose")]
    [InlineData("san josé")]
    [InlineData("California")]
    [InlineData("spanish")]
    [InlineData("castellano")]
    [InlineData("español")]
    [InlineData("Tejedoras")]
    [InlineData("grandmothers over sixty")]
    [InlineData("in the bay")]
    [InlineData("\"lahui\" AND circle")]
    [InlineData("lahui & circle!")]
    public async Task It_is_found_by(string typed) => Assert.Equal("group", await filled.Shelf.ShownAsync("?q=" + Uri.EscapeDataString(typed)));

    [Theory]
    [InlineData("lahui square")]
    [InlineData("ahui")]
    [InlineData("lah circle")]
    [InlineData("new york")]
    [InlineData("sliding scale")]
    [InlineData("xyzzy")]
    public async Task It_is_not_found_by(string typed) =>
        Assert.DoesNotContain("group", await filled.Shelf.ShownAsync("?exact=1&q=" + Uri.EscapeDataString(typed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("mutual aid")]
    [InlineData("word for mutual-aid")]
    [InlineData("free")]
    [InlineData("gratis")]
    [InlineData("ayuda mutua")]
    [InlineData("tianguis")]
    [InlineData("gratuito")]
    [InlineData("sin costo")]
    [InlineData("mutual aid gratuito")]
    public async Task What_is_written_in_English_alone_is_found_by_the_terms_of_either_language(string typed) =>
        Assert.Contains("english", await filled.Shelf.ShownAsync("?q=" + Uri.EscapeDataString(typed)), StringComparison.Ordinal);

    [Theory]
    [InlineData("the")]
    [InlineData("de la")]
    [InlineData("I need")]
    public async Task Words_that_say_little_are_looked_for_when_there_are_no_others(string typed) =>
        Assert.True((await filled.Shelf.FindAsync("?q=" + Uri.EscapeDataString(typed))).Total >= 0);

    [Theory]
    [InlineData("!!!")]
    [InlineData("“”")]
    [InlineData("-")]
    public async Task What_holds_no_word_leaves_nothing_out(string typed)
    {
        var found = await filled.Shelf.FindAsync("?q=" + Uri.EscapeDataString(typed));

        Assert.Equal(await filled.Shelf.ShownAsync(""), Shelf.Shown(found));
    }

    /// <summary>Filled once; these tests only ask.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public Shelf Shelf { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Shelf = await Shelf.NewAsync();
            Shelf.Files
                .Write("care-types/mutual-aid.es.md", "---\nname: Ayuda mutua\nsummary: Qué es.\nwords:\n  - tianguis\n---\n")
                .Write("vocabulary/cost.es.md", "---\nname: Costo\nterms:\n  - slug: free\n    name: Gratuito\n    words:\n      - sin costo\n---\n")
                .Write("vocabulary/language.es.md", "---\nname: Idioma\nterms:\n  - slug: spanish\n    name: Español\n---\n");
            await Shelf.SeedAsync();
            await Shelf.AddAsync("other", "place=new-york cost=sliding-scale");
            await Shelf.AddAsync("gone", "", o => o.Status = OrganizationStatus.Closed);
            await Shelf.AddAsync("group", "kind=mutual-aid cost=free", o =>
            {
                o.Name = "Lāhui Circle";
                o.AlternateNames = ["Old Name of It"];
                o.Summary = "Hawaiʻian weavers who gather for healing.";
                o.ServiceArea = "In the Bay Area";
                o.Locations = [Samples.Location("San José", "CA")];
                o.Services[0].EligibilityDescription = "Grandmothers over sixty";
                o.Services[0].Description = "A group for sanación in Hawaiʻi";
                o.Services[0].Translations = [new("es", "name", "Tejedoras")];
                o.Terms.Add(Shelf.Link("language=spanish", o.Services[0]));
            });
            await Shelf.AddAsync("english", "kind=mutual-aid cost=free");
            await Shelf.AddAsync("plain", "kind=peer-support", o => o.Name = "Something else");
        }

        public ValueTask DisposeAsync()
        {
            Shelf.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
