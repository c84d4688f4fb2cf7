using CommunityCare.Checking;

namespace CommunityCare.Tests.Checking;

public class ReadingGradeTests
{
    // The first is an example that is often given for the formula: 13 words with 24 syllables. The others were reckoned by hand.
    [Theory]
    [InlineData("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 11.3)]
    [InlineData("The cat sat on the mat and ate.", -0.7)]
    [InlineData("You can leave early. You can sit and listen.", 0.6)]
    [InlineData("Community members support one another in difficult circumstances.", 17.0)]
    public void A_text_has_its_known_grade(string text, double grade) => Assert.Equal(grade, ReadingGrade.Of([text]));

    [Theory]
    [InlineData("One two three. One two three!", "One two three. One two three.")]
    [InlineData("Who leads this? Ask.", "Who leads this. Ask.")]
    [InlineData("She said: “Come.” We came.", "She said: Come. We came.")]
    [InlineData("We read it (in a book). We came.", "We read it in a book. We came.")]
    [InlineData("It cost 2,131 in all.", "It cost one in all.")]
    [InlineData("Open from 5.30 to 9.", "Open from x to x.")]
    [InlineData("The U.S. pays Dr. Page.", "The US pays Dr Page.")]
    public void Sentences_and_words_end_where_a_reader_ends_them(string text, string plain) =>
        Assert.Equal(ReadingGrade.Of([plain]), ReadingGrade.Of([text]));

    [Fact]
    public void A_paragraph_or_an_item_of_a_list_is_a_sentence_without_a_full_stop_too() =>
        Assert.Equal(ReadingGrade.Of(["Help with rent. Help with food."]), ReadingGrade.Of(["Help with rent", "Help with food"]));

    [Theory]
    [InlineData("")]
    [InlineData("– … 🪡")]
    public void Without_words_there_is_no_grade(string text) => Assert.Equal(0, ReadingGrade.Of([text]));

    [Theory]
    [InlineData(1, "a", "the", "care", "cares", "cared", "helped", "times", "whole", "need", "three", "eyes", "used", "DBSA", "12")]
    [InlineData(2, "table", "houses", "places", "wanted", "needed", "healing", "people", "careful", "safely", "peer-run", "themselves", "movement", "ready", "seeing")]
    [InlineData(3, "hospital", "everyone", "sanación", "equally", "well-being")]
    [InlineData(4, "community", "neighborhood's-own", "experiences")]
    public void A_word_has_its_syllables(int count, params string[] words) =>
        Assert.All(words, word => Assert.Equal((word, count), (word, ReadingGrade.Syllables(word))));
}
