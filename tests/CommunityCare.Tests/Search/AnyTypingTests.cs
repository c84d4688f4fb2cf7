using System.Text.Encodings.Web;
using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CommunityCare.Tests.Search;

/// <summary>What holds for whatever is typed.</summary>
public sealed class AnyTypingTests(AnyTypingTests.Filled filled) : IClassFixture<AnyTypingTests.Filled>
{
    // A word has at most six forms and sixteen synonyms, each of at most forty letters of two code units.
    private const int ConceptBound = 17 * 6 * 100;

    private static readonly Vocabulary[] Vocabularies = [Terms("cost", "free", "sliding-scale"), Terms("kind", "mutual-aid", "peer-support"), Terms("place", "california")];

    [Fact]
    public void The_text_index_is_asked_something_short_that_it_understands() => AnyTyping.Holds(AnyTyping.Any, typed =>
    {
        var concepts = Concepts.Of(typed, filled.Lexicon);
        Assert.InRange(concepts.Sum(c => c.Typed.Count), 0, Words.Limit);
        Assert.All(concepts, c => Assert.All(c.Typed, word => Assert.InRange(word.Length, 1, 2 * Words.WordLength)));
        if (concepts.Count > 0)
        {
            foreach (var tier in Enum.GetValues<Tier>())
            {
                var expression = Match.Expression(concepts, tier);
                Assert.InRange(expression.Length, 1, concepts.Count * ConceptBound);
                Assert.InRange(new TextIndex(filled.Db).FindAsync(expression, CancellationToken.None).GetAwaiter().GetResult().Count, 0, 3);
            }
        }
    });

    [Fact]
    public void Each_tier_holds_the_one_before() => AnyTyping.Holds(AnyTyping.Any, typed =>
    {
        var concepts = Concepts.Of(typed, filled.Lexicon);
        var before = new Bits();
        foreach (var tier in concepts.Count > 0 ? Enum.GetValues<Tier>() : [])
        {
            var found = new TextIndex(filled.Db).FindAsync(Match.Expression(concepts, tier), CancellationToken.None).GetAwaiter().GetResult();
            Assert.Equal(before.Count, before.CountWith(found));
            before = found;
        }
    });

    [Fact]
    public void The_search_answers_whatever_is_asked() => AnyTyping.Holds(AnyTyping.Pair, asked =>
    {
        var search = new OrganizationSearch(filled.Db, filled.Snapshots, new(filled.Db));
        foreach (var query in new[] { new SearchQuery { Words = asked.Typed }, new SearchQuery { Words = asked.Typed, Near = asked.Text, IsExact = true } })
        {
            var results = search.FindAsync(query, CancellationToken.None).GetAwaiter().GetResult();
            Assert.InRange(results.Total, 0, 3);
            Assert.Equal(results.Total, results.Parts.Sum(p => p.Organizations.Count));
        }
    }, times: 200);

    [Fact]
    public void A_question_is_the_same_after_it_was_an_address() => AnyTyping.Holds(Parameters().ToArbitrary(), parameters =>
    {
        var asked = SearchQuery.From(parameters, Vocabularies);
        var again = SearchQuery.From(QueryHelpers.ParseQuery(asked.ToQueryString()), Vocabularies);

        Assert.Equal(asked.ToQueryString(), again.ToQueryString());
        Assert.Equal(
            (asked.Words, asked.IsExact, asked.Near, asked.Within, asked.Sort, asked.Page),
            (again.Words, again.IsExact, again.Near, again.Within, again.Sort, again.Page));
        Assert.Equal(asked.Filters.SelectMany(f => f.Value, (f, slug) => (f.Key, slug)), again.Filters.SelectMany(f => f.Value, (f, slug) => (f.Key, slug)));
        Assert.Contains(asked.Within, Radius.Offered);
        Assert.InRange(asked.Near.Length, 0, Geocoder.TypedLength);
    });

    [Fact]
    public void What_is_marked_lies_in_the_text_in_order_and_apart() => AnyTyping.Holds(AnyTyping.Pair, pair =>
    {
        var end = 0;
        foreach (var (start, length) in SoughtBy(pair.Typed).In(pair.Text))
        {
            Assert.InRange(start, end, pair.Text.Length - 1);
            Assert.InRange(length, 1, pair.Text.Length - start);
            end = start + length;
        }
    });

    [Fact]
    public void A_marked_text_is_the_text_and_nothing_in_it_is_markup_but_the_marks() => AnyTyping.Holds(AnyTyping.Pair, pair =>
    {
        using var html = new StringWriter();
        Highlight.Of(pair.Text, SoughtBy(pair.Typed)).WriteTo(html, HtmlEncoder.Default);
        var marked = html.ToString();

        // No encoded text holds these, and a mark that would part a letter would encode its halves.
        Assert.Equal(HtmlEncoder.Default.Encode(pair.Text), marked.Replace("<mark>", "", StringComparison.Ordinal).Replace("</mark>", "", StringComparison.Ordinal));
        Assert.Equal(marked.Split("<mark>").Length, marked.Split("</mark>").Length);
        Highlight.Snippet(pair.Text, SoughtBy(pair.Typed))?.WriteTo(html, HtmlEncoder.Default);
    });

    [Fact]
    public void What_is_typed_is_marked_where_it_stands()
    {
        Assert.Equal([(2, 10)], SoughtBy("mutual aid").In("a Mútual-Aid, mutualaid, ayuda"));
        Assert.Equal([(0, 4), (9, 7)], SoughtBy("care Hawaii").In("Care and Hawaiʻi"));
    }

    [Fact]
    public void Plain_words_stay_as_they_are() => AnyTyping.Holds(AnyTyping.Any, text =>
    {
        var plain = Words.Plain(text);
        Assert.Equal(Words.Tokens(text), plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(plain, Words.Plain(plain));
    });

    private static Gen<List<KeyValuePair<string, StringValues>>> Parameters()
    {
        var names = Gen.Elements("q", "exact", "near", "within", "sort", "page", "cost", "kind", "place", "other");
        var values = Gen.OneOf(
            AnyTyping.Texts,
            Gen.Elements("1", "2", "10", "25", "50", "7", "name", "fresh", "nearest", "best", "free", "sliding-scale", "mutual-aid", "not-stated", "california", "94601"));
        return (from name in names from value in values.ArrayOf() select KeyValuePair.Create(name, new StringValues(value))).ListOf().Select(p => p.ToList());
    }

    private static Vocabulary Terms(string slug, params string[] terms) => new() { Slug = slug, Terms = [.. terms.Select(t => new Term { Slug = t })] };

    private Sought SoughtBy(string typed) => Sought.Of(Concepts.Of(typed, filled.Lexicon), filled.Lexicon);

    /// <summary>Filled once; these tests only ask.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        private Shelf _shelf = null!;

        internal CareDb Db { get; private set; } = null!;

        internal Lexicon Lexicon { get; private set; } = null!;

        internal Snapshots Snapshots { get; } = new();

        public async ValueTask InitializeAsync()
        {
            _shelf = await Shelf.NewAsync();
            _shelf.Files.Write("synonyms.md", "# Synonyms\n\n- free food = comida gratis\n- grandmothers > elders, people of color, care of the old\n");
            await _shelf.SeedAsync();
            await _shelf.AddAsync("care", "cost=free kind=mutual-aid", o => (o.Summary, o.Locations) = ("Free food for grandmothers.", [Samples.Location("Oakland", "CA")]));
            await _shelf.AddAsync("other", "cost=free community=people-of-color place=everywhere", o => o.Name = "Care name a AND OR NOT NEAR 互助 こころ 0 1 5");
            await _shelf.AddAsync("sanacion", "place=california", o => o.Name = "Sanación de la 4");
            Db = _shelf.Catalogue.Db();
            Lexicon = (await Snapshots.NewestAsync(Db, CancellationToken.None)).Lexicon;
        }

        public async ValueTask DisposeAsync()
        {
            await Db.DisposeAsync();
            Snapshots.Dispose();
            _shelf.Dispose();
        }
    }
}
