using System.Net;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web;

/// <summary>Nothing that the site itself offers or knows leads to an empty page.</summary>
public sealed class NobodyLeftAloneTests(Site site) : IClassFixture<Site>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("/es")]
    public async Task Every_link_of_the_home_page_leads_to_somebody(string language)
    {
        var home = await site.PageAsync(language.Length == 0 ? "/" : language);
        var links = home.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct().ToList();
        var lists = links.Where(link => link.StartsWith($"{language}/organizations", StringComparison.Ordinal) || link.StartsWith($"{language}/care/", StringComparison.Ordinal)).ToList();

        Assert.InRange(lists.Count, 7, 100);
        foreach (var link in links)
        {
            using var response = await site.GetAsync(link);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{link} answered {response.StatusCode}");
            if (lists.Contains(link))
            {
                Assert.True((await response.DocumentAsync()).QuerySelector(".result") is not null, $"{link} shows nobody");
            }
        }
    }

    [Fact]
    public async Task Every_word_that_we_know_finds_somebody_or_a_guide()
    {
        var reading = SeedReader.Read(SeedFolder.Open(Path.Combine(Repository.Root, "seed-data")));
        var words = reading.Synonyms!.List!.Groups.SelectMany(g => g.Typed.Concat(g.Searched)).Distinct().ToList();
        var nothing = new List<string>();
        foreach (var word in words)
        {
            if (!await FindsAsync(word))
            {
                nothing.Add(word);
            }
        }

        Assert.InRange(words.Count, 1_000, 10_000);
        Assert.True(nothing.Count == 0, $"{nothing.Count} of {words.Count} find nothing: {string.Join(", ", nothing)}");
    }

    [Fact]
    public async Task Every_name_of_a_term_that_somebody_has_finds_somebody_in_either_language()
    {
        await using var scope = site.Services.CreateAsyncScope();
        var offer = await scope.ServiceProvider.GetRequiredService<OrganizationSearch>().OfferAsync(Stop);
        var nothing = new List<string>();
        foreach (var term in offer.Vocabularies.SelectMany(offer.TermsOf))
        {
            foreach (var name in term.Translations.Where(t => t.Field == "name").Select(t => t.Text).Prepend(term.Name))
            {
                if (!await FindsAsync(name))
                {
                    nothing.Add(name);
                }
            }
        }

        Assert.True(nothing.Count == 0, $"Nothing is found by: {string.Join(", ", nothing)}");
    }

    // What a page would show as a result or as a guide. To count is quicker than to show.
    private async Task<bool> FindsAsync(string typed)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var search = scope.ServiceProvider.GetRequiredService<OrganizationSearch>();
        var query = SearchQuery.From([new("q", typed)], []);
        return query.IsTyped && (await search.CountAsync(query, Stop) > 0
            || await search.FindAsync(query, Stop) is { Kinds.Count: > 0 } or { Partly.Count: > 0 } or { NoLongerActive.Count: > 0 });
    }
}
