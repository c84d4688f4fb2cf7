using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Admins add kinds of care and filters on the site, as drafts.</summary>
public sealed class NewWordsTests : IAsyncLifetime
{
    private const string Kinds = "/admin/kinds/new";
    private const string Filters = "/admin/vocabularies/new";
    private const string Xss = "\"><script>alert(1)</script>";

    private readonly SmallSite _site = new();
    private SignedIn _rosa = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _rosa = await SignedIn.AsAdminAsync(_site);

    public async ValueTask DisposeAsync()
    {
        _rosa.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_new_kind_is_a_draft_behind_the_others_and_a_term_that_readers_do_not_see()
    {
        var form = await KindAsync("Círculos de la abuela");
        using var answer = await form.SendAsync(_rosa, "save");

        var kind = await StoredKindAsync("circulos-de-la-abuela");
        Assert.Equal($"/admin/kinds/{kind.Id}?saved=True", answer.Headers.Location?.ToString());
        Assert.Equal((Publication.Draft, 3, "Grandmothers sit together."), (kind.Publication, kind.Order, kind.Summary));
        var term = await _site.ReadAsync(db => db.Terms.Include(t => t.Vocabulary).SingleAsync(t => t.Id == kind.Id, Stop));
        Assert.Equal((Vocabulary.Kind, "circulos-de-la-abuela", true), (term.Vocabulary.Slug, term.Slug, term.Retired));
        Assert.Equal(HttpStatusCode.NotFound, (await _site.AskAsync("/care/circulos-de-la-abuela")).Status);
        Assert.DoesNotContain("abuela", (await _site.AskAsync("/")).Text, StringComparison.Ordinal);

        var list = (await _rosa.PageAsync("/admin/kinds")).QuerySelectorAll(".entries li").Select(li => li.TextContent).ToList();
        Assert.Contains(list, line => line.Contains("abuela", StringComparison.Ordinal) && line.Contains("Draft", StringComparison.Ordinal));
        Assert.Contains(list, line => line.Contains("Peer support", StringComparison.Ordinal) && line.Contains("Published", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_filter_has_its_words_and_they_can_be_chosen_for_entries()
    {
        var form = await FilterAsync("Getting there", "wheels", "Accessible by wheelchair");
        form["Slug"] = " Access ";
        using var answer = await form.SendAsync(_rosa, "save");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var filter = await _site.ReadAsync(db => db.Vocabularies.Include(v => v.Terms).SingleAsync(v => v.Slug == "access", Stop));
        Assert.Equal((Publication.Draft, "Getting there"), (filter.Publication, filter.Name));
        Assert.Equal(("wheels", "Accessible by wheelchair"), (filter.Terms.Single().Slug, filter.Terms.Single().Name));
        Assert.Contains("name=\"f.terms/access\"", (await _rosa.PageAsync("/admin/organizations/new")).DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("/admin/vocabularies/new", (await _rosa.PageAsync("/admin/vocabularies")).QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_what_readers_would_see_and_adds_nothing()
    {
        var form = await KindAsync("Grandmothers");
        form["f.text"] = "## Who comes\n\nAnybody **who** wants to.";
        var preview = (await form.SendForPageAsync(_rosa, "preview")).QuerySelector("#preview")!;
        Assert.Equal("Who comes", preview.QuerySelector("h3")!.TextContent);
        Assert.Equal("who", preview.QuerySelector("p strong:not(.preview-name strong)")!.TextContent);
        Assert.False(await _site.ReadAsync(db => db.CareTypes.AnyAsync(c => c.Slug == "grandmothers", Stop)));

        preview = (await (await FilterAsync("Getting there", "wheels", "Accessible by wheelchair")).SendForPageAsync(_rosa, "preview")).QuerySelector("#preview")!;
        Assert.Equal(["Accessible by wheelchair"], preview.QuerySelectorAll("li").Select(li => li.TextContent));
    }

    [Fact]
    public async Task A_form_that_is_sent_twice_adds_one()
    {
        var form = await KindAsync("Grandmothers");
        using var first = await form.SendAsync(_rosa, "save");
        using var second = await form.SendAsync(_rosa, "save");

        Assert.Equal((HttpStatusCode.Redirect, first.Headers.Location), (second.StatusCode, second.Headers.Location));
        Assert.Equal(3, await _site.ReadAsync(db => db.CareTypes.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("peer-support", "belongs to “Peer support”")]
    [InlineData("not-stated", "means something else")]
    [InlineData("name", "means something else")]
    [InlineData("two--hyphens", "small letters")]
    [InlineData("../admin", "small letters")]
    [InlineData(Xss, "small letters")]
    public async Task An_address_that_no_kind_can_have_is_told_beside_the_field(string slug, string said)
    {
        var form = await KindAsync("Grandmothers");
        form["Slug"] = slug;
        form["f.words"] = "abuelas\nnanas";

        await ToldAsync(form, slug, said);
        Assert.Equal(2, await _site.ReadAsync(db => db.CareTypes.CountAsync(Stop)));
    }

    [Theory]
    [InlineData("q")]
    [InlineData("near")]
    [InlineData("within")]
    [InlineData("page")]
    [InlineData("sort")]
    [InlineData("exact")]
    [InlineData("kind")]
    [InlineData("status")]
    [InlineData("cost")]
    public async Task A_filter_cannot_be_named_like_what_addresses_say_already(string slug)
    {
        var form = await FilterAsync("Another", "word", "A word");
        form["Slug"] = slug;

        await ToldAsync(form, slug, slug == "cost" ? "belongs to “Filter cost”" : "means something else");
    }

    [Fact]
    public async Task A_name_that_makes_a_taken_address_is_told_and_nothing_is_lost()
    {
        var page = await ToldAsync(await KindAsync("Peer Support!"), "", "belongs to “Peer support”");

        Assert.Equal("Peer Support!", page.QuerySelector("[name='f.name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Whatever_is_typed_is_shown_again_as_text()
    {
        var form = await FilterAsync(Xss, Xss, Xss);
        foreach (var name in form.Names.Where(n => n.StartsWith("f.", StringComparison.Ordinal) && !n.EndsWith("/id", StringComparison.Ordinal)).ToList())
        {
            form[name] = Xss;
        }

        (form["Slug"], form["Why"], form["f.order"]) = (Xss, Xss, Xss);
        var page = await form.SendForPageAsync(_rosa, "save");

        Assert.NotNull(page.QuerySelector("#problems"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Equal(Xss, page.QuerySelector("[name='f.name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_too_long_missing_or_no_form_of_ours_is_told()
    {
        var form = await KindAsync(new('n', Entry.NameLength + 1));
        (form["f.summary"], form["f.order"], form["Why"]) = ("", "0", new('w', 501));
        var told = (await form.SendForPageAsync(_rosa, "save")).QuerySelector("#problems")!.TextContent;
        Assert.All(["room for 150 characters", "This has to be filled in", "whole number", "room for 500 characters"], said => Assert.Contains(said, told, StringComparison.Ordinal));

        foreach (var path in new[] { Kinds, Filters })
        {
            using var empty = await _rosa.PostAsync(path, ("act", "save"), ("NewId", "no id"));
            Assert.Equal(HttpStatusCode.OK, empty.StatusCode);
            Assert.NotNull((await empty.DocumentAsync()).QuerySelector("#problems"));
        }
    }

    [Fact]
    public async Task An_id_that_belongs_to_something_else_is_not_taken()
    {
        var form = await KindAsync("Grandmothers");
        form["NewId"] = Ids.Of("cost free").ToString();
        using var answer = await form.SendAsync(_rosa, "save");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.NotEqual(Ids.Of("cost free"), (await StoredKindAsync("grandmothers")).Id);
    }

    [Theory]
    [InlineData(Kinds)]
    [InlineData(Filters)]
    [InlineData("/admin/kinds/00000000-0000-0000-0000-000000000009/archive")]
    public async Task Editors_may_not(string path)
    {
        using var ana = await SignedIn.AsEditorAsync(_site);
        await ana.PageAsync(path, HttpStatusCode.Forbidden);
        using var sent = await ana.PostAsync(path, ("act", "save"), ("f.name", "Mine"));
        Assert.Equal(HttpStatusCode.Forbidden, sent.StatusCode);
    }

    private async Task<IHtmlDocument> ToldAsync(FilledForm form, string slug, string said)
    {
        var page = await form.SendForPageAsync(_rosa, "save");
        Assert.Contains(said, page.QuerySelector("#slug-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(slug, page.QuerySelector("#f-slug")!.GetAttribute("value") ?? "");
        Assert.All(form.Names.Where(n => n.StartsWith("f.", StringComparison.Ordinal)), name => Assert.Equal(form[name], new FilledForm("", Form(page))[name]));
        return page;
    }

    private async Task<FilledForm> KindAsync(string name)
    {
        var form = new FilledForm(Kinds, Form(await _rosa.PageAsync(Kinds)));
        (form["f.name"], form["f.summary"], form["f.text"]) = (name, "Grandmothers sit together.", "## What it is\n\nA circle.");
        return form;
    }

    private async Task<FilledForm> FilterAsync(string name, string slug, string word)
    {
        var form = new FilledForm(Filters, Form(await _rosa.PageAsync(Filters)));
        form["f.name"] = name;
        (form[form.NameOf("/slug")], form[form.NameOf("/name")]) = (slug, word);
        return form;
    }

    private Task<CareType> StoredKindAsync(string slug) => _site.ReadAsync(db => db.CareTypes.AsNoTracking().SingleAsync(c => c.Slug == slug, Stop));

    private static IElement Form(IHtmlDocument page) => page.QuerySelector("form#entry")!;
}
