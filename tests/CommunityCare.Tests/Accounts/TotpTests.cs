using CommunityCare.Accounts;

namespace CommunityCare.Tests.Accounts;

/// <summary>The codes of the standard's own appendix, cut to six digits.</summary>
public sealed class TotpTests
{
    // "12345678901234567890" in Base32.
    private const string Key = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(seconds);

        Assert.Equal(code, Totp.Code(Key, Totp.Step(now)));
        Assert.Equal(Totp.Step(now), Totp.Find(Key, code, now));
        Assert.Equal(Totp.Step(now), Totp.Find(Key, code, now + TimeSpan.FromSeconds(30)));
        Assert.Equal(Totp.Step(now), Totp.Find(Key, code, now - TimeSpan.FromSeconds(30)));
        Assert.Null(Totp.Find(Key, code, now + TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void Keys_are_different_and_long() => Assert.Equal(
        100,
        Enumerable.Range(0, 100).Select(_ => Totp.NewKey()).Where(k => k.Length == 32).Distinct().Count());

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870822")]
    [InlineData("٢٨٧٠٨٢")]
    public void Anything_else_is_wrong(string code) => Assert.Null(Totp.Find(Key, code, DateTimeOffset.FromUnixTimeSeconds(59)));
}
