using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>Words may change under the entries that use them.</summary>
public sealed class WordsTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations(3);
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_term_that_is_gone_is_retired_and_comes_back()
    {
        _files.Vocabulary("community", 2, ("immigrants", "Immigrants", "newcomers"));
        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);
        Assert.True((await TermAsync("people-of-color")).Retired);

        _files.Vocabulary("community", 2, ("immigrants", "Immigrants", "newcomers"), ("people-of-color", "People of color", "BIPOC"));
        await _catalogue.SeedAsync(_files);
        Assert.False((await TermAsync("people-of-color")).Retired);
        Assert.Equal(["immigrants", "people-of-color"], await SlugsAsync("community"));
    }

    [Fact]
    public async Task An_entry_keeps_a_retired_term()
    {
        await _catalogue.SaveAsync(Samples.Organization("made-here", Samples.Link("community", "people-of-color")));

        await _catalogue.SeedAsync(_files.Vocabulary("community", 2, ("immigrants", "Immigrants", "newcomers")));

        Assert.Equal("people-of-color", (await _catalogue.OrganizationAsync(Ids.Of("made-here"))).Terms.Single().Term.Slug);
        Assert.Equal(["made-here"], await _catalogue.FoundByAsync("bipoc"));
        Assert.True(await _catalogue.EditAsync(Ids.Of("made-here"), o => o.Name = "Still here"));
    }

    [Fact]
    public async Task A_new_term_can_be_used_at_once()
    {
        _files.Vocabulary("cost", 6, ("free", "Free", "gratis"), ("sliding-scale", "Sliding scale", "low fee"), ("barter", "Barter", "swap"))
            .Replace("organizations/group-01.md", "cost: [free]", "cost: [free, barter]");

        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);

        Assert.Equal(["group-01"], await _catalogue.FoundByAsync("barter"));
    }

    [Fact]
    public async Task A_slug_can_change_in_the_vocabulary_and_in_all_entries_at_once()
    {
        _files.Replace("vocabulary/cost.md", "slug: free", "slug: no-cost");
        for (var i = 1; i <= 3; i++)
        {
            _files.Replace($"organizations/group-0{i}.md", "cost: [free]", "cost: [no-cost, sliding-scale]");
        }

        var report = await _catalogue.SeedAsync(_files);

        Assert.Empty(report.Problems);
        Assert.Empty(report.Waiting);
        Assert.Equal(["no-cost", "peer-support", "sliding-scale", "spanish"], (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Terms.Select(l => l.Term.Slug).Order());
    }

    [Fact]
    public async Task Two_terms_can_swap_their_slugs()
    {
        _files.Replace("vocabulary/cost.md", "slug: free", "slug: x").Replace("vocabulary/cost.md", "slug: sliding-scale", "slug: free")
            .Replace("vocabulary/cost.md", "slug: x", "slug: sliding-scale");

        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);

        Assert.Equal("Sliding scale", (await TermAsync("free")).Name);
    }

    [Fact]
    public async Task A_term_whose_id_was_lost_is_known_by_its_slug()
    {
        var id = (await TermAsync("free")).Id;

        Assert.Empty((await _catalogue.SeedAsync(_files.Replace("vocabulary/cost.md", id.ToString(), Guid.NewGuid().ToString()))).Problems);

        Assert.Equal(id, (await TermAsync("free")).Id);
        Assert.Equal(3, (await _catalogue.FoundByAsync("gratis")).Count);
    }

    [Fact]
    public async Task A_term_can_take_the_slug_of_one_that_goes()
    {
        await _catalogue.SeedAsync(_files.Vocabulary("community", 2, ("people-of-color", "People of color", "BIPOC"))
            .Replace("vocabulary/community.md", "slug: people-of-color", "slug: immigrants"));

        Assert.Equal("People of color", (await TermAsync("immigrants")).Name);
        Assert.Equal(2, (await SlugsAsync("community")).Count);
    }

    private Task<Term> TermAsync(string slug) => _catalogue.ReadAsync(db => db.Terms.SingleAsync(t => t.Slug == slug, Stop));

    private Task<List<string>> SlugsAsync(string vocabulary) => _catalogue.ReadAsync(db =>
        db.Terms.Where(t => t.Vocabulary.Slug == vocabulary).OrderBy(t => t.Order).Select(t => t.Slug).ToListAsync(Stop));
}
