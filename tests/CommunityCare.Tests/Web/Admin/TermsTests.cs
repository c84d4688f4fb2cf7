using System.Net;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Words to filter by are added, moved, retired and removed in the form of their filter.</summary>
public sealed class TermsTests : IAsyncLifetime
{
    private static readonly string Path = $"/admin/vocabularies/{Ids.Of("cost")}";
    private static readonly string Free = $"terms/{Ids.Of("cost free")}";
    private static readonly string Sliding = $"terms/{Ids.Of("cost sliding-scale")}";

    private readonly SmallSite _site = new();
    private SignedIn _rosa = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _rosa = await SignedIn.AsAdminAsync(_site);
        await _site.AddAsync("care", "cost=free");
    }

    public async ValueTask DisposeAsync()
    {
        _rosa.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_word_is_added_and_moved_before_the_others()
    {
        var form = await StepAsync(await FormAsync(), "add:terms");
        var added = form.Names.Last(n => n.EndsWith("/slug", StringComparison.Ordinal))[..^"/slug".Length];
        (form[added + "/slug"], form[added + "/name"]) = ("barter", "Barter");
        form = await StepAsync(await StepAsync(form, "up:" + added[2..]), "up:" + added[2..]);

        Assert.Equal("barter free sliding-scale", await SavedAsync(form));
    }

    [Fact]
    public async Task A_word_that_is_retired_stays_with_those_that_have_it()
    {
        var form = await FormAsync();
        form[$"f.{Free}/retired"] = "true";

        Assert.Equal("free(retired) sliding-scale", await SavedAsync(form));
        Assert.Equal("free", (await _site.StoredAsync("care")).TermsOf("cost").Single().Slug);
    }

    [Fact]
    public async Task A_word_that_nobody_uses_can_be_removed()
    {
        Assert.Equal("free", await SavedAsync(await StepAsync(await FormAsync(), "remove:" + Sliding)));
        Assert.Equal(1, await _site.ReadAsync(db => db.Terms.CountAsync(t => t.Vocabulary.Slug == "cost", Stop)));
    }

    [Fact]
    public async Task A_word_that_is_in_use_stays_and_the_form_says_what_to_do()
    {
        var form = await FormAsync();
        form["f.name"] = "What it costs";
        var page = await form.SendForPageAsync(_rosa, "remove:" + Free);

        var told = page.QuerySelector($"#f-terms-{Ids.Of("cost free")} .error")!.TextContent;
        Assert.Contains("Entries that use it: 1", told, StringComparison.Ordinal);
        Assert.Contains("No longer offered", told, StringComparison.Ordinal);
        Assert.Equal(("What it costs", "free"), (Filled(page)["f.name"], Filled(page)[$"f.{Free}/slug"]));
    }

    [Fact]
    public async Task A_form_that_leaves_out_a_word_in_use_gets_it_back()
    {
        var form = await FormAsync();
        var fields = form.Names.Where(n => !n.Contains(Free, StringComparison.Ordinal)).Select(n => (n, n == "f.name" ? "Other" : form[n])).Append(("act", "save"));
        using var answer = await _rosa.PostPlainAsync(Path, [.. fields]);
        var page = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("cannot be taken away", page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("Other", "free"), (Filled(page)["f.name"], Filled(page)[$"f.{Free}/slug"]));
        Assert.Equal("Filter cost", await _site.ReadAsync(db => db.Vocabularies.Where(v => v.Slug == "cost").Select(v => v.Name).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData("free", "stands here twice")]
    [InlineData("not-stated", "means something else")]
    [InlineData("Two Words", "small letters")]
    [InlineData("\"><script>alert(1)</script>", "small letters")]
    public async Task A_slug_that_no_word_can_have_is_told_beside_it(string slug, string said)
    {
        var form = await FormAsync();
        form[$"f.{Sliding}/slug"] = slug;
        var page = await form.SendForPageAsync(_rosa, "save");

        Assert.Contains(said, page.QuerySelector($"#f-terms-{Ids.Of("cost sliding-scale")}-slug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(slug, Filled(page)[$"f.{Sliding}/slug"]);
    }

    [Theory]
    [InlineData("remove:terms/nothing")]
    [InlineData("remove:terms/")]
    [InlineData("up:terms/nothing")]
    public async Task A_step_of_nothing_changes_nothing(string act)
    {
        var page = await (await FormAsync()).SendForPageAsync(_rosa, act);
        Assert.Equal("free", Filled(page)[$"f.{Free}/slug"]);
    }

    private async Task<FilledForm> FormAsync() => Filled(await _rosa.PageAsync(Path));

    private async Task<FilledForm> StepAsync(FilledForm form, string act) => Filled(await form.SendForPageAsync(_rosa, act));

    private async Task<string> SavedAsync(FilledForm form)
    {
        using var answer = await form.SendAsync(_rosa, "save");
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.TextAsync());
        var terms = await _site.ReadAsync(db => db.Terms.Where(t => t.Vocabulary.Slug == "cost").OrderBy(t => t.Order).ToListAsync(Stop));
        return string.Join(' ', terms.Select(t => t.Retired ? $"{t.Slug}(retired)" : t.Slug));
    }

    private static FilledForm Filled(AngleSharp.Html.Dom.IHtmlDocument page) => new(Path, page.QuerySelector("form#entry")!);
}
