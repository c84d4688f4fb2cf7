using System.Net;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Kinds of care and filters are published, taken back, archived and brought back; readers meet no dead end.</summary>
public sealed class WordsActsTests : IAsyncLifetime
{
    private static readonly string Kind = $"/admin/kinds/{Ids.Of("peer-support")}";
    private static readonly string Cost = $"/admin/vocabularies/{Ids.Of("cost")}";

    private readonly SmallSite _site = new();
    private SignedIn _rosa = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("care", "kind=peer-support cost=free place=california");
        await _site.AddAsync("draft", "kind=peer-support", o => o.Publication = Publication.Draft);
        _rosa = await SignedIn.AsAdminAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _rosa.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_kind_that_is_taken_back_is_nowhere_and_no_link_leads_to_it()
    {
        Assert.Contains("/care/peer-support", (await LinksAsync()).ToList());
        var page = await _rosa.PageAsync(Kind + "/unpublish");
        Assert.Contains("Entries that have it: 2. Published ones among them: 1.", Words(page.QuerySelector("main")!), StringComparison.Ordinal);

        await SentAsync(Kind + "/unpublish", ("Why", "too early"));

        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/care/peer-support")).Status);
        foreach (var link in await LinksAsync())
        {
            Assert.True((await _site.AskAsync(link)).Status == HttpStatusCode.OK, link);
        }

        Assert.DoesNotContain("kind=peer-support", (await _site.AskAsync("/organizations")).Text, StringComparison.Ordinal);
        Assert.Equal(1, (await _site.PageAsync("/organizations?kind=peer-support")).QuerySelectorAll(".results > li").Length);
        Assert.Empty((await _site.PageAsync("/organizations/care")).QuerySelectorAll(".kind-tag"));
        Assert.Equal((Act.Unpublished, "too early", "Rosa Admin"), await NewestAsync());

        await SentAsync(Kind + "/publish");
        Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync("/care/peer-support")).Status);
        Assert.Single((await _site.PageAsync("/organizations/care")).QuerySelectorAll(".kind-tag"));
    }

    [Fact]
    public async Task Guides_that_lead_to_a_kind_are_named_before_it_goes()
    {
        await _site.WriteAsync(async write =>
        {
            var other = (await write.FindCareTypeAsync(Ids.Of("mutual-aid"), Stop))!;
            other.Guide = "See also [peer support](/care/peer-support).";
            await write.SaveAsync(other, stop: Stop);
        });

        Assert.Contains("their links will lead nowhere: Mutual aid.", Words((await _rosa.PageAsync(Kind + "/unpublish")).QuerySelector("main")!), StringComparison.Ordinal);
        Assert.DoesNotContain("Mutual aid", Words((await _rosa.PageAsync(Kind + "/publish")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("peer-support", "/admin/kinds", "This many entries have it: 2.")]
    [InlineData("cost", "/admin/vocabularies", "This many entries use its words: 1.")]
    public async Task What_entries_use_is_not_archived_until_they_let_go(string slug, string path, string said)
    {
        path = $"{path}/{Ids.Of(slug)}/archive";
        Assert.StartsWith(said, Words((await RefusedAsync(path, ("Why", "gone"))).QuerySelector("[role=alert] li")!), StringComparison.Ordinal);

        foreach (var user in new[] { "care", "draft" })
        {
            await _site.WriteAsync(async write =>
            {
                var entry = (await write.FindOrganizationAsync(Ids.Of(user), Stop))!;
                entry.Terms.Clear();
                await write.SaveAsync(entry, stop: Stop);
            });
        }

        Assert.Contains("Say why", Words((await RefusedAsync(path, ("Why", " "))).QuerySelector("[role=alert]")!), StringComparison.Ordinal);
        await SentAsync(path, ("Why", "gone"));
        await RefusedAsync(path.Replace("archive", "publish", StringComparison.Ordinal));
        await RefusedAsync(path.Replace("archive", "unpublish", StringComparison.Ordinal));
        await SentAsync(path.Replace("archive", "restore", StringComparison.Ordinal));
        Assert.Equal(Act.Restored, (await NewestAsync()).Act);
        await SentAsync(path.Replace("archive", "publish", StringComparison.Ordinal));
        Assert.Equal(Act.Published, (await NewestAsync()).Act);
    }

    [Fact]
    public async Task A_filter_that_is_taken_back_is_offered_no_more_and_entries_keep_what_they_say()
    {
        Assert.Contains("cost=free", (await _site.AskAsync("/organizations")).Text, StringComparison.Ordinal);

        await SentAsync(Cost + "/unpublish");

        Assert.DoesNotContain("cost=free", (await _site.AskAsync("/organizations")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync("/organizations?cost=free&cost=not-stated")).Status);
        Assert.Contains("Free", Words((await _site.PageAsync("/organizations/care")).QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("place")]
    [InlineData("community")]
    [InlineData("language")]
    [InlineData("cost")]
    public async Task No_page_needs_a_filter_to_be_there(string vocabulary)
    {
        await SentAsync($"/admin/vocabularies/{Ids.Of(vocabulary)}/unpublish");

        foreach (var path in new[] { "/", "/crisis", "/organizations", "/organizations?near=94601", "/organizations?q=free&place=california", "/organizations/care", "/care/peer-support", "/about", "/suggest?q=fr" })
        {
            Assert.True((await _site.AskAsync(path)).Status == HttpStatusCode.OK, path);
        }

        await _rosa.PageAsync("/admin/organizations?Query.Lacks=Cost");
        await _rosa.PageAsync($"/admin/organizations/{Ids.Of("care")}");
    }

    [Fact]
    public async Task What_would_show_readers_nothing_is_not_published()
    {
        await _site.WriteAsync(async write =>
        {
            await write.SaveAsync(new CareType { Id = Ids.Of("empty"), Slug = "empty", Name = "Empty", Order = 9, Summary = "Nothing.", Publication = Publication.Draft }, stop: Stop);
            await write.SaveAsync(new Vocabulary { Id = Ids.Of("bare"), Slug = "bare", Name = "Bare", Order = 9, Publication = Publication.Draft, Terms = [new() { Id = Ids.Of("old"), Slug = "old", Name = "Old", Retired = true }] }, stop: Stop);
        });

        Assert.Contains("Write the guide first", Words((await RefusedAsync($"/admin/kinds/{Ids.Of("empty")}/publish")).QuerySelector("[role=alert]")!), StringComparison.Ordinal);
        Assert.Contains("Add at least one word", Words((await RefusedAsync($"/admin/vocabularies/{Ids.Of("bare")}/publish")).QuerySelector("[role=alert]")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_second_is_shown_what_changed_and_twice_is_once()
    {
        var page = await _rosa.PageAsync(Cost + "/unpublish");
        await _site.WriteAsync(async write =>
        {
            var cost = (await write.FindVocabularyAsync(Ids.Of("cost"), Stop))!;
            cost.Name = "<b>Costs</b>";
            await write.SaveAsync(cost, stop: Stop);
        });

        using var answer = await _rosa.SendFormAsync(Cost + "/unpublish", page, ("Why", "<script>x</script>"));
        var told = await answer.DocumentAsync();
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("<script>x</script>", told.QuerySelector("#Why")!.TextContent.Trim());
        Assert.Null(told.QuerySelector("main b"));

        using var again = await _rosa.SendFormAsync(Cost + "/unpublish", told);
        var stamp = await StampAsync();
        using var twice = await _rosa.SendFormAsync(Cost + "/unpublish", told);
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect, stamp), (again.StatusCode, twice.StatusCode, await StampAsync()));
    }

    [Theory]
    [InlineData("/admin/kinds/00000000-0000-0000-0000-000000000009/publish")]
    [InlineData("/admin/kinds/f1b0a3f5-52a1-4d8e-9a0c-2a1f6d0c5e11/archive")]
    [InlineData("/admin/vocabularies/f1b0a3f5-52a1-4d8e-9a0c-2a1f6d0c5e11/archive")]
    [InlineData("/admin/vocabularies/{0}/explode")]
    [InlineData("/admin/vocabularies/{0}/0")]
    [InlineData("/admin/vocabularies/no-id/archive")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        path = path.Replace("{0}", Ids.Of("cost").ToString(), StringComparison.Ordinal);
        var stamp = await StampAsync();
        await _rosa.PageAsync(path, HttpStatusCode.NotFound);
        using var sent = await _rosa.PostAsync(path, ("Why", "because"), ("BasedOn", "1"));
        Assert.Equal((HttpStatusCode.NotFound, stamp), (sent.StatusCode, await StampAsync()));
    }

    [Fact]
    public async Task The_forms_lead_to_what_can_be_done_and_to_the_history()
    {
        foreach (var (path, folder) in new[] { (Kind, "care-types"), (Cost, "vocabulary") })
        {
            var links = (await _rosa.PageAsync(path)).QuerySelectorAll(".acts a").Select(a => a.GetAttribute("href")).ToList();
            Assert.Equal([path + "/unpublish", path + "/archive", $"/admin/{folder}/{path.Split('/')[^1]}/history"], links);
            foreach (var link in links)
            {
                Assert.Equal("es", (await _rosa.PageAsync("/es" + link)).DocumentElement.GetAttribute("lang"));
            }
        }
    }

    private async Task<IEnumerable<string>> LinksAsync()
    {
        var links = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var path in new[] { "/", "/es", "/about", "/es/about", "/crisis", "/care", "/organizations", "/organizations?q=peer+support", "/organizations/care" })
        {
            links.UnionWith((await _site.PageAsync(path)).QuerySelectorAll("a[href*='/care/']").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith('/')));
        }

        return links;
    }

    private async Task SentAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await _rosa.SendFormAsync(path, await _rosa.PageAsync(path), fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.TextAsync());
    }

    private async Task<IHtmlDocument> RefusedAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await _rosa.SendFormAsync(path, await _rosa.PageAsync(path), fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.DocumentAsync();
    }

    private Task<long> StampAsync() => _site.ReadAsync(db => db.Revisions.MaxAsync(r => r.Number, Stop));

    private async Task<(Act Act, string? Why, string Who)> NewestAsync() => await _site.NewestRevisionAsync() is var newest ? (newest.Act, newest.Why, newest.Who) : default;
}
