namespace CommunityCare.Tests.Checking;

public sealed class OriginalPageTests : IDisposable
{
    private const string Source = "https://circle.example.org/about";

    private readonly CuratedFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("https://a.example.org/p?utm_source=x&id=7&utm_medium=y#z", "https://a.example.org/p?id=7#z")]
    [InlineData("https://a.example.org/p/?fbclid=IwAR2", "https://a.example.org/p/")]
    [InlineData("https://a.example.org/p?share=facebook", "https://a.example.org/p")]
    [InlineData("https://a.example.org/p?rssfeed=true", "https://a.example.org/p")]
    [InlineData("https://a.example.org/p?id=7&ref=newsletter", "https://a.example.org/p?id=7")]
    [InlineData("https://a.example.org/p/amp", "https://a.example.org/p")]
    [InlineData("https://a.example.org/amp/p/12", "https://a.example.org/p/12")]
    [InlineData("https://a.example.org/p?format=amp", "https://a.example.org/p")]
    [InlineData("https://a.example.org/p.html?m=true", "https://a.example.org/p.html")]
    [InlineData("https://en.m.wikipedia.org/wiki/Doula", "https://en.wikipedia.org/wiki/Doula")]
    [InlineData("https://issuu.com./town/docs/1", "https://issuu.com/town/docs/1")]
    [InlineData("https://issuu.com./town/docs/1?utm_source=x", "https://issuu.com/town/docs/1")]
    [InlineData("https://mdsite.deno.dev/https://www.gofundme.com/f/relief?rcid=c7", "https://www.gofundme.com/f/relief")]
    [InlineData("https://l.example.com/out?to=https%3A%2F%2Fa.example.org%2Fp&h=1", "https://a.example.org/p")]
    public void A_link_that_can_be_cleaned_is_an_error_with_the_clean_one(string url, string clean)
    {
        _folder.With(CuratedFolder.Circle, Source, url);

        var problem = _folder.TheProblem();
        Assert.StartsWith($"organizations/good-circle.md:18: the link `{url}` ", problem, StringComparison.Ordinal);
        Assert.EndsWith($"; link `{clean}`", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://wikimili.com/en/Doula")]
    [InlineData("https://au.headtopics.com/news/1")]
    [InlineData("https://kiwix.example.net/wikipedia/A/Doula")]
    [InlineData("https://www2cdn.web.example.us/p")]
    [InlineData("https://amp.example.org/p")]
    [InlineData("https://m.example.org/p")]
    [InlineData("https://dev.example.org/p")]
    [InlineData("https://a-example-org.translate.goog/p")]
    [InlineData("https://archive.ph/abcde")]
    [InlineData("https://wikiless.org/wiki/Doula")]
    [InlineData("https://www.wikiless.org/wiki/Doula")]
    [InlineData("https://bit.ly/3abc")]
    [InlineData("http://tinyurl.com/abc")]
    [InlineData("https://t.co/abc")]
    [InlineData("https://goo.gl/abc")]
    [InlineData("https://ow.ly/abc")]
    [InlineData("https://buff.ly/abc")]
    [InlineData("https://is.gd/abc")]
    [InlineData("https://lnkd.in/abc")]
    public void A_copy_whose_original_cannot_be_told_is_an_error(string url)
    {
        _folder.With(CuratedFolder.Circle, Source, url);

        Assert.EndsWith("; link the original page", _folder.TheProblem(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://web.archive.org/web/2020/https://a.example.org/p?utm_source=x")]
    [InlineData("https://cybercemetery.unt.edu/archive/x/http://www.example.org/p")]
    [InlineData("https://en.everybodywiki.com/Alianza")]
    [InlineData("https://a.example.org/p?id=7&page=2&m=3#amp")]
    [InlineData("https://a.example.org/ampersand/camp")]
    [InlineData("https://dev.to/p")]
    [InlineData("https://rabbit.ly/p")]
    [InlineData("https://pinot.co/p?href=x&preference=y")]
    [InlineData("https://youtu.be/abc")]
    [InlineData("https://mobilize.example.org/https-for-all")]
    public void Archives_and_ordinary_pages_are_no_copies(string url)
    {
        _folder.With(CuratedFolder.Circle, Source, url);

        Assert.Empty(_folder.Problems());
    }

    [Fact]
    public void Every_place_of_a_link_is_looked_at()
    {
        const string Tracked = "https://circle.example.org/?fbclid=1";
        _folder.With(CuratedFolder.Circle, "website: https://circle.example.org\n", $"website: {Tracked}\nadditional_websites:\n  - url: {Tracked}\n")
            .WithService($"url: {Tracked}").WithSentence($"See [more]({Tracked}).")
            .With(CuratedFolder.Guide, "https://care.example.org/peer-support", Tracked).With(CuratedFolder.Guide, "Plain words.", $"<{Tracked}>");

        Assert.Equal(
            [
                "care-types/peer-support.md:7", "care-types/peer-support.md:13", "organizations/good-circle.md:5", "organizations/good-circle.md:7",
                "organizations/good-circle.md:19", "organizations/good-circle.md:24",
            ],
            _folder.Problems().Where(p => p.EndsWith("link `https://circle.example.org/`", StringComparison.Ordinal)).Select(p => string.Join(':', p.Split(':')[..2])));
    }
}
