using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>What words mean here: synonyms, slips of the hand, and what is left when nobody has all the words.</summary>
public sealed class MeaningTests(MeaningTests.Filled filled) : IClassFixture<MeaningTests.Filled>
{
    [Theory]
    [InlineData("warm line", "says-line says-linea")]
    [InlineData("linea calida", "says-linea says-line")]
    [InlineData("shrink", "says-shrink says-counselor")]
    [InlineData("counselor", "says-counselor")]
    [InlineData("shrinks", "says-shrink says-counselor")]
    public async Task The_word_itself_comes_before_what_else_it_means_and_one_way_is_one_way(string typed, string slugs) =>
        Assert.Equal(slugs, await AskAsync(typed, exact: true));

    [Theory]
    [InlineData("penniless", "has-free")]
    [InlineData("I really have no money", "has-free")]
    [InlineData("no tengo dinero", "has-free")]
    public async Task A_synonym_that_names_a_term_finds_whoever_has_it(string typed, string slug) =>
        Assert.Equal(slug, await AskAsync(typed, exact: true));

    [Fact]
    public async Task Quotes_ask_for_the_words_as_they_stand() => Assert.Equal("says-shrink", await AskAsync("\"shrink\"", exact: true));

    [Theory]
    [InlineData("peer support", "peer-support")]
    [InlineData("someone who sat there before", "peer-support")]
    [InlineData("counselor", "")]
    public async Task A_word_that_names_a_kind_of_care_is_answered_with_its_guide(string typed, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', (await FindAsync(typed)).Kinds));

    [Theory]
    [InlineData("counsellor", "counselor", "says-counselor")]
    [InlineData("grandmohters", "grandmothers", "weaves")]
    [InlineData("wevers", "weavers", "weaves")]
    [InlineData("comadrhona", "comadrona", "births")]
    [InlineData("komadrona", "comadrona", "births")]
    [InlineData("Vets 4 Warriors", "vets4warriors", "joined")]
    [InlineData("grandmothersweavers", "grandmothers weavers", "weaves")]
    public async Task A_slip_is_corrected_and_said(string typed, string corrected, string first)
    {
        var results = await FindAsync(typed);

        Assert.Equal(corrected, results.Corrected);
        Assert.Equal(first, results.In(Reach.Here)[0].Slug);

        var exact = await FindAsync(typed, exact: true);
        Assert.Equal((null, 0), (exact.Corrected, exact.Total));
        Assert.Equal(corrected, exact.Spelling);
    }

    [Theory]
    [InlineData("weavers")]
    [InlineData("xyzzyq")]
    [InlineData("4711")]
    [InlineData("the")]
    public async Task What_is_right_or_beyond_help_is_left_as_it_is(string typed)
    {
        var results = await FindAsync(typed);

        Assert.Equal((null, null), (results.Corrected, results.Spelling));
    }

    [Fact]
    public async Task Nothing_is_corrected_to_what_finds_nothing()
    {
        var random = new Random(20261122);
        string[] words = ["counselor", "grandmothers", "weavers", "comadrona", "warm", "mutual", "warriors", "shrink", "sanacion", "gone"];
        var corrected = 0;
        for (var i = 0; i < 200; i++)
        {
            var word = words[random.Next(words.Length)];
            var typed = word.Remove(random.Next(word.Length), 1).Insert(random.Next(word.Length - 1), ((char)('a' + random.Next(26))).ToString());
            var results = await FindAsync(typed);
            Assert.True(results.Corrected is null || results.Total + results.NoLongerActive.Count > 0, $"{typed} became {results.Corrected}");
            corrected += results.Corrected is null ? 0 : 1;
        }

        Assert.InRange(corrected, 50, 200);
    }

    [Fact]
    public async Task Who_has_the_most_telling_of_the_words_comes_first_where_few_have_them_all()
    {
        // Everybody says summary, and one alone says grandmothers.
        var results = await FindAsync("summary grandmothers comadrona");
        Assert.Equal(0, results.Total);
        Assert.Equal(["births", "weaves"], results.Partly.Select(o => o.Slug).Order());

        var alone = await FindAsync("weavers counselor summary zzzzqq", exact: true);
        Assert.DoesNotContain("joined", alone.Partly.Select(o => o.Slug));
    }

    [Theory]
    [InlineData("summary")]
    [InlineData("summary says")]
    public async Task Where_many_have_them_all_nobody_is_shown_who_has_some(string typed) => Assert.Empty((await FindAsync(typed)).Partly);

    [Fact]
    public async Task Whoever_has_them_all_is_not_shown_twice()
    {
        var results = await FindAsync("grandmothers summary");

        Assert.Equal("weaves", Assert.Single(results.In(Reach.Here)).Slug);
        Assert.DoesNotContain("weaves", results.Partly.Select(o => o.Slug));
    }

    private Task<SearchResults> FindAsync(string typed, bool exact = false) => filled.Shelf.FindAsync($"?{(exact ? "exact=1&" : "")}q={Uri.EscapeDataString(typed)}");

    private async Task<string> AskAsync(string typed, bool exact) => Shelf.Shown(await FindAsync(typed, exact));

    /// <summary>Filled once; these tests only ask.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public Shelf Shelf { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Shelf = await Shelf.NewAsync();
            Shelf.Files.Write("synonyms.md", """
                # Synonyms

                - warm line = línea cálida
                - shrink > counselor
                - penniless, have no money, no tengo dinero > free
                - sat there before > peer support

                """);
            await Shelf.SeedAsync();
            await AddAsync("says-line", "We answer a warm line.");
            await AddAsync("says-linea", "Contestamos una línea cálida.");
            await AddAsync("says-shrink", "No shrink here.");
            await AddAsync("says-counselor", "A counselor listens.");
            await AddAsync("has-free", "Meals.", "cost=free");
            await AddAsync("weaves", "Summary of grandmothers, who are weavers.");
            await AddAsync("births", "Summary of a comadrona.");
            await AddAsync("joined", "Summary of Vets4Warriors.");
            await AddAsync("sits", "Summary of people.", "kind=peer-support");
            await AddAsync("says-a", "Summary of somebody who says it.");
            await AddAsync("says-b", "Summary of somebody who says it.");
            await AddAsync("says-c", "Summary of somebody who says it.");
        }

        public ValueTask DisposeAsync()
        {
            Shelf.Dispose();
            return ValueTask.CompletedTask;
        }

        private Task AddAsync(string slug, string summary, string terms = "") => Shelf.AddAsync(slug, terms, o =>
        {
            (o.Summary, o.Name) = (summary, $"Group {slug[^1]}{slug.Length}");
            o.Services[0].Name = "Meeting";
        });
    }
}
