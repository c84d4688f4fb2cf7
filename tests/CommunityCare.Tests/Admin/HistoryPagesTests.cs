using System.Net;
using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Admin;

/// <summary>Who did what, when and why, and the way back.</summary>
public sealed class HistoryPagesTests : IAsyncLifetime
{
    private static readonly Guid Id = Ids.Of("care");

    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("care", "cost=free", o => o.Summary = "People sit together on Mondays.");
        _ana = await SignedIn.AsEditorAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task All_that_was_done_to_an_entry_is_listed_newest_first()
    {
        await EditAsync(o => o.Name = "New name", "they <i>told</i> us");

        var lines = (await _ana.PageAsync($"/admin/organizations/{Id}/history")).QuerySelectorAll(".changes > li").ToList();

        Assert.Equal(2, lines.Count);
        Assert.StartsWith("Edited New name organization November 22, 2026, 12:00 UTC · ana · See what changed", Words(lines[0]), StringComparison.Ordinal);
        Assert.EndsWith("they <i>told</i> us", Words(lines[0]), StringComparison.Ordinal);
        Assert.StartsWith("Added New name", Words(lines[1]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_shows_what_it_changed_field_by_field_and_word_by_word()
    {
        await EditAsync(o =>
        {
            (o.Summary, o.Phones) = ("People sit together on Fridays.", [new() { Id = Ids.Of("p"), Number = "555-010-0199", Private = true }]);
            o.Translations.Add(new("es", "name", "Cuidado"));
        });

        var page = await _ana.PageAsync($"/admin/history/{await NewestAsync()}");

        Assert.Equal(["Phone 1 · Number", "Phone 1 · Type", "Phone 1 · Known to editors only", "Main text", "Name · in Spanish"], page.QuerySelectorAll(".differences dt").Select(Words));
        var summary = page.QuerySelectorAll(".differences dd")[3];
        Assert.Equal("People sit together on removed: Mondays added: Fridays.", Words(summary));
        Assert.Equal(["Mondays"], Own(summary, "del"));
        Assert.Equal(["Fridays"], Own(summary, "ins"));
        Assert.Equal("added: 555-010-0199", Words(page.QuerySelector(".differences dd")!));
    }

    [Fact]
    public async Task An_older_revision_is_compared_with_the_present_and_brought_back()
    {
        var first = await NewestAsync();
        await EditAsync(o => (o.Name, o.Publication) = ("New name", Publication.Draft));

        var then = await _ana.PageAsync($"/admin/history/{first}?with=present");
        Assert.Equal(["Name", "Who may see the entry"], then.QuerySelectorAll(".differences dt").Select(Words));

        var path = $"/admin/history/{first}/restore";
        var form = await _ana.PageAsync(path);
        Assert.Equal(["Name", "Who may see the entry"], form.QuerySelectorAll(".differences dt").Select(Words).Order());
        using var answer = await _ana.SendFormAsync(path, form, ("Why", "that was better"));

        Assert.Equal($"/admin/organizations/{Id}/history?done=True", answer.Headers.Location?.OriginalString);
        var revision = await _site.ReadAsync(db => db.Revisions.OrderByDescending(r => r.Number).FirstAsync(Stop));
        Assert.Equal((Act.Restored, "Ana Editor", $"#{first}: that was better"), (revision.Act, revision.Who, revision.Why));
        Assert.Equal("Name of care", Words((await _site.PageAsync("/organizations/care")).QuerySelector("h1")!));
        Assert.Equal(3, await _site.ReadAsync(db => db.Revisions.CountAsync(r => r.EntryId == Id, Stop)));

        // Twice is once.
        using var again = await _ana.SendFormAsync(path, form, ("Why", "that was better"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(3, await _site.ReadAsync(db => db.Revisions.CountAsync(r => r.EntryId == Id, Stop)));
    }

    [Fact]
    public async Task A_revision_whose_terms_are_gone_or_whose_address_is_taken_says_so()
    {
        var first = await NewestAsync();
        await EditAsync(o => (o.Slug, o.Terms) = ("other", []));
        await _site.AddAsync("third", "", o => o.Slug = "care");

        var taken = await RefusedAsync(first);
        Assert.Contains("The address “care” belongs to Name of third now.", Words(taken.QuerySelector("[role=alert]")!), StringComparison.Ordinal);

        // A term is only ever retired on the site: this is how a database looks whose vocabulary was lost.
        await _site.ReadAsync(db => db.TermLinks.ExecuteDeleteAsync(Stop));
        await _site.ReadAsync(db => db.Terms.Where(t => t.Slug == "free").ExecuteDeleteAsync(Stop));
        var gone = await RefusedAsync(first);
        Assert.Contains("it uses words or fields that are gone", Words(gone.QuerySelector("[role=alert]")!), StringComparison.Ordinal);
        Assert.Equal(
            "Words to filter by · cost: “free” is not one of the words to choose from. Choose another one.", Words(gone.QuerySelector("[role=alert] + ul li")!));
    }

    [Fact]
    public async Task Whoever_brings_back_what_somebody_else_just_changed_sees_it_first()
    {
        var first = await NewestAsync();
        await EditAsync(o => o.Name = "Second");
        var path = $"/admin/history/{first}/restore";
        var form = await _ana.PageAsync(path);
        await EditAsync(o => o.Founded = 1999);

        using var answer = await _ana.SendFormAsync(path, form, ("Why", "mine"));
        var page = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(["Year it began"], page.QuerySelectorAll("[role=alert] dt").Select(Words));
        using var again = await _ana.SendFormAsync(path, page, ("Why", "mine"));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
    }

    [Fact]
    public async Task Kinds_of_care_and_vocabularies_have_a_history_that_admins_can_undo()
    {
        using var rosa = await SignedIn.AsAdminAsync(_site);
        foreach (var (kind, id) in new[] { ("care-types", Ids.Of("mutual-aid")), ("vocabulary", Ids.Of("cost")) })
        {
            var before = await _site.ReadAsync(db => db.Revisions.Where(r => r.EntryId == id).MaxAsync(r => r.Number, Stop));
            await RenameAsync(kind, id);
            Assert.Equal(["Name"], (await _ana.PageAsync($"/admin/history/{await NewestAsync()}")).QuerySelectorAll(".differences dt").Select(Words));
            Assert.Equal(2, (await _ana.PageAsync($"/admin/{kind}/{id}/history")).QuerySelectorAll(".changes > li").Length);

            var path = $"/admin/history/{before}/restore";
            await _ana.PageAsync(path, HttpStatusCode.Forbidden);
            using var refused = await _ana.PostAsync(path, ("Why", "mine"));
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            using var answer = await rosa.SendFormAsync(path, await rosa.PageAsync(path), ("Why", "back"));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }

        Assert.Equal(
            ["Filter cost", "Mutual aid"],
            await _site.ReadAsync(async db => new[] { (await db.Vocabularies.SingleAsync(v => v.Slug == "cost", Stop)).Name, (await db.CareTypes.SingleAsync(c => c.Slug == "mutual-aid", Stop)).Name }));
    }

    [Fact]
    public async Task The_feed_of_changes_is_filtered_and_paged()
    {
        for (var i = 0; i < 60; i++)
        {
            await EditAsync(o => o.Name = $"Name {i}");
        }

        var first = await _ana.PageAsync("/admin/changes");
        Assert.Equal(50, first.QuerySelectorAll(".changes > li").Length);
        var older = await _ana.PageAsync(first.QuerySelector("main a.button")!.GetAttribute("href")!);
        Assert.DoesNotContain(Numbers(older), Numbers(first).Contains);

        Assert.Equal(61, Numbers(await _ana.PageAsync("/admin/changes?who=ana")).Count + Numbers(await _ana.PageAsync($"/admin/changes?who=ana&before={Numbers(await _ana.PageAsync("/admin/changes?who=ana"))[^1]}")).Count);
        Assert.Equal(2, Numbers(await _ana.PageAsync("/admin/changes?kind=care-types")).Count);
        Assert.All((await _ana.PageAsync("/es/admin/changes?kind=vocabulary&who=seed")).QuerySelectorAll(".changes > li"), li => Assert.Contains("palabras para filtrar", li.TextContent, StringComparison.Ordinal));
        Assert.NotNull((await _ana.PageAsync("/admin/changes?who=nobody")).QuerySelector(".notice"));
    }

    private static List<long> Numbers(IDocument page) =>
        [.. page.QuerySelectorAll(".changes a[href*='/admin/history/']").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))];

    // Without what is only read aloud.
    private static IEnumerable<string> Own(IElement part, string mark) => part.QuerySelectorAll(mark).Select(m => m.ChildNodes.OfType<IText>().Single().Text);

    private async Task<IDocument> RefusedAsync(long number)
    {
        var path = $"/admin/history/{number}/restore";
        using var answer = await _ana.SendFormAsync(path, await _ana.PageAsync(path), ("Why", "back"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        return await answer.DocumentAsync();
    }

    private Task RenameAsync(string kind, Guid id) => _site.WriteAsync(async write =>
    {
        if (kind == "vocabulary")
        {
            var vocabulary = (await write.FindVocabularyAsync(id, Stop))!;
            vocabulary.Name = "Other";
            await write.SaveAsync(vocabulary, stop: Stop);
            return;
        }

        var type = (await write.FindCareTypeAsync(id, Stop))!;
        type.Name = "Other";
        await write.SaveAsync(type, stop: Stop);
    });

    private Task EditAsync(Action<Organization> change, string? why = null) => _site.WriteAsync(async write =>
    {
        var organization = (await write.FindOrganizationAsync(Id, Stop))!;
        change(organization);
        await write.SaveAsync(organization, why: why, stop: Stop);
    });

    private Task<long> NewestAsync() => _site.ReadAsync(db => db.Revisions.MaxAsync(r => r.Number, Stop));
}
