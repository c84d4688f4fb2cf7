using CommunityCare.Gazetteer;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Gazetteer;

/// <summary>A place at the end of what was typed is known, and a word is not taken for one.</summary>
public sealed class PlaceInWordsTests
{
    [Theory]
    [InlineData("97201", "", "97201")]
    [InlineData("doula 97201", "doula", "97201")]
    [InlineData("denver", "", "Denver, CO")]
    [InlineData("food in denver", "food", "Denver, CO")]
    [InlineData("comida cerca de San Antonio", "comida", "San Antonio, TX")]
    [InlineData("doula, Hope, AR", "doula", "Hope, AR")]
    [InlineData("midwife portland maine", "midwife", "Portland, ME")]
    public void It_is_taken_apart(string typed, string rest, string near) => Assert.Equal(new PlaceInWords(rest, near), PlaceInWords.Of(typed));

    [Theory]
    [InlineData("")]
    [InlineData("hope")]
    [InlineData("doula")]
    [InlineData("denver doula")]
    [InlineData("near me")]
    [InlineData("1234567")]
    [InlineData("Portland, TX 9720")]
    public void A_word_is_no_place(string typed) => Assert.Null(PlaceInWords.Of(typed));

    [Theory]
    [InlineData("Queens", "Queens, NY")]
    [InlineData("queens ny", "Queens, NY")]
    [InlineData("Ferguson, MO", "Ferguson, MO")]
    [InlineData("Ferguson, KY", "Ferguson, KY")]
    [InlineData("South Salt Lake, Utah", "South Salt Lake, UT")]
    public async Task A_town_whose_mail_goes_by_another_name_is_known(string typed, string label)
    {
        using var catalogue = await Catalogue.NewAsync();
        Assert.Equal(label, await catalogue.ReadAsync(async db => (await new Geocoder(db).FindAsync(typed, TestContext.Current.CancellationToken))?.Label));
    }
}
