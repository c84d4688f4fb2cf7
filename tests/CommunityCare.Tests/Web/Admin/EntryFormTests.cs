using System.Net;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>An editor writes an entry: everything in it can be changed, what is wrong is told beside it, nothing is lost.</summary>
public sealed class EntryFormTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static string Path => $"/admin/organizations/{Ids.Of("care")}";

    public async ValueTask InitializeAsync()
    {
        _ana = await SignedIn.AsEditorAsync(_site);
        await _site.AddAsync("care", "cost=free", o =>
        {
            o.Phones = [new() { Id = Ids.Of("first"), Number = "555-010-0101" }, new() { Id = Ids.Of("second"), Number = "555-010-0102" }];
            o.Locations = [new() { Id = Ids.Of("hidden"), Address1 = "12 Secret Street", City = "Oakland", StateProvince = "CA", Visibility = LocationVisibility.Hidden }];
        });
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_is_saved_is_shown_to_readers_at_once_and_kept_in_the_history()
    {
        var form = await FormAsync();
        (form["f.name"], form["f.text"], form["f.es:text"], form["Why"]) = ("Weavers' Circle", "We weave on Mondays.", "Tejemos los lunes.", "they called");
        form["f.terms/cost"] = "sliding-scale";
        using var answer = await form.SendAsync(_ana, "save");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        Assert.Contains("We weave on Mondays.", (await _site.PageAsync("/organizations/care")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tejemos los lunes.", (await _site.PageAsync("/es/organizations/care")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single((await _site.PageAsync("/organizations?q=weave&cost=sliding-scale")).QuerySelectorAll(".result"));
        var revision = await _site.NewestRevisionAsync();
        Assert.Equal(("Ana Editor", Act.Edited, "they called"), (revision.Who, revision.Act, revision.Why));
        Assert.Contains("12 Secret Street", revision.Text.English, StringComparison.Ordinal);
        Assert.Equal("Weavers' Circle", (await _ana.PageAsync(Path)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_form_that_changes_nothing_makes_no_revision()
    {
        var before = await _site.NewestRevisionAsync();
        using var answer = await (await FormAsync()).SendAsync(_ana, "save");

        Assert.EndsWith("saved=Same", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(before.Number, (await _site.NewestRevisionAsync()).Number);
    }

    [Fact]
    public async Task What_is_wrong_is_told_beside_the_field_and_on_top_and_nothing_typed_is_lost()
    {
        var form = await FormAsync();
        (form["f.name"], form["f.website"], form["f.founded"], form["f.text"]) = ("", "javascript:alert(1)", "soon", "Typed before the slip.");
        form[form.NameOf("/number")] = "<script>alert(1)</script>";
        var page = await form.SendForPageAsync(_ana, "save");

        var summary = page.QuerySelector("#problems")!;
        Assert.True(summary.HasAttribute("autofocus"));
        var links = summary.QuerySelectorAll("a").Select(a => a.GetAttribute("href")![1..]).ToList();
        Assert.Equal(4, links.Count);
        Assert.All(links, id => Assert.NotNull(page.GetElementById(id)));
        foreach (var id in links.Where(id => id != "f-name"))
        {
            var control = page.GetElementById(id)!;
            Assert.Equal("true", control.GetAttribute("aria-invalid"));
            Assert.NotNull(page.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[0]));
        }

        var again = new FilledForm(Path, page.QuerySelector("form#entry")!);
        Assert.Equal(("javascript:alert(1)", "soon", "Typed before the slip."), (again["f.website"], again["f.founded"], again["f.text"]));
        Assert.Empty(page.QuerySelectorAll("main script:not([src])"));
        Assert.Contains("Name of care", (await _site.PageAsync("/organizations/care")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_are_added_moved_and_taken_away_without_script()
    {
        var page = await (await FormAsync()).SendForPageAsync(_ana, "add:phones");
        var form = new FilledForm(Path, page.QuerySelector("form#entry")!);
        var added = form.Names.Last(n => n.StartsWith("f.phones/", StringComparison.Ordinal) && n.EndsWith("/number", StringComparison.Ordinal));
        AssertGoesOnAt(page, "f-" + added[2..^"/number".Length].Replace('/', '-'));
        form[added] = "555-010-0199";
        page = await form.SendForPageAsync(_ana, "up:" + added[2..^"/number".Length]);
        AssertGoesOnAt(page, "f-" + added[2..^"/number".Length].Replace('/', '-'));
        page = await new FilledForm(Path, page.QuerySelector("form#entry")!).SendForPageAsync(_ana, $"remove:phones/{Ids.Of("first")}");
        AssertGoesOnAt(page, "f-phones");
        Assert.Equal(2, (await StoredAsync()).Phones.Count);

        using var answer = await new FilledForm(Path, page.QuerySelector("form#entry")!).SendAsync(_ana, "save");
        Assert.Equal(["555-010-0199", "555-010-0102"], (await StoredAsync()).Phones.Select(p => p.Number));
        Assert.Equal(Ids.Of("second"), (await StoredAsync()).Phones[1].Id);
    }

    [Fact]
    public async Task A_preview_shows_what_readers_would_see_and_saves_nothing()
    {
        var form = await FormAsync();
        form["f.text"] = "Only to look at.";
        var preview = (await form.SendForPageAsync(_ana, "preview")).QuerySelector("#preview")!;

        Assert.True(preview.HasAttribute("autofocus"));
        Assert.Contains("Only to look at.", preview.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("12 Secret Street", preview.TextContent, StringComparison.Ordinal);
        Assert.Equal("Summary of care.", (await StoredAsync()).Summary);
    }

    [Fact]
    public async Task The_id_of_another_organizations_part_is_not_taken_over()
    {
        await _site.AddAsync("other", "", o => o.Phones = [new() { Id = Ids.Of("theirs"), Number = "555-010-0155" }]);
        var form = await FormAsync();
        form[$"f.phones/{Ids.Of("first")}/id"] = Ids.Of("theirs").ToString();
        using var answer = await form.SendAsync(_ana, "save");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain((await StoredAsync()).Phones, p => p.Id == Ids.Of("theirs"));
        Assert.Contains("555-010-0155", (await _site.PageAsync("/organizations/other")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("f.publication", "archived")]
    [InlineData("f.verified/by", "Nobody")]
    [InlineData("f.id", "3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11")]
    [InlineData("f.terms/evil: [x]\nid", "y")]
    [InlineData("f.nothing", "x")]
    [InlineData("f.phones/1/evil", "x")]
    public async Task What_the_form_does_not_hold_is_not_taken_from_it(string name, string value)
    {
        var form = await FormAsync();
        form[name] = value;
        using var answer = await form.SendAsync(_ana, "save");

        Assert.EndsWith("saved=Same", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_editors_at_once_lose_nothing()
    {
        using var rosa = await SignedIn.AsEditorAsync(_site, "Rosa Writer");
        var (anas, rosas) = (await FormAsync(), await FormAsync(rosa));
        (anas["f.name"], anas["f.email"]) = ("Ana's name", "ana@care.example.org");
        (rosas["f.name"], rosas["f.service_area"]) = ("Rosa's name", "Rosa's town");
        using (var first = await rosas.SendAsync(rosa, "save"))
        {
            Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        }

        var page = await anas.SendForPageAsync(_ana, "save");
        var choice = Assert.Single(page.QuerySelectorAll(".choice-of"));
        Assert.Contains("Ana's name", choice.TextContent, StringComparison.Ordinal);
        Assert.Contains("Rosa's name", choice.TextContent, StringComparison.Ordinal);
        Assert.Equal("Rosa's name", (await StoredAsync()).Name);

        var chosen = new FilledForm(Path, page.QuerySelector("main form[action*='choose']")!);
        (chosen["side.0"], chosen["words.0"]) = ("Own", "Name of both");
        using var second = await chosen.SendAsync(_ana);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var stored = await StoredAsync();
        Assert.Equal(("Name of both", "ana@care.example.org", "Rosa's town"), (stored.Name, stored.Email, stored.ServiceArea));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"Start\":{\"English\":\"no document\",\"Others\":{}},\"BasedOn\":1,\"Choices\":[]}")]
    [InlineData("{\"Start\":{\"English\":\"---\\nid: x\\n---\\n\",\"Others\":{}},\"BasedOn\":-1,\"Choices\":[]}")]
    public async Task A_choice_that_is_no_form_of_ours_changes_nothing(string choosing)
    {
        var before = await _site.NewestRevisionAsync();
        using var answer = await _ana.PostAsync(Path + "/choose", ("choosing", choosing), ("side.0", "Theirs"));

        Assert.InRange((int)answer.StatusCode, 200, 499);
        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(before.Number, (await _site.NewestRevisionAsync()).Number);
    }

    private Task<FilledForm> FormAsync() => FormAsync(_ana);

    private static async Task<FilledForm> FormAsync(SignedIn browser) => new(Path, (await browser.PageAsync(Path)).QuerySelector("form#entry")!);

    private Task<Organization> StoredAsync() => _site.StoredAsync("care");

    // Who uses the keyboard alone is where they were, and not at the top of a long form.
    private static void AssertGoesOnAt(IHtmlDocument page, string id)
    {
        Assert.Equal(id, Assert.Single(page.QuerySelectorAll("main [autofocus]")).Id);
        Assert.Equal("-1", page.GetElementById(id)!.GetAttribute("tabindex"));
    }
}
