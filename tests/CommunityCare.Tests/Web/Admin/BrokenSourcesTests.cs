using System.Net;
using CommunityCare.Asking;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Answer = CommunityCare.Asking.Answer;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Editors are told of pages that are broken, where they can do something about it.</summary>
public sealed class BrokenSourcesTests : IAsyncLifetime
{
    private const string Old = "https://weavers.example.org/old?a=1&b=<2>";

    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Weavers => $"/admin/organizations/{Ids.Of("weavers")}";

    public async ValueTask InitializeAsync()
    {
        _ana = await SignedIn.AsEditorAsync(_site);
        await _site.AddAsync("weavers", "", o => o.Sources = [Old, "https://weavers.example.org/new"]);
        await _site.AddAsync("line", "", o => o.Services[0].Crisis = 1);
        await _site.AddAsync("whole");
        await _site.AddAsync("draft", "", o => (o.Publication, o.Sources) = (CommunityCare.Catalog.Publication.Draft, [Old]));
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task Before_anybody_was_asked_it_is_not_said_that_all_is_well()
    {
        var section = (await _ana.PageAsync("/admin")).QuerySelector("section[aria-labelledby=Broken]")!;

        Assert.Contains(Texts.English["Broken_Never"], section.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Texts.English["Attention_None"], section.TextContent, StringComparison.Ordinal);
        Assert.Empty(section.QuerySelectorAll("li"));
    }

    [Fact]
    public async Task Entries_that_name_broken_pages_wait_for_an_editor_with_crisis_lines_first()
    {
        await AnsweredAsync();

        var section = (await _ana.PageAsync("/admin")).QuerySelector("section[aria-labelledby=Broken]")!;
        Assert.EndsWith("(2)", section.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Name of line", "Name of weavers"], section.QuerySelectorAll(".entries a").Select(a => a.TextContent));
        Assert.Equal(["1 address", "2 addresses"], section.QuerySelectorAll(".entries .small").Select(a => a.TextContent));
        Assert.Contains("22 Nov 2026", section.TextContent, StringComparison.Ordinal);

        var list = await _ana.PageAsync("/admin/organizations?Query.Lacks=WorkingSources");
        Assert.Equal(["Name of line", "Name of weavers"], list.QuerySelectorAll(".entries a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task The_entry_names_them_and_says_since_when()
    {
        Assert.Null((await _ana.PageAsync(Weavers)).QuerySelector(".broken"));
        await AnsweredAsync();

        var page = await _ana.PageAsync(Weavers);
        var items = page.QuerySelectorAll(".broken li");
        Assert.Equal(["https://weavers.example.org", Old], items.Select(i => i.QuerySelector("a")!.GetAttribute("href")));
        Assert.Contains("There is no such host · since November 22, 2026", items[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("(404)", items[1].TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(page.QuerySelector("section[aria-labelledby=broken] p a")!.GetAttribute("href")!));
        Assert.Contains("No existe ese servidor", (await _ana.PageAsync("/es" + Weavers)).QuerySelector(".broken")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await _ana.PageAsync($"/admin/organizations/{Ids.Of("draft")}")).QuerySelector(".broken"));
    }

    [Fact]
    public async Task Another_address_clears_it()
    {
        await AnsweredAsync();

        var form = new FilledForm(Weavers, (await _ana.PageAsync(Weavers)).QuerySelector("form#entry")!);
        form["f.sources"] = "https://weavers.example.org/found";
        using var saved = await form.SendAsync(_ana, "save");

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Single((await _ana.PageAsync(Weavers)).QuerySelectorAll(".broken li"));
    }

    [Fact]
    public async Task An_editor_who_looked_says_that_it_works_and_the_catalogue_stays_as_it_is()
    {
        await AnsweredAsync();
        var before = await _site.NewestRevisionAsync();

        var form = new FilledForm(Weavers, (await _ana.PageAsync(Weavers)).QuerySelectorAll(".broken form")[1]);
        using var done = await form.SendAsync(_ana);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Single((await _ana.PageAsync(Weavers)).QuerySelectorAll(".broken li"));
        Assert.Equal(before.Number, (await _site.NewestRevisionAsync()).Number);
        Assert.Equal(Answer.Here, await _site.ReadAsync(db => db.PageAnswers.Where(a => a.Address == Old).Select(a => a.Answer).SingleAsync(Stop)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("https://nobody-asked.example.org")]
    public async Task What_was_never_asked_is_no_mistake(string address)
    {
        using var done = await _ana.PostAsync(Weavers + "?handler=Works", ("address", address));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Empty(await _site.ReadAsync(db => db.PageAnswers.ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_kind_of_care_names_its_own()
    {
        using var rosa = await SignedIn.AsAdminAsync(_site);
        var id = await _site.ReadAsync(db => db.CareTypes.Where(c => c.Slug == "mutual-aid").Select(c => c.Id).SingleAsync(Stop));
        var page = $"/admin/kinds/{id}";
        Database.Run(_site.Database, """UPDATE CareTypes SET Sources = '["https://kinds.example.org/gone"]' WHERE Slug = 'mutual-aid'""");
        await TakeAsync("https://kinds.example.org/gone", Answer.Gone, 410);

        var form = new FilledForm(page, (await rosa.PageAsync(page)).QuerySelector(".broken form")!);
        using var done = await form.SendAsync(rosa);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Null((await rosa.PageAsync(page)).QuerySelector(".broken"));
    }

    private async Task AnsweredAsync()
    {
        await TakeAsync(Old, Answer.Gone, 404);
        await TakeAsync("https://weavers.example.org", Answer.NoSuchHost);
        await TakeAsync("https://line.example.org", Answer.BadCertificate);
        await TakeAsync("https://whole.example.org", Answer.NoAnswer);
        await TakeAsync("https://weavers.example.org/new", Answer.Here, 200);
    }

    private Task<int> TakeAsync(string address, Answer answer, int? status = null) => _site.ReadAsync(async db =>
    {
        var row = new PageAnswer { Address = address };
        row.Take(answer, status, _site.Clock.Now.UtcDateTime);
        db.PageAnswers.Add(row);
        return await db.SaveChangesAsync(Stop);
    });
}
