using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

public sealed class EncodingsTests
{
    [Theory]
    [InlineData("br", "gzip, deflate, br, zstd")]
    [InlineData("br", "gzip, deflate, br")]
    [InlineData("br", "BR")]
    [InlineData("br", "*")]
    [InlineData("br", "br;q=0.5, gzip;q=0.5")]
    [InlineData("br", "gzip;q=0.8, *;q=0.9")]
    [InlineData("br", "identity, br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip", "deflate, gzip;q=1.0, *;q=0.5")]
    [InlineData("gzip", "br;q=0, gzip;q=0.1")]
    [InlineData("gzip", "br;q=0.2, gzip;q=0.3")]
    [InlineData("identity", "")]
    [InlineData("identity", "identity")]
    [InlineData("identity", "deflate")]
    [InlineData("identity", "zstd;q=1, gzip;q=0")]
    [InlineData("identity", "br;q=0, gzip;q=0")]
    [InlineData("identity", "*;q=0")]
    [InlineData("identity", "identity;q=1, gzip;q=0.5")]
    [InlineData("identity", "br;q=2;;;,,q=\x01")]
    public void What_a_browser_takes_comes_down_to_one_of_three(string expected, string accepted) => Assert.Equal(expected, Encodings.Of(accepted));

    [Fact]
    public void Without_the_header_or_with_it_twice_it_is_understood()
    {
        Assert.Equal("identity", Encodings.Of(default));
        Assert.Equal("br", Encodings.Of(new(["gzip;q=0.5", "br"])));
    }
}
