using System.Net;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Editors find every entry, see what waits for them, and change many at once.</summary>
public sealed class EntryListTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _ana = await SignedIn.AsEditorAsync(_site);
        await _site.AddAsync("weavers", "cost=free", o => (o.AsOf, o.Sources) = (new(2026, 11, 1), ["https://weavers.example.org/about"]));
        await _site.AddAsync("old-line", "", o => (o.AsOf, o.Services[0].Crisis, o.Sources) = (new(2026, 1, 1), 1, ["https://old-line.example.org"]));
        await _site.AddAsync("draft", "", o => (o.Publication, o.Summary) = (Publication.Draft, "Nobody has seen this."));
        await _site.AddAsync("gone", "", o => o.Publication = Publication.Archived);
        await _site.AddAsync("silent", "", o => (o.Website, o.Status) = (null, OrganizationStatus.Unknown));
        await _site.AddAsync("shut", "", o => (o.Website, o.Status) = (null, OrganizationStatus.Closed));
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("", "draft gone old-line shut silent weavers")]
    [InlineData("?Query.Publication=Draft", "draft")]
    [InlineData("?Query.Publication=Archived", "gone")]
    [InlineData("?Query.Status=Closed", "shut")]
    [InlineData("?Query.Q=weavers", "weavers")]
    [InlineData("?Query.Q=Name+of+dr", "draft")]
    [InlineData("?Query.Q=%25", "")]
    [InlineData("?Query.Q=weavers&Query.Publication=Draft", "")]
    [InlineData("?Query.Lacks=Verification", "old-line silent")]
    [InlineData("?Query.Lacks=NextStep", "shut silent")]
    [InlineData("?Query.Lacks=Sources", "draft gone shut silent")]
    [InlineData("?Query.Lacks=Cost", "draft gone old-line shut silent")]
    [InlineData("?Query.Page=-7&Query.Status=nothing", "draft gone old-line shut silent weavers")]
    [InlineData("?Query.Page=99999999999", "draft gone old-line shut silent weavers")]
    public async Task Entries_are_found_by_what_they_are_and_by_what_they_lack(string query, string found)
    {
        var page = await _ana.PageAsync("/admin/organizations" + query);

        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(s => $"Name of {s}"), page.QuerySelectorAll(".entries a").Select(a => a.TextContent).Where(n => !n.Contains("Small", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task What_waits_is_shown_with_crisis_lines_first()
    {
        var page = await _ana.PageAsync("/admin");
        string[] Of(string id) => [.. page.QuerySelector($"section[aria-labelledby={id}]")!.QuerySelectorAll(".entries a").Select(a => a.TextContent)];

        Assert.Equal(["Name of old-line", "Name of silent"], Of("Overdue"));
        Assert.Equal(["Name of draft"], Of("Drafts"));
        Assert.Equal(["Name of silent"], Of("NoNextStep"));
        Assert.Equal(["Name of silent"], Of("NoSources"));
        Assert.Null(page.QuerySelector("section[aria-labelledby=Files]"));
        Assert.Contains(Texts.English["Attention_Files"], page.QuerySelectorAll("section[aria-labelledby=Clear] li").Select(li => li.TextContent));

        // Two are due, and the navigation of every page says so.
        Assert.EndsWith("(2)", (await _ana.PageAsync("/admin/changes")).QuerySelector(".admin-nav a[href='/admin']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_are_verified_at_once_and_that_is_undone()
    {
        var page = await DoAsync(("edit.What", "Verify"), ("edit.How", "Called"), ("chosen", Ids.Of("weavers").ToString()), ("chosen", Ids.Of("silent").ToString()));
        var verified = (await _site.StoredAsync("silent")).Verified!;
        Assert.Equal(("Ana Editor", VerifiedHow.Called), (verified.By, verified.How));
        Assert.Contains("2", page.QuerySelector(".notice[role=status]")!.TextContent, StringComparison.Ordinal);

        var undo = new FilledForm("/admin/organizations", page.QuerySelector("form[action*=Undo]")!);
        using var answer = await undo.SendAsync(_ana);
        Assert.Null((await _ana.PageAsync(answer.Headers.Location!.ToString())).QuerySelector("form[action*=Undo]"));
        Assert.Null((await _site.StoredAsync("silent")).Verified);
        Assert.Null((await _site.StoredAsync("weavers")).Verified);
        Assert.Equal(Act.Restored, (await _site.NewestRevisionAsync()).Act);
    }

    [Fact]
    public async Task Undoing_leaves_alone_what_somebody_has_saved_since()
    {
        var page = await DoAsync(("edit.What", "AddTerm"), ("edit.Term", "cost=sliding-scale"), ("chosen", Ids.Of("weavers").ToString()), ("chosen", Ids.Of("silent").ToString()));
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("weavers")))!;
            entry.Summary = "Said since.";
            await write.SaveAsync(entry);
        });
        using var answer = await new FilledForm("/admin/organizations", page.QuerySelector("form[action*=Undo]")!).SendAsync(_ana);

        Assert.Equal(["free", "sliding-scale"], (await _site.StoredAsync("weavers")).TermsOf("cost").Select(t => t.Slug));
        Assert.Empty((await _site.StoredAsync("silent")).TermsOf("cost"));
    }

    [Fact]
    public async Task Undoing_brings_nobody_back_who_asked_to_go_since()
    {
        var page = await DoAsync(("edit.What", "Archive"), ("edit.Why", "Both moved."), ("chosen", Ids.Of("weavers").ToString()), ("chosen", Ids.Of("silent").ToString()));
        await using (var scope = _site.Services.CreateAsyncScope())
        {
            var (editor, marks) = (scope.ServiceProvider.GetRequiredService<CatalogEditor>(), scope.ServiceProvider.GetRequiredService<DoNotListing>());
            await editor.WriteAsync("ana", async write =>
            {
                var entry = (await write.FindOrganizationAsync(Ids.Of("weavers")))!;
                await marks.MarkAsync(write, entry, "ana", "They asked.", entry.Revision);
            }, TestContext.Current.CancellationToken);
        }

        using var answer = await new FilledForm("/admin/organizations", page.QuerySelector("form[action*=Undo]")!).SendAsync(_ana);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(Publication.Archived, (await _site.StoredAsync("weavers")).Publication);
        Assert.Equal(Publication.Published, (await _site.StoredAsync("silent")).Publication);
    }

    [Fact]
    public async Task Many_are_archived_with_a_reason_and_a_word_is_taken_away()
    {
        await DoAsync(("edit.What", "RemoveTerm"), ("edit.Term", "cost=free"), ("chosen", Ids.Of("weavers").ToString()));
        Assert.Empty((await _site.StoredAsync("weavers")).TermsOf("cost"));

        await DoAsync(("edit.What", "Archive"), ("edit.Why", "They asked us."), ("chosen", Ids.Of("weavers").ToString()));
        Assert.Equal((Act.Archived, "They asked us."), ((await _site.NewestRevisionAsync()).Act, (await _site.NewestRevisionAsync()).Why));
        Assert.NotEqual(HttpStatusCode.OK, (await _site.AskAsync("/organizations/weavers")).Status);
    }

    [Theory]
    [InlineData("Archive", "", "", "weavers")]
    [InlineData("AddTerm", "", "", "weavers")]
    [InlineData("AddTerm", "status=closed", "", "weavers")]
    [InlineData("RemoveTerm", "cost=<script>", "", "weavers")]
    [InlineData("Nothing", "", "x", "weavers")]
    [InlineData("Verify", "", "", "")]
    [InlineData("Verify", "", "", "no id")]
    public async Task What_is_not_said_whole_changes_nothing_and_says_why(string what, string term, string why, string chosen)
    {
        var before = await _site.NewestRevisionAsync();
        var page = await DoAsync(("edit.What", what), ("edit.Term", term), ("edit.Why", why), ("chosen", chosen == "weavers" ? Ids.Of(chosen).ToString() : chosen));

        Assert.NotNull(page.QuerySelector(".notice-warn"));
        Assert.Equal(chosen == "weavers" ? [Ids.Of(chosen).ToString()] : [], page.QuerySelectorAll("input[name=chosen][checked]").Select(i => i.GetAttribute("value")));
        Assert.Equal(why, page.GetElementById("why")!.GetAttribute("value") ?? "");
        Assert.Equal(before.Number, (await _site.NewestRevisionAsync()).Number);
    }

    [Fact]
    public async Task A_new_entry_is_a_draft_and_look_alikes_are_told_first()
    {
        var form = new FilledForm("/admin/organizations/new", (await _ana.PageAsync("/admin/organizations/new")).QuerySelector("form#entry")!);
        form["f.name"] = "Náme of the Weavers";
        form["f.website"] = "https://www.weavers.example.org/other";
        form[form.NameOf("/name")] = "Circle";
        var page = await form.SendForPageAsync(_ana, "save");
        Assert.Contains(page.QuerySelectorAll("#problems a"), a => a.TextContent == "Name of weavers");

        form = new FilledForm("/admin/organizations/new", page.QuerySelector("form#entry")!);
        form["another"] = "true";
        using var answer = await form.SendAsync(_ana, "save");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var made = await _site.StoredAsync("name-of-the-weavers");
        Assert.Equal((Publication.Draft, "Náme of the Weavers", "Circle"), (made.Publication, made.Name, made.Services[0].Name));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/organizations/name-of-the-weavers")).Status);
    }

    private async Task<IHtmlDocument> DoAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await _ana.PostAsync("/admin/organizations", fields);
        return answer.StatusCode == HttpStatusCode.Redirect ? await _ana.PageAsync(answer.Headers.Location!.ToString()) : await answer.DocumentAsync();
    }
}
