using System.Net;
using CommunityCare.Catalog;
using CommunityCare.Proposals;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Proposals;

/// <summary>Whoever knows a group that is not listed tells us in a minute.</summary>
public sealed class SuggestTests : IAsyncLifetime
{
    private const string Path = "/suggest-an-organization";

    private readonly SmallSite _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _site.AddAsync("freedom-store", "cost=free", o =>
        (o.Name, o.Website) = ("Freedom Store", "https://www.facebook.com/freedomstore/"));

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Theory]
    [InlineData("", "en")]
    [InlineData("/es", "es")]
    public async Task What_was_written_is_kept_and_thanked_for_on_a_page_of_its_own(string prefix, string language)
    {
        var form = (await ReaderForm.OpenAsync(_site, prefix + Path))
            .With("name", "  Porch Circle ").With("text", "We sit together.\r\nAll are welcome.").With("phone", "510-555-0100")
            .With("city", "Oakland").With("state_province", "california").With("source", "I go there.").With("contact", "sam@example.org")
            .Also("kind", "peer-support").Also("kind", "mutual-aid");

        using var answer = await form.SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(prefix + "/thanks/suggestion", answer.Header("Location"));
        await _site.PageAsync(prefix + "/thanks/suggestion");
        var kept = Assert.Single(await AllAsync());
        Assert.Equal(
            [new("name", "Porch Circle"), new("text", "We sit together.\nAll are welcome."), new("kind", "peer-support,mutual-aid"), new("phone", "510-555-0100"), new("city", "Oakland"), new("state_province", "CA")],
            kept.Fields);
        Assert.Equal((ProposalKind.NewOrganization, ProposalState.Waiting, "I go there.", "sam@example.org", language), (kept.Kind, kept.State, kept.Source, kept.Contact, kept.Language));
        Assert.Equal((null, null, _site.Clock.Now.UtcDateTime), (kept.EntryId, kept.BasedOn, kept.Since));
    }

    [Fact]
    public async Task What_is_missing_is_said_on_top_and_beside_its_field_and_nothing_is_lost()
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("text", "We sit together.").Also("kind", "mutual-aid").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.DocumentAsync();
        var summary = page.QuerySelector("#problems")!;
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.Equal(["#name", "#website"], summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
        foreach (var name in new[] { "name", "website" })
        {
            var field = page.GetElementById(name)!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains(page.GetElementById($"{name}-problem")!.TextContent, summary.TextContent, StringComparison.Ordinal);
            Assert.Contains($"{name}-problem", field.GetAttribute("aria-describedby"), StringComparison.Ordinal);
        }

        Assert.StartsWith("Not sent yet: ", page.Title, StringComparison.Ordinal);
        var again = new ReaderForm(_site, page);
        Assert.Equal(("We sit together.", "mutual-aid"), (again.Value("text"), again.Value("kind")));
        Assert.Empty(await AllAsync());
        using var sent = await again.With("name", "Porch Circle").With("address_1", "On our porch").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
    }

    [Theory]
    [InlineData("The Freedom Store", "")]
    [InlineData("freedom store of Oakland", "")]
    [InlineData("FREEDOM", "")]
    [InlineData("Somebody else", "facebook.com/FreedomStore")]
    [InlineData("Somebody else", "http://facebook.com/freedomstore/?ref=1")]
    public async Task A_name_or_website_that_is_listed_is_shown_before_the_suggestion_is_taken(string name, string website)
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("name", name).With("website", website).With("phone", "510-555-0100").SendAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await AllAsync());
        var form = await ReaderForm.OfAsync(_site, answer);
        Assert.Equal("/organizations/freedom-store", form.Page.QuerySelector("#alike li a")!.GetAttribute("href"));
        Assert.Equal("yes", form.Page.QuerySelector("#alike button[name=another]")!.GetAttribute("value"));

        using var sent = await form.With("another", "yes").SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Equal(name, Assert.Single(await AllAsync()).Fields[0].Text);
    }

    [Theory]
    [InlineData("Porch Circle", "https://www.facebook.com/porchcircle")]
    [InlineData("Fre", "")]
    [InlineData("\"*%_", "https://%")]
    public async Task A_group_that_is_like_no_other_is_taken_at_once(string name, string website)
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("name", name).With("website", website).With("phone", "510-555-0100").SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task What_is_not_public_is_like_nothing()
    {
        await _site.AddAsync("quiet-house", "", o => (o.Name, o.Website, o.Publication) = ("Quiet House", "https://quiet.example.org", Publication.Draft));

        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("name", "Quiet House").With("website", "https://quiet.example.org").SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task The_form_can_be_found_from_every_page()
    {
        foreach (var path in new[] { "/", "/crisis", "/organizations/freedom-store", "/organizations?q=zzzz" })
        {
            Assert.NotNull((await _site.PageAsync(path)).QuerySelector($"footer a[href='{Path}']"));
            Assert.NotNull((await _site.PageAsync(path == "/" ? "/es" : "/es" + path)).QuerySelector($"footer a[href='/es{Path}']"));
        }

        Assert.NotNull((await _site.PageAsync("/organizations?q=zzzz")).QuerySelector($".notice a[href='{Path}']"));
        Assert.Contains($"<loc>https://care.example.org{Path}</loc>", (await _site.AskAsync("/sitemap.xml")).Text, StringComparison.Ordinal);
    }

    private Task<List<Proposal>> AllAsync() => _site.ReadAsync(db => db.Proposals.AsNoTracking().ToListAsync(Stop));
}
