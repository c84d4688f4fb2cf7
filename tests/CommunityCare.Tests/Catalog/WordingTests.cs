using CommunityCare.Catalog;

namespace CommunityCare.Tests.Catalog;

/// <summary>Small words of the catalogue: what a phone dials, what an address may be called, which language a text is in.</summary>
public sealed class WordingTests
{
    [Theory]
    [InlineData("988", "988")]
    [InlineData("711", "711")]
    [InlineData("741741", "741741")]
    [InlineData("555-010-0199", "+15550100199")]
    [InlineData("(555) 010-0199", "+15550100199")]
    [InlineData("555.010.0199", "+15550100199")]
    [InlineData("1-555-010-0199", "+15550100199")]
    [InlineData("+1 555 010 0199", "+15550100199")]
    [InlineData(" +52 55 1234 5678", "+525512345678")]
    [InlineData("877-565-8860", "+18775658860")]
    [InlineData("800-555-HELP", "+18005554357")]
    [InlineData("1-800-CALL-XYZ", "+18002255999")]
    [InlineData("800-555-help", "+18005554357")]
    [InlineData("855-ADGJMPTW", "85523456789")]
    [InlineData("", "")]
    public void A_phone_dials_what_its_number_says(string number, string dialled) => Assert.Equal(dialled, new Phone { Number = number }.Dial);

    [Fact]
    public void An_extension_is_not_part_of_the_number() =>
        Assert.Equal("+15550100199", new Phone { Number = "555-010-0199", Extension = "42" }.Dial);

    [Fact]
    public void Nothing_but_digits_and_a_plus_is_ever_dialled()
    {
        foreach (var number in new[] { "555;ext=1", "988?body=x", "\"><script>", "٣٣٣", "555-010-0199 ext. 4", "*67 555" })
        {
            Assert.Matches("^\\+?[0-9]*$", new Phone { Number = number }.Dial);
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("988-lifeline")]
    [InlineData("la-cura-podcast")]
    public void A_slug_is_small_letters_digits_and_hyphens(string slug) => Assert.True(Entry.IsSlug(slug));

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("a--b")]
    [InlineData("A")]
    [InlineData("á")]
    [InlineData("a b")]
    [InlineData("a.b")]
    [InlineData("a/b")]
    [InlineData("../a")]
    [InlineData("a\n")]
    [InlineData("a_b")]
    [InlineData("٣")]
    public void Anything_else_is_none(string slug) => Assert.False(Entry.IsSlug(slug));

    [Fact]
    public void A_slug_ends_somewhere()
    {
        Assert.True(Entry.IsSlug(new string('a', Entry.SlugLength)));
        Assert.False(Entry.IsSlug(new string('a', Entry.SlugLength + 1)));
    }

    [Fact]
    public void A_text_says_which_language_it_is_in()
    {
        Translation[] translations = [new("es", "name", "Cuidado"), new("es", "summary", "Resumen")];

        Assert.Equal(new LocalText("Cuidado", "es"), LocalText.Of(translations, "es", "name", "Care"));
        Assert.Equal(new LocalText("Care", "en"), LocalText.Of(translations, "en", "name", "Care"));
        Assert.Equal(new LocalText("What", "en"), LocalText.Of(translations, "es", "meaning", "What"));
        Assert.Equal(new LocalText("", "en"), LocalText.Of([], "es", "meaning", null));
    }
}
