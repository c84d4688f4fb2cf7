using CommunityCare.Gazetteer;

namespace CommunityCare.Tests.Gazetteer;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("portland", "portland", 0)]
    [InlineData("portlnd", "portland", 1)]
    [InlineData("porttland", "portland", 1)]
    [InlineData("partland", "portland", 1)]
    [InlineData("oprtland", "portland", 1)]
    [InlineData("prtlnd", "portland", 2)]
    [InlineData("", "ab", 2)]
    public void A_slip_is_one_letter_or_two_that_are_swapped(string a, string b, int slips)
    {
        Assert.Equal(slips, Spelling.Slips(a, b, 3));
        Assert.Equal(slips, Spelling.Slips(b, a, 3));
    }

    [Fact]
    public void Beyond_the_limit_it_is_not_counted_further() => Assert.True(Spelling.Slips("portland", "springfield", 2) > 2);
}
