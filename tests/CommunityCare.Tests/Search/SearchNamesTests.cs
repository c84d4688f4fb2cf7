using CommunityCare.Search;

namespace CommunityCare.Tests.Search;

/// <summary>How a name is written down, so that it is found by each of its words.</summary>
public sealed class SearchNamesTests
{
    [Theory]
    [InlineData("Homies Empowerment Freedom Store", "homies empowerment freedom store! | empowerment freedom store | freedom store | store")]
    [InlineData("The Trevor Project", "the trevor project! | trevor project! | project")]
    [InlineData("La Casa de las Madres", "la casa de las madres! | casa de las madres! | madres")]
    [InlineData("Circle of Hope", "circle of hope! | hope")]
    [InlineData("  Care—(now) ", "care now! | now")]
    [InlineData("Care & Share", "care and share! | share")]
    [InlineData("Papa Ola Lōkahi / Hawaiʻi", "papa ola lokahi hawaii! | ola lokahi hawaii | lokahi hawaii | hawaii")]
    [InlineData("Mother's Milk", "mothers milk! | milk")]
    [InlineData("988", "988!")]
    [InlineData("The", "the!")]
    [InlineData("🙏🏿", "")]
    [InlineData("", "")]
    public void A_name_begins_at_each_of_its_words(string name, string beginnings) =>
        Assert.Equal(beginnings, string.Join(" | ", SearchNames.Beginnings(name).Select(b => b.Text + (b.IsWhole ? "!" : ""))));

    [Theory]
    [InlineData("Hawaiʻi")]
    [InlineData("HAWAI'I")]
    [InlineData("hawai’i")]
    [InlineData(" Hawaii ")]
    [InlineData("\"Hawaii*")]
    [InlineData("Ha\u0301waii")]
    public void All_ways_to_write_it_are_one(string written) => Assert.Equal("hawaii", SearchNames.Folded(written));

    [Theory]
    [InlineData("互助 会", "互助 会")]
    [InlineData("%_*\"'()-", "")]
    [InlineData("a\ud800b\udc00\ufffe\0c", "a b c")]
    public void Letters_of_all_languages_stay_and_signs_do_not(string written, string folded) => Assert.Equal(folded, SearchNames.Folded(written));

    [Fact]
    public void A_name_without_end_ends()
    {
        Assert.Equal(SearchName.TextLength, SearchNames.Folded(new string('a', 10_000)).Length);
        Assert.Equal(SearchName.TextLength, SearchNames.Folded(string.Concat(Enumerable.Repeat("𐓏", 10_000))).Length);
        Assert.InRange(SearchNames.Beginnings(string.Concat(Enumerable.Repeat("bb ", 1_000))).Count(), 2, 12);
    }
}
