using System.Net;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Admin;

/// <summary>Changes of state with names: each a page, each an act in the history, each seen by the next reader.</summary>
public sealed class ActsTests : IAsyncLifetime
{
    private static readonly Guid Id = Ids.Of("care");

    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("care");
        _ana = await SignedIn.AsEditorAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_draft_is_published_and_goes_back()
    {
        await SentAsync("unpublish", ("Why", "not yet"));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/organizations/care")).Status);
        Assert.Equal((Publication.Draft, Act.Unpublished, "not yet", "Ana Editor"), await StateAsync());

        await SentAsync("publish");
        Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync("/organizations/care")).Status);
        Assert.Equal((Publication.Published, Act.Published, null, "Ana Editor"), await StateAsync());
    }

    [Fact]
    public async Task What_a_public_entry_needs_is_said_before_it_is_published()
    {
        await EditAsync(o => (o.Publication, o.Website, o.Summary, o.Services) = (Publication.Draft, null, "", []));

        var page = await RefusedAsync("publish");

        var said = page.QuerySelectorAll("[role=alert] li").Select(Words).ToList();
        Assert.Equal(3, said.Count);
        Assert.Contains(said, line => line.StartsWith("Add a way to reach them", StringComparison.Ordinal));
        Assert.Equal(Publication.Draft, (await SavedAsync()).Publication);

        // Who cannot be reached and says so is honest.
        await EditAsync(o => (o.Summary, o.Services, o.Status) = ("They sit together.", [Samples.Service("group")], OrganizationStatus.Unknown));
        await SentAsync("publish");
        Assert.Equal(Publication.Published, (await SavedAsync()).Publication);
    }

    [Theory]
    [InlineData("Called")]
    [InlineData("Wrote")]
    [InlineData("Visited")]
    [InlineData("Website")]
    public async Task One_click_verifies_and_changes_nothing_else(string how)
    {
        await EditAsync(o => (o.AsOf, o.Founded) = (new(2020), 1999));
        var before = await SavedAsync();

        await SentAsync("verify", ("How", how));

        var after = await SavedAsync();
        Assert.Equal(new Verification { On = new(2026, 11, 22), By = "Ana Editor", How = Enum.Parse<VerifiedHow>(how) }, after.Verified);
        Assert.Equal((before.AsOf, before.Founded, before.Website), (after.AsOf, after.Founded, after.Website));
        Assert.Equal(Act.Verified, (await StateAsync()).Act);
        Assert.Contains("Ana Editor", Words((await _site.PageAsync("/organizations/care")).QuerySelector(".fresh")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archived_entry_leads_to_what_replaced_it_and_without_that_to_nothing()
    {
        await _site.AddAsync("new-care");
        await _site.AddAsync("newest-care");

        await SentAsync("archive", ("Why", "they closed"));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/organizations/care")).Status);

        await SentAsync("archive", ("Why", "they joined"), ("Replacement", "https://care.example.org/organizations/New-Care/?x=1"));
        var answer = await _site.AskAsync("/organizations/care");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/organizations/new-care"), (answer.Status, answer.Text.Trim()));
        Assert.Equal("/es/organizations/new-care", (await _site.AskAsync("/es/organizations/care")).Text.Trim());

        // And on from there, in one step.
        await SentAsync("archive", "new-care", ("Why", "again"), ("Replacement", "newest-care"));
        Assert.Equal("/organizations/newest-care", (await _site.AskAsync("/organizations/care")).Text.Trim());

        // To nobody who is not public.
        await SentAsync("unpublish", "newest-care");
        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/organizations/care")).Status);
    }

    [Theory]
    [InlineData("", "", "Say why, in a few words.")]
    [InlineData("because", "nobody-has-this", "We found no entry with this address.")]
    [InlineData("because", "care", "An entry cannot replace itself.")]
    [InlineData("because", "draft", "Readers cannot see Name of draft now.")]
    [InlineData("because", "///", "We found no entry with this address.")]
    public async Task What_cannot_replace_an_entry_is_told_beside_the_field(string why, string replacement, string said)
    {
        await _site.AddAsync("draft", "", o => o.Publication = Publication.Draft);

        var page = await RefusedAsync("archive", ("Why", why), ("Replacement", replacement));

        Assert.StartsWith(said, Words(page.QuerySelector(".field .error")!), StringComparison.Ordinal);
        Assert.Equal(replacement, page.QuerySelector("#Replacement")!.GetAttribute("value") ?? "");
        Assert.Equal(Publication.Published, (await SavedAsync()).Publication);
    }

    [Fact]
    public async Task An_archived_entry_comes_back_as_a_draft()
    {
        await _site.AddAsync("new-care");
        await SentAsync("archive", ("Why", "a mistake"), ("Replacement", "new-care"));
        Assert.Contains("Bring it back first", Words((await RefusedAsync("publish")).QuerySelector("[role=alert]")!), StringComparison.Ordinal);

        await SentAsync("restore", ("Why", "they are there"));

        Assert.Equal((Publication.Draft, Act.Restored, "they are there", "Ana Editor"), await StateAsync());
        Assert.Null((await SavedAsync()).ReplacedBy);
        await SentAsync("publish");
        Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync("/organizations/care")).Status);
    }

    [Fact]
    public async Task Another_address_is_given_and_the_old_one_leads_there_for_good()
    {
        await SentAsync("rename", ("Slug", "Other-Care"));

        Assert.Equal(("other-care", Act.Renamed), ((await SavedAsync()).Slug, (await StateAsync()).Act));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/organizations/other-care"), ((await _site.AskAsync("/organizations/care")).Status, (await _site.AskAsync("/organizations/care")).Text.Trim()));

        // Nobody else gets either of them.
        await _site.AddAsync("third");
        foreach (var taken in new[] { "care", "other-care" })
        {
            var page = await RefusedAsync("rename", "third", ("Slug", taken));
            Assert.Contains("Name of care", Words(page.QuerySelector(".field .error")!), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_group_that_asked_to_go_is_in_nothing_public_until_the_mark_is_lifted()
    {
        await _site.AddAsync("elsewhere");
        await SentAsync("archive", ("Why", "joined"), ("Replacement", "elsewhere"));

        await SentAsync("do-not-list", ("Why", "they called us"));

        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/organizations/care")).Status);
        Assert.Contains("asked not to be listed", Words((await RefusedAsync("restore")).QuerySelector("[role=alert]")!), StringComparison.Ordinal);
        var list = await _ana.PageAsync("/admin/do-not-list");
        Assert.Contains("they called us", Words(list.QuerySelector(".changes li")!), StringComparison.Ordinal);

        var lift = list.QuerySelector(".changes a.button")!.GetAttribute("href")!;
        using (var unsaid = await _ana.SendFormAsync(lift, await _ana.PageAsync(lift), ("Why", " ")))
        {
            Assert.Equal(HttpStatusCode.BadRequest, unsaid.StatusCode);
        }

        using (var lifted = await _ana.SendFormAsync(lift, await _ana.PageAsync(lift), ("Why", "they came back")))
        {
            Assert.Equal("/admin/do-not-list", lifted.Headers.Location?.OriginalString);
        }

        Assert.Contains("they came back", Words((await _ana.PageAsync("/admin/do-not-list")).QuerySelector(".changes li")!), StringComparison.Ordinal);
        await SentAsync("restore");
        Assert.Equal(Publication.Draft, (await SavedAsync()).Publication);
    }

    [Fact]
    public async Task Whoever_comes_second_is_shown_what_changed_and_can_go_on()
    {
        var page = await _ana.PageAsync(Path("archive"));
        await EditAsync(o => o.Name += " <b>changed</b>");
        var stamp = await StampAsync();

        using var answer = await _ana.SendFormAsync(Path("archive"), page, ("Why", "they closed"));
        var told = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(stamp, await StampAsync());
        Assert.Equal("Name", Words(told.QuerySelector("[role=alert] dt")!));
        Assert.Equal("added: <b>changed</b>", Words(told.QuerySelector("[role=alert] dd ins")!));
        Assert.Null(told.QuerySelector("[role=alert] dd b"));
        Assert.Equal("they closed", told.QuerySelector("#Why")!.TextContent.Trim());

        using var again = await _ana.SendFormAsync(Path("archive"), told, ("Why", "they closed"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal((Publication.Archived, "Name of care <b>changed</b>"), ((await SavedAsync()).Publication, (await SavedAsync()).Name));
    }

    [Theory]
    [InlineData("verify", "How", "Called")]
    [InlineData("archive", "Why", "closed")]
    [InlineData("unpublish", "Why", "later")]
    [InlineData("do-not-list", "Why", "they called")]
    [InlineData("rename", "Slug", "other-care")]
    public async Task A_form_that_is_sent_twice_does_nothing_twice(string act, string field, string value)
    {
        var page = await _ana.PageAsync(Path(act));
        using var first = await _ana.SendFormAsync(Path(act), page, (field, value));
        var stamp = await StampAsync();

        using var second = await _ana.SendFormAsync(Path(act), page, (field, value));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode));
        Assert.Equal(stamp, await StampAsync());
    }

    [Fact]
    public async Task Each_act_has_a_page_in_both_languages_that_says_the_state_in_words()
    {
        foreach (var act in new[] { "publish", "unpublish", "verify", "archive", "restore", "rename", "notice", "do-not-list" })
        {
            var page = await _ana.PageAsync(Path(act));
            Assert.Contains("Published: readers can see it.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("main .form button.button"));
            Assert.Equal("es", (await _ana.PageAsync("/es" + Path(act))).DocumentElement.GetAttribute("lang"));
        }
    }

    private static string Path(string act, string slug = "care") => $"/admin/organizations/{Ids.Of(slug)}/{act}";

    private Task SentAsync(string act, params (string Name, string Value)[] fields) => SentAsync(act, "care", fields);

    private async Task SentAsync(string act, string slug, params (string Name, string Value)[] fields)
    {
        using var answer = await _ana.SendFormAsync(Path(act, slug), await _ana.PageAsync(Path(act, slug)), fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.TextAsync());
        Assert.Equal($"/admin/organizations/{Ids.Of(slug)}/history?done=True", answer.Headers.Location!.OriginalString);
    }

    private Task<IHtmlDocument> RefusedAsync(string act, params (string Name, string Value)[] fields) => RefusedAsync(act, "care", fields);

    private async Task<IHtmlDocument> RefusedAsync(string act, string slug, params (string Name, string Value)[] fields)
    {
        using var answer = await _ana.SendFormAsync(Path(act, slug), await _ana.PageAsync(Path(act, slug)), fields);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.DocumentAsync();
    }

    private Task EditAsync(Action<Organization> change) => _site.WriteAsync(async write =>
    {
        var organization = (await write.FindOrganizationAsync(Id, Stop))!;
        change(organization);
        await write.SaveAsync(organization, stop: Stop);
    });

    private Task<Organization> SavedAsync() => _site.ReadAsync(db => db.WholeOrganizations().AsNoTracking().SingleAsync(o => o.Id == Id, Stop));

    private Task<long> StampAsync() => _site.ReadAsync(db => db.Revisions.MaxAsync(r => r.Number, Stop));

    private async Task<(Publication Publication, Act Act, string? Why, string Who)> StateAsync()
    {
        var saved = await SavedAsync();
        var revision = await _site.ReadAsync(db => db.Revisions.SingleAsync(r => r.Number == saved.Revision, Stop));
        return (saved.Publication, revision.Act, revision.Why, revision.Who);
    }
}
