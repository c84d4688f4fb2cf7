using System.Text;
using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.WebUtilities;

namespace CommunityCare.Tests.Search;

/// <summary>The query string is the state: whatever an address says, one bounded question comes out of it.</summary>
public sealed class SearchQueryTests
{
    private static readonly Vocabulary[] Vocabularies =
    [
        Words("kind", "peer-support", "mutual-aid"),
        Words("place", "everywhere", "california"),
        Words("cost", [.. Enumerable.Range(0, 1_000).Select(i => $"price-{i:000}"), "free"]),
    ];

    [Theory]
    [InlineData("")]
    [InlineData("?q=healing%20circle")]
    [InlineData("?q=c%2B%2B%20%26%20d%3De%23f%25")]
    [InlineData("?q=sanaci%C3%B3n%20Hawai%CA%BBi")]
    [InlineData("?cost=free")]
    [InlineData("?cost=free&kind=mutual-aid&kind=peer-support&place=california&place=not-stated")]
    [InlineData("?q=circle&cost=free&place=california&sort=fresh&page=3")]
    [InlineData("?kind=not-stated&sort=name&page=10000")]
    public void An_address_says_the_same_after_a_round_trip(string address) => Assert.Equal(address, From(address).ToQueryString());

    [Theory]
    [InlineData("?place=california&cost=free&q=x&page=2", "?q=x&cost=free&place=california&page=2")]
    [InlineData("?kind=peer-support&kind=mutual-aid", "?kind=mutual-aid&kind=peer-support")]
    [InlineData("?kind=peer-support&kind=peer-support", "?kind=peer-support")]
    [InlineData("?page=1&sort=best&q=", "")]
    [InlineData("?sort=FRESH&q=%20%20x%20", "?q=x&sort=fresh")]
    public void The_same_question_has_one_address(string address, string canonical) => Assert.Equal(canonical, From(address).ToQueryString());

    [Theory]
    [InlineData("", false)]
    [InlineData("?cost=free&sort=name&page=2&unknown=words", false)]
    [InlineData("?q=%20%21", false)]
    [InlineData("?q=x", true)]
    [InlineData("?cost=free&q=my%20name", true)]
    public void It_knows_whether_a_reader_typed_anything(string address, bool isTyped) => Assert.Equal(isTyped, From(address).IsTyped);

    [Theory]
    [InlineData("?page=-1")]
    [InlineData("?page=0")]
    [InlineData("?page=1e9")]
    [InlineData("?page=abc")]
    [InlineData("?page=10001")]
    [InlineData("?page=99999999999999999999")]
    [InlineData("?page=%D9%A3")]
    [InlineData("?page=+2")]
    [InlineData("?page=2.0")]
    [InlineData("?page=0x10")]
    [InlineData("?page=")]
    [InlineData("?sort=__")]
    [InlineData("?sort=99")]
    [InlineData("?sort=-1")]
    [InlineData("?sort=name,fresh")]
    [InlineData("?sort=")]
    [InlineData("?kind=no-such-kind")]
    [InlineData("?kind=Peer-Support")]
    [InlineData("?kind=")]
    [InlineData("?kind=peer-support%00")]
    [InlineData("?kind=' OR 1=1 --")]
    [InlineData("?no-such-filter=free")]
    [InlineData("?utm_source=x&fbclid=y&q[]=z&q.a=b&__proto__=1")]
    [InlineData("?")]
    [InlineData("?&&&=&=x&%00=1")]
    [InlineData("?q=%20%09%0A%00%7F%1B")]
    [InlineData("?q=%EF%BF%BD%EF%BF%BD")]
    [InlineData("?q=!!!")]
    [InlineData("?q=%CA%BB%E2%80%9C")]
    [InlineData("?q=%F0%9F%99%8F%F0%9F%8F%BF")]
    [InlineData("?q=%EF%BF%BE%EF%BF%BF")]
    public void What_is_unknown_or_absurd_is_ignored(string address) => Assert.Equal("", From(address).ToQueryString());

    [Fact]
    public void Whatever_is_typed_is_one_clean_line_of_bounded_length()
    {
        foreach (var typed in new[]
        {
            new string('a', 10_000), string.Concat(Enumerable.Repeat("a ", 5_000)), "one\r\nSet-Cookie: two\ttab\0nul", "lone \ud800 high and \udc00 low",
            "\udc00\ud800", "emoji 🙏🏿 and 👩‍👩‍👧", new string('\u0301', 500), "\ufffe\uffff\ufffd", "%FF%FE %ED%A0%80", "𐓏𐓘𐓻𐓘𐓻𐓟", new string('a', 199) + "🙏🏿", "\u202eright to left", " padded ", "\ufffd padded \ufffd",
        })
        {
            var query = SearchQuery.From([new("q", typed)], Vocabularies);
            Assert.InRange(query.Words.Length, 0, SearchQuery.WordsLength);
            Assert.DoesNotContain(query.Words.EnumerateRunes(), r => Rune.IsControl(r) || r == Rune.ReplacementChar);
            Assert.Equal(query.Words.Trim(), query.Words);
            Assert.Equal(query.Words, From(query.ToQueryString()).Words);
        }
    }

    [Fact]
    public void A_thousand_values_are_no_more_work_than_a_few()
    {
        var address = "?" + string.Join('&', Enumerable.Range(0, 1_000).Select(i => $"cost=price-{i:000}"));
        var query = SearchQuery.From([.. QueryHelpers.ParseQuery(address), new("q", Enumerable.Repeat("word", 1_000).ToArray())], Vocabularies);

        Assert.Equal(SearchQuery.ValuesLimit, query.Chosen("cost").Count);
        Assert.Equal("word", query.Words);
    }

    [Fact]
    public void A_null_value_is_no_value()
    {
        var query = SearchQuery.From([new("q", new string?[] { null }), new("cost", new string?[] { null, "free" }), new("page", default)], Vocabularies);

        Assert.Equal("?cost=free", query.ToQueryString());
    }

    [Fact]
    public void Each_change_is_a_small_change_of_the_address()
    {
        var query = From("?q=circle&cost=free&sort=name&page=4");

        Assert.Equal("?q=circle&cost=free&kind=mutual-aid&sort=name", query.With("kind", "mutual-aid").ToQueryString());
        Assert.Equal("?q=circle&cost=free&cost=not-stated&sort=name", query.With("cost", "not-stated").ToQueryString());
        Assert.Equal("?q=circle&sort=name", query.Without("cost", "free").ToQueryString());
        Assert.Equal("?cost=free&sort=name", query.WithoutWords().ToQueryString());
        Assert.Equal("?q=circle&cost=free&sort=fresh", query.By(Sort.Fresh).ToQueryString());
        Assert.Equal("?q=circle&cost=free&sort=name&page=5", query.On(5).ToQueryString());
        Assert.Equal("?q=circle&cost=free&sort=name&page=4", query.ToQueryString());
        Assert.Equal(query.On(1).ToQueryString(), query.With("kind", "mutual-aid").Without("kind", "mutual-aid").ToQueryString());
        Assert.Equal(query.On(1).ToQueryString(), query.Without("place", "california").ToQueryString());
        Assert.True(query.Has("cost", "free"));
        Assert.False(query.Without("cost", "free").IsFiltered);
    }

    [Fact]
    public void The_order_in_which_a_question_is_put_together_leaves_no_trace()
    {
        (string, string)[] filters = [("cost", "free"), ("place", "california"), ("kind", "mutual-aid"), ("kind", "peer-support"), ("cost", "price-001")];
        var random = new Random(7);
        var addresses = Enumerable.Range(0, 50).Select(_ => filters.OrderBy(_ => random.Next())
            .Aggregate(SearchQuery.Everything, (query, f) => query.With(f.Item1, f.Item2)).ToQueryString());

        Assert.Equal("?cost=free&cost=price-001&kind=mutual-aid&kind=peer-support&place=california", Assert.Single(addresses.Distinct()));
    }

    private static SearchQuery From(string address) => SearchQuery.From(QueryHelpers.ParseQuery(address), Vocabularies);

    private static Vocabulary Words(string slug, params string[] terms) =>
        new() { Slug = slug, Terms = [.. terms.Select(t => new Term { Slug = t })] };
}
