using CommunityCare.Catalog;

namespace CommunityCare.Tests.Catalog;

/// <summary>A number that is shown is one that can be called.</summary>
public sealed class PhoneTests
{
    [Theory]
    [InlineData("988")]
    [InlineData("741741")]
    [InlineData("838255")]
    [InlineData("555-0100")]
    [InlineData("(555) 010-0199")]
    [InlineData("1-800-273-TALK")]
    [InlineData("1-800-799-SAFE")]
    [InlineData("1-888-373-CONNECT")]
    [InlineData("+52 55 5259 8121")]
    public void What_a_phone_can_dial_is_a_number(string number) => Assert.True(Phone.CanBeDialled(number));

    [Theory]
    [InlineData("555 call me")]
    [InlineData("12")]
    [InlineData("5551")]
    [InlineData("510-555-010")]
    [InlineData("510-555-01000")]
    [InlineData("5105550100 5105550101")]
    [InlineData("+1 510")]
    [InlineData("+1234567890123456")]
    public void What_has_another_length_is_none(string number) => Assert.False(Phone.CanBeDialled(number));
}
