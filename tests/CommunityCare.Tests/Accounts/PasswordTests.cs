using CommunityCare.Accounts;

namespace CommunityCare.Tests.Accounts;

public sealed class PasswordTests
{
    private const string Email = "ana.lopez+desk@garden-street.example.org";

    [Theory]
    [InlineData("a river under the old bridge")]
    [InlineData("doce letras!")]
    [InlineData("ñandú y colibrí")]
    [InlineData("互助互助は深い夜の川の石")]
    [InlineData("abcabcabcabd")]
    [InlineData("bananas and a ladder")]
    public void A_long_one_is_good_whatever_it_is_made_of(string password) => Assert.Null(PasswordRules.Fault(password, Email));

    [Theory]
    [InlineData("", PasswordFault.TooShort)]
    [InlineData("eleven char", PasswordFault.TooShort)]
    [InlineData("aaaaaaaaaaaa", PasswordFault.Repeats)]
    [InlineData("abcabcabcabc", PasswordFault.Repeats)]
    [InlineData("abcabcabcabca", PasswordFault.Repeats)]
    [InlineData("passwordpassword", PasswordFault.Repeats)]
    [InlineData("CommunityCare 1", PasswordFault.HoldsSite)]
    [InlineData("my community-care key", PasswordFault.HoldsSite)]
    [InlineData("Lopez is my name", PasswordFault.HoldsEmail)]
    [InlineData("analopezdesk 77", PasswordFault.HoldsEmail)]
    [InlineData("the Garden Street flat", PasswordFault.HoldsEmail)]
    [InlineData("ana.lopez+desk@garden-street.example.org", PasswordFault.HoldsEmail)]
    public void What_somebody_would_try_first_is_refused(string password, PasswordFault fault) => Assert.Equal(fault, PasswordRules.Fault(password, Email));

    [Fact]
    public void The_longest_is_two_hundred()
    {
        var text = string.Concat(Enumerable.Range(0, 100).Select(i => $"{i:D2}"));

        Assert.Null(PasswordRules.Fault(text, Email));
        Assert.Equal(PasswordFault.TooLong, PasswordRules.Fault(text + "x", Email));
    }
}
