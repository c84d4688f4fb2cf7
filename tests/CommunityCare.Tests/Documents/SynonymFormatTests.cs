using CommunityCare.Catalog;
using CommunityCare.Documents;

namespace CommunityCare.Tests.Documents;

public class SynonymFormatTests
{
    private const string Good = """
        # Synonyms

        How to use = this > file.

        ## People

        - CHW = community health worker = promotora
        - shrink > therapist, counselor
        - wake, funeral > grief

        """;

    [Fact]
    public void A_line_with_equals_signs_leads_from_each_word_to_each_other() => Assert.Equal(
        [
            "CHW>community health worker", "CHW>promotora", "community health worker>CHW",
            "community health worker>promotora", "promotora>CHW", "promotora>community health worker",
        ],
        Pairs("- CHW = community health worker = promotora"));

    [Fact]
    public void A_line_with_an_arrow_leads_one_way() =>
        Assert.Equal(["shrink>therapist", "shrink>counselor"], Pairs("- shrink > therapist, counselor"));

    [Fact]
    public void Several_words_can_lead_to_the_same() =>
        Assert.Equal(["wake>grief", "wake>duelo", "funeral>grief", "funeral>duelo"], Pairs("- wake, funeral > grief, duelo"));

    [Fact]
    public void What_is_no_item_of_a_list_explains()
    {
        var (list, problems) = Read(Good);

        Assert.Empty(problems);
        Assert.Equal([7, 8, 9], list!.Groups.Select(g => g.Line));
        Assert.Equal(Good, list.Text);
    }

    [Theory]
    [InlineData("-CHW=promotora")]
    [InlineData("*  CHW =promotora")]
    [InlineData("  + CHW\t=\u00A0promotora  ")]
    [InlineData("\uFEFF- CHW = promotora")]
    [InlineData("- CHW = promotora\r\n\r\n")]
    public void A_line_that_is_written_in_another_way_is_used_and_has_one_form(string text)
    {
        var (list, problems) = Read(text);

        Assert.Empty(problems);
        Assert.Equal("- CHW = promotora\n", list!.Text);
        Assert.Equal(["CHW", "promotora"], list.Groups.Single().Typed);
    }

    [Theory]
    [InlineData("- CHW promotora", "has no sign: put = between words that mean the same, or > before what is searched too")]
    [InlineData("-", "has no sign: put = between words that mean the same, or > before what is searched too")]
    [InlineData("- CHW = promotora > midwife", "has both = and >; make two lines of it")]
    [InlineData("- CHW => promotora", "has both = and >; make two lines of it")]
    [InlineData("- CHW > promotora > midwife", "has > more than once; make two lines of it")]
    [InlineData("- CHW = promotora, promotor", "has a comma between words that mean the same; put = there")]
    [InlineData("- CHW =", "has an empty side; put a word there, or take the sign away")]
    [InlineData("- = CHW", "has an empty side; put a word there, or take the sign away")]
    [InlineData("- CHW == promotora", "has an empty side; put a word there, or take the sign away")]
    [InlineData("- CHW > promotora,", "has an empty side; put a word there, or take the sign away")]
    [InlineData("- > CHW", "has an empty side; put a word there, or take the sign away")]
    [InlineData("- ?! = promotora", "`?!` has neither a letter nor a digit")]
    [InlineData("- ʻ = promotora", "`ʻ` has neither a letter nor a digit")]
    [InlineData("- promotora = PROMOTÓRA", "`PROMOTÓRA` stands twice")]
    [InlineData("- Hawaiʻi > hawaii", "`hawaii` stands twice")]
    [InlineData("- co-op > co op", "`co op` stands twice")]
    [InlineData("- a\u200Bb = promotora", "there is a character that cannot be seen; type the line anew")]
    [InlineData("- a\u0007b = promotora", "there is a character that cannot be seen; type the line anew")]
    [InlineData("- a\u202Eb = promotora", "there is a character that cannot be seen; type the line anew")]
    [InlineData("- a\uFFFEb = promotora", "there is a character that cannot be seen; type the line anew")]
    [InlineData("- 1 = 2 = 3 = 4 = 5 = 6 = 7 = 8 = 9 = 10 = 11 = 12 = 13", "has more than 12 words; make two lines of it")]
    [InlineData("- doula = doola", "`doula` leads to `doola` on line 1 already")]
    [InlineData("- midwife, Doulá > partera, doola", "`Doulá` leads to `doola` on line 1 already")]
    public void A_line_that_cannot_be_used_is_told_and_the_others_are_used(string line, string problem)
    {
        var (list, problems) = Read($"- doula = doola\n{line}\n- home = house");

        Assert.Equal($"synonyms.md:2: {problem}", Assert.Single(problems));
        Assert.Equal([1, 3], list!.Groups.Select(g => g.Line));
        Assert.Contains('\n' + line + '\n', list.Text, StringComparison.Ordinal);
    }

    // No attribute can hold half a letter.
    [Fact]
    public void Half_a_letter_is_told() => Assert.Equal(
        "synonyms.md:1: there is a character that cannot be seen; type the line anew", Assert.Single(Read($"- a{'\uD83D'}b = c\n- d = e").Problems));

    [Fact]
    public void A_word_may_have_eighty_characters_and_not_one_more()
    {
        Assert.Empty(Read($"- {new string('x', 80)} = y").Problems);

        Assert.Equal(["synonyms.md:2: has a word that is longer than 80 characters"], Read($"- a = b\n- {new string('x', 81)} = y").Problems);
    }

    [Fact]
    public void After_two_thousand_groups_no_more_are_read()
    {
        var lines = Enumerable.Range(1, 2_002).Select(n => $"- a{n} = b{n}");

        var (list, problems) = Read(string.Join('\n', lines));

        Assert.Equal("synonyms.md:2001: there are more than 2000 groups; from here on they are not read", Assert.Single(problems));
        Assert.Equal(2_000, list!.Groups.Count);
    }

    [Fact]
    public void A_group_that_goes_on_in_the_next_line_is_told()
    {
        var (list, problems) = Read("- a = b\n  = c\n\nText.\n- d = e\n<!-- - f = g -->\n# Heading\n");

        Assert.Equal("synonyms.md:2: a group stands on one line; join this to the line above, or put an empty line between them", Assert.Single(problems));
        Assert.Equal([1, 5], list!.Groups.Select(g => g.Line));
    }

    [Theory]
    [InlineData("", "synonyms.md:1: there is no group in it, as in `- CHW = promotora`; remove the file if there shall be none")]
    [InlineData("# Synonyms\n\nNone = yet.\n", "synonyms.md:1: there is no group in it, as in `- CHW = promotora`; remove the file if there shall be none")]
    [InlineData("- a = b\n- m\uFFFDdre = mother", "synonyms.md:2: the file is not UTF-8 text; save it as UTF-8")]
    [InlineData("-\0 \0a\0=\0b\0", "synonyms.md:1: the file is not UTF-8 text; save it as UTF-8")]
    [InlineData("- alone", "synonyms.md:1: has no sign: put = between words that mean the same, or > before what is searched too")]
    public void A_file_without_a_line_that_can_be_used_is_no_list(string text, string problem)
    {
        var (list, problems) = Read(text);

        Assert.Null(list);
        Assert.Equal(problem, Assert.Single(problems));
    }

    [Fact]
    public void A_file_without_an_end_is_no_list() =>
        Assert.Equal("synonyms.md:1: the file is longer than 400000 characters", Assert.Single(Read(new string('-', 400_001)).Problems));

    [Theory]
    [InlineData("-")]
    [InlineData("- ")]
    [InlineData("=")]
    [InlineData("> ")]
    [InlineData("- =, >\n")]
    [InlineData("- a = ")]
    public void Whatever_is_repeated_ends_soon(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 400_000 / part.Length));

        Assert.Null(Record.Exception(() => Read(text)));
    }

    private static List<string> Pairs(string text) => [.. Read(text).List!.Pairs.Select(p => $"{p.Word}>{p.Means}")];

    private static (SynonymList? List, List<string> Problems) Read(string text)
    {
        var scope = new Scope(Synonym.ListSlug + ".md", Terminology.None);
        return (SynonymFormat.Read(text, scope), scope.Problems.ConvertAll(p => p.ToString()));
    }
}
