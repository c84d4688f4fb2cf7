using System.Text;
using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>Whatever people type, the text index is asked something that it can only understand in one way.</summary>
public sealed class HostileWordsTests(HostileWordsTests.Filled filled) : IClassFixture<HostileWordsTests.Filled>
{
    // Twelve words of forty letters with their quotes, each in its forms and with the columns it may stand in.
    private const int Bound = 12 * 300;

    private static readonly Lexicon Nothing = new([], [], []);

    private static readonly string[] Operators =
    [
        "AND", "OR", "NOT", "NEAR", "NEAR(", "(", ")", "\"", "\"\"", "*", "^", ":", "+", "-", "{", "}", "{Name}:", "Name:", "rowid", "'", ";", "--", "/*", "\\", "%", "_",
        ",", ".", "?", "@", "$1", "{0}", "{1}", "{{", "}}", "\0", "\u0301", "\ufffe", "\uffff", "\ud800", "\udc00", "🙏🏿", "ʻ", "’", "\u202e", "\u200d", " ", "\t", "a", "care",
    ];

    public static TheoryData<string> Hostile { get; } =
    [
        "", " ", "\t\r\n", "AND", "OR", "NOT", "NEAR", "and or not", "care AND", "AND care", "care OR OR name", "care NOT name", "NOT care", "NEAR(care name, 5)",
        "NEAR(", "NEAR/2", "(", ")", "()", "((((((((((", "(care", "care)", "\"", "\"\"", "\"\"\"", "\"care", "care\"", "\"care\" \"", "ca\"re", "*", "care*", "*care", "**", "^", "^care",
        "care^", ":", "Name:care", "Name : care", "{Name OtherNames} : care", "-Name:care", "- {Name} : care", "SearchIndex:care", "rowid:1", "rank:bm25(0)", "rank", "+",
        "care + name", "+care", "-", "-care", "care-name", "--", "{", "}", "{}", "{care}", "[care]", "<script>alert(1)</script>", "care;", "'", "''", "' OR '1'='1",
        "'; DROP TABLE SearchDocuments; --", "1); DELETE FROM Organizations; --", "care' UNION SELECT Text FROM Revisions --", "%", "_", "care%", "$0", "@p0", "{0}", "{{0}}", "{1}{2}{999}", "\\",
        "\\\"", "care\\", "!!!", "???", "...", "¿¡", "—–…", "\0", "care\0name", "\0\0\0", "\u202ecare", "\u200f\u200e", "\u061c", "\u0301", "\u0301\u0301\u0301", "e\u0301", "c\u0338a\u0338re",
        "\u0e33\u0e31", "\u20dd", "互助", "こころ", "돌봄 모임", "помощь", "رعاية", "טיפול", "सहायता", "🙏🏿", "👩‍👩‍👧", "care 🙏🏿", "𐓏𐓘𐓻𐓘𐓻𐓟", "Ⅻ", "½", "²", "٣", "\ud800", "\udc00",
        "a\ud800b", "\udc00\ud800", "\ufffe", "\uffff", "\ufdd0", "care\ufffe", "\ufffd", "\ue000", "\u00ad", "care\u00adname", "\u200b", "\ufeff", "Hawaiʻi", "Hawai'i", "Hawaii", "HAWAIʻI",
        "ʻʻʻ", "'''", "`´’‘", "sanación", "SANACIÓN", "ßtraße", "İstanbul", "ﬁre", "ǅ", new string('a', 10_000), new string('"', 10_000), new string('(', 10_000), new string('\u0301', 10_000),
        new string('互', 10_000), string.Concat(Enumerable.Repeat("care ", 2_000)), string.Concat(Enumerable.Repeat("\"a\" OR ", 1_500)), string.Concat(Enumerable.Repeat("*:", 5_000)),
    ];

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public async Task Nothing_that_is_typed_breaks_the_search(string typed)
    {
        await filled.AskAsync(typed);
        await filled.Shelf.FindAsync("?sort=fresh&q=" + Uri.EscapeDataString(new string([.. typed.Take(300).Where(c => !char.IsSurrogate(c))])));
    }

    [Fact]
    public async Task Nothing_that_chance_types_breaks_the_index()
    {
        var random = new Random(20261122);
        await using var db = filled.Shelf.Catalogue.Db();
        for (var i = 0; i < 5_000; i++)
        {
            var typed = new StringBuilder();
            for (var part = random.Next(1, 12); part > 0; part--)
            {
                typed.Append(random.Next(3) > 0 ? Operators[random.Next(Operators.Length)] : ((char)random.Next(0x10000)).ToString());
            }

            try
            {
                await Filled.AskAsync(db, typed.ToString());
            }
            catch (Exception e)
            {
                Assert.Fail($"{string.Concat(typed.ToString().Select(c => $"\\u{(int)c:x4}"))}: {e.Message}");
            }
        }
    }

    [Theory]
    [InlineData("NOT care", "not care")]
    [InlineData("care OR nothing", "care or nothing")]
    [InlineData("Name:care", "name care")]
    [InlineData("{0} care", "0 care")]
    [InlineData("NEAR(care name, 5)", "near care name 5")]
    public void Operators_are_words_like_any_other(string typed, string words) =>
        Assert.Equal(words, string.Join(' ', Words.Split(typed).SelectMany(t => t.Words)));

    /// <summary>Filled once; these tests only ask.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public Shelf Shelf { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Shelf = await Shelf.NewAsync();
            await Shelf.AddAsync("care", "cost=free");
            await Shelf.AddAsync("other", "cost=free", o => o.Name = "Care name a AND OR NOT NEAR 互助 こころ 0 1 5");
        }

        public ValueTask DisposeAsync()
        {
            Shelf.Dispose();
            return ValueTask.CompletedTask;
        }

        public async Task AskAsync(string typed)
        {
            await using var db = Shelf.Catalogue.Db();
            await AskAsync(db, typed);
        }

        internal static async Task AskAsync(CareDb db, string typed)
        {
            var concepts = Concepts.Of(typed, Nothing);
            if (concepts.Count > 0)
            {
                foreach (var tier in Enum.GetValues<Tier>())
                {
                    var expression = Match.Expression(concepts, tier);
                    Assert.InRange(expression.Length, 4, Bound);
                    Assert.InRange((await new TextIndex(db).FindAsync(expression, TestContext.Current.CancellationToken)).Count, 0, 2);
                }
            }
        }
    }
}
