using System.Net;
using System.Text.Json;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>What is offered to a reader who is still typing.</summary>
public sealed class SuggestTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Kinds_come_first_then_other_terms_then_organizations()
    {
        await _site.AddAsync("people-united", "community=people-of-color cost=free", o => o.Name = "People United");

        Assert.Equal(
            [
                new("Peer support", null, "Kind of care", "/care/peer-support"),
                new("People of color", null, "Community", "/organizations?community=people-of-color"),
                new("People United", null, "Organization", "/organizations/people-united"),
            ],
            await AskAsync("pe"));
    }

    [Fact]
    public async Task Each_is_said_and_leads_on_in_the_language_of_the_page()
    {
        await _site.AddAsync("line", "cost=free", o => (o.Name, o.Translations) = ("Hope Line", [new("es", "name", "Línea Fresca")]));
        await _site.AddAsync("freedom", change: o => o.Name = "Freedom");

        Assert.Equal(
            [
                new("Free", "en", "Filter cost", "/es/organizations?cost=free"),
                new("Línea Fresca", null, "Organización", "/es/organizations/line"),
                new("Freedom", "en", "Organización", "/es/organizations/freedom"),
            ],
            (await AskAsync("fre", "/es")).OrderBy(s => s.Text != "Free").ThenBy(s => s.Text == "Freedom"));
    }

    [Fact]
    public async Task The_number_is_said_in_words()
    {
        await _site.AddAsync("a", change: o => o.Name = "Zebra");
        Assert.Equal("1 suggestion below", await CountAsync("zeb"));

        await _site.AddAsync("b", change: o => o.Name = "Zebras");
        Assert.Equal("2 suggestions below", await CountAsync("zeb"));
        Assert.Equal("2 sugerencias abajo", await CountAsync("zeb", "/es"));
        Assert.Equal("", await CountAsync("zebu"));
    }

    [Theory]
    [InlineData("hawaii")]
    [InlineData("Hawaiʻi C")]
    [InlineData("HAWAI'I")]
    [InlineData("sanacion")]
    [InlineData("SANACIÓN")]
    [InlineData("circulo d")]
    [InlineData("  círculo   de  san ")]
    [InlineData("mothers &")]
    [InlineData("mother’s and milk")]
    public async Task Accents_capitals_and_signs_do_not_matter(string typed)
    {
        await _site.AddAsync("it", change: o => (o.Name, o.AlternateNames) = ("Hawaiʻi Círculo de Sanación", ["Mother's & Milk"]));

        Assert.Equal("/organizations/it", Assert.Single(await AskAsync(typed)).Href);
    }

    [Fact]
    public async Task A_name_that_is_not_the_shown_one_stands_beside_it()
    {
        await _site.AddAsync("kiva", change: o => (o.Name, o.AlternateNames) = ("Kiva Centers", ["The Transformation Center"]));

        Assert.Equal("Kiva Centers (The Transformation Center)", Assert.Single(await AskAsync("transf")).Text);
        Assert.Equal("Kiva Centers", Assert.Single(await AskAsync("centers")).Text);
        Assert.Equal("Peer support (word for peer-support)", Assert.Single(await AskAsync("word for p")).Text);
    }

    [Fact]
    public async Task Who_can_help_and_be_reached_comes_first_and_a_whole_name_before_a_word_within()
    {
        await _site.AddAsync("e", change: o => (o.Name, o.Status) = ("Quilt Aa", OrganizationStatus.Closed));
        await _site.AddAsync("d", change: o => (o.Name, o.Website) = ("Ab Quilt", null));
        await _site.AddAsync("c", change: o => (o.Name, o.Website) = ("Quilt Ab", null));
        await _site.AddAsync("b", change: o => o.Name = "Aa Quilt");
        await _site.AddAsync("a2", change: o => o.Name = "The Quilt Y");
        await _site.AddAsync("a1", change: o => o.Name = "Quilt X");

        Assert.Equal(["a1", "a2", "b", "c", "d", "e"], (await AskAsync("quilt")).Select(s => s.Href.Split('/')[^1]));
    }

    [Fact]
    public async Task There_are_at_most_eight_and_room_for_organizations()
    {
        await _site.WriteAsync(write => write.SaveAsync(new Vocabulary
        {
            Id = Ids.Of("how"),
            Slug = Vocabulary.How,
            Name = "How",
            Terms = [.. Enumerable.Range(0, 9).Select(i => new Term { Id = Ids.Of($"way {i}"), Slug = $"way-{i}", Name = $"Quilt way {i}" })],
        }));
        for (var i = 0; i < 9; i++)
        {
            await _site.AddAsync($"quilt-{i}", $"how=way-{i}", o => (o.Name, o.AlternateNames) = ($"Quilt {i}", [$"Quilt {i} too", $"Quilt {i} Quilt"]));
        }

        var found = await AskAsync("quilt");

        Assert.Equal([3, 5], found.CountBy(s => s.What).Select(c => c.Value));
        Assert.Equal(8, found.Select(s => s.Href).Distinct().Count());
        Assert.Equal("Way to take part", found[0].What);
    }

    [Fact]
    public async Task What_the_public_may_not_see_is_never_suggested()
    {
        await _site.AddAsync("draft", "cost=sliding-scale", o => (o.Name, o.Publication) = ("Secret Draft", Publication.Draft));
        await _site.AddAsync("archived", "cost=sliding-scale", o => (o.Name, o.Publication) = ("Secret Archive", Publication.Archived));
        await _site.AddAsync("was-public", change: o => o.Name = "Secret Once");
        await _site.WriteAsync(write => write.SaveAsync(new CareType
        {
            Id = Ids.Of("secret"),
            Slug = "secret-kind",
            Name = "Secret kind",
            Summary = "Not yet.",
            Guide = "Not yet.",
            Order = 9,
            Publication = Publication.Draft,
        }));
        Assert.Single(await AskAsync("secret"));

        await _site.WriteAsync(async write =>
        {
            var organization = (await write.FindOrganizationAsync(Ids.Of("was-public")))!;
            organization.Publication = Publication.Archived;
            await write.SaveAsync(organization);
        });

        Assert.Empty(await AskAsync("secret"));
        Assert.Empty(await AskAsync("draft"));
    }

    [Fact]
    public async Task A_term_is_suggested_while_it_leads_to_somebody()
    {
        Assert.Empty(await AskAsync("sliding"));

        await _site.AddAsync("closed", "cost=sliding-scale", o => o.Status = OrganizationStatus.Closed);
        Assert.Empty(await AskAsync("sliding"));

        await _site.AddAsync("open", "cost=sliding-scale");
        Assert.Equal("/organizations?cost=sliding-scale", Assert.Single(await AskAsync("sliding")).Href);
    }

    [Fact]
    public async Task Two_letters_are_enough_for_a_name_and_for_a_word_of_two()
    {
        await _site.AddAsync("a", "place=california", o => o.Name = "Zebra");

        Assert.Empty(await AskAsync(""));
        Assert.Empty(await AskAsync("z"));
        Assert.Empty(await AskAsync(" z! "));
        Assert.Equal("Zebra", Assert.Single(await AskAsync("ze")).Text);
        Assert.Equal("California", (await AskAsync("CA")).First().Text);
        Assert.Empty(await AskAsync("wo"));
    }

    [Theory]
    [InlineData("%%")]
    [InlineData("__")]
    [InlineData("na%")]
    [InlineData("name_of")]
    [InlineData("\"name\" AND *")]
    [InlineData("name' OR '1'='1")]
    [InlineData("{Name}: (name)")]
    [InlineData("\0\0na\0me")]
    [InlineData("🙏🏿🙏🏿")]
    [InlineData("\u202ename")]
    public async Task Signs_mean_nothing(string typed)
    {
        await _site.AddAsync("zebra", change: o => o.Name = "Zebra");

        Assert.Empty(await AskAsync(typed));
    }

    [Fact]
    public async Task Ten_thousand_letters_are_answered()
    {
        await _site.AddAsync("a", change: o => o.Name = new string('a', Entry.NameLength));

        Assert.Single(await AskAsync(new string('a', 10_000)));
        Assert.Empty(await AskAsync(new string('%', 10_000)));
        Assert.Empty(await AskAsync(string.Concat(Enumerable.Repeat("🙏🏿", 3_000))));
        Assert.Empty(await AskAsync(string.Concat(Enumerable.Repeat("é ", 5_000))));
    }

    [Theory]
    [InlineData("/suggest")]
    [InlineData("/es/suggest?q")]
    [InlineData("/suggest?q=ma&q=zz&x=1")]
    [InlineData("/suggest?q=%FF%FE%ED%A0%80")]
    public async Task It_is_neither_kept_nor_indexed(string path)
    {
        using var answer = await _site.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal("noindex", answer.Header("X-Robots-Tag"));
        Assert.Equal("application/json; charset=utf-8", answer.Header("Content-Type"));
    }

    private async Task<List<Suggested>> AskAsync(string typed, string language = "") => Suggesting.Read(await TextAsync(typed, language));

    private async Task<string> CountAsync(string typed, string language = "") =>
        JsonDocument.Parse(await TextAsync(typed, language)).RootElement.GetProperty("count").GetString()!;

    private async Task<string> TextAsync(string typed, string language)
    {
        var (status, text) = await _site.AskAsync(Suggesting.Path(typed, language));
        Assert.Equal(HttpStatusCode.OK, status);
        return text;
    }
}
