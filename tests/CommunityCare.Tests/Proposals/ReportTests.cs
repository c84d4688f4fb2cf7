using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Proposals;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Proposals;

/// <summary>A reader points at the part that is wrong, as they see it.</summary>
public sealed class ReportTests : IAsyncLifetime
{
    private const string Path = "/organizations/open-door/report";

    private static readonly Guid Shown = Ids.Of("shown"), Private = Ids.Of("private");

    private readonly SmallSite _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _site.AddAsync("open-door", "cost=free", o =>
    {
        o.Phones = [new() { Id = Shown, Number = "510-555-0100", Description = "Evenings" }, new() { Id = Private, Number = "510-555-0177", Description = "zqphone", Private = true }];
        o.Contacts = [new() { Id = Ids.Of("c"), Name = "Zqcontact", Email = "zqcontact@example.org", Private = true }];
        o.Locations =
        [
            new() { Id = Ids.Of("full"), Address1 = "1 Main Street", City = "Oakland", StateProvince = "CA" },
            new() { Id = Ids.Of("area"), Address1 = "2 Zqstreet", City = "Reno", StateProvince = "NV", Visibility = LocationVisibility.Area },
            new() { Id = Ids.Of("hidden"), Address1 = "3 Zqstreet", City = "Zqcity", StateProvince = "NY", Visibility = LocationVisibility.Hidden },
        ];
        o.Translations = [new("es", "name", "Puerta Abierta")];
    });

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task The_parts_to_choose_from_are_those_that_the_public_sees()
    {
        var page = await _site.PageAsync(Path);

        var parts = page.QuerySelectorAll("input[name=part]").ToDictionary(i => i.GetAttribute("value")!, i => Words(page.QuerySelector($"label[for='{i.Id}']")!));
        Assert.Equal("Name: Name of open-door", parts["name"]);
        Assert.Equal("Phone: 510-555-0100 Evenings", parts[$"phones/{Shown}/number"]);
        Assert.Equal("Website: open-door.example.org", parts["website"]);
        Assert.Equal("Where: 1 Main Street, Oakland, CA", parts[$"locations/{Ids.Of("full")}/address_1"]);
        Assert.Equal("Where: Reno, NV", parts[$"locations/{Ids.Of("area")}/city"]);
        Assert.Equal("Cost: Free", parts["terms/cost"]);
        Assert.Equal("Languages: Not stated", parts["terms/language"]);
        Assert.Equal(["text", "status", "publication", "other"], new[] { "text", "status", "publication", "other" }.Where(parts.ContainsKey));
        var shown = Html(page);
        Assert.All(["zq", Private.ToString(), Ids.Of("hidden").ToString()], hidden => Assert.DoesNotContain(hidden, shown, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_report_is_kept_with_the_field_and_the_revision_that_the_reader_saw()
    {
        var form = await ReaderForm.OpenAsync(_site, Path);
        var seen = await _site.ReadAsync(db => db.Organizations.Select(o => o.Revision).SingleAsync(Stop));
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("open-door")))!;
            entry.Email = "new@example.org";
            await write.SaveAsync(entry);
        });

        using var answer = await form.With("part", $"phones/{Shown}/number").With("wrong", "Nobody answers.").With("right", "510-555-0199").With("source", "I called them.").SendAsync();

        Assert.Equal((HttpStatusCode.SeeOther, "/thanks/report"), (answer.StatusCode, answer.Header("Location")));
        await _site.PageAsync("/thanks/report");
        var kept = Assert.Single(await AllAsync());
        Assert.Equal(new ProposedField($"phones/{Shown}/number", "510-555-0199"), Assert.Single(kept.Fields));
        Assert.Equal((ProposalKind.Problem, Ids.Of("open-door"), seen, "Nobody answers.", "I called them.", null), (kept.Kind, kept.EntryId, kept.BasedOn, kept.Message, kept.Source, kept.Contact));
    }

    [Theory]
    [InlineData("", "name")]
    [InlineData("/es", "es:name")]
    public async Task A_translation_is_a_field_of_its_own(string prefix, string path)
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, prefix + Path)).With("part", path).With("right", "Open Doors").SendAsync();

        Assert.Equal(prefix + "/thanks/report", answer.Header("Location"));
        Assert.Equal(new ProposedField(path, "Open Doors"), Assert.Single(Assert.Single(await AllAsync()).Fields));
    }

    [Theory]
    [InlineData("status", "closed", "Moved away.\n\nNobody")]
    [InlineData("publication", "archived", "Moved away.\n\nNobody")]
    [InlineData("other", null, "Moved away.\n\nNobody")]
    [InlineData("terms/cost", "Nobody", "Moved away.")]
    public async Task What_no_field_can_take_stands_in_the_message(string part, string? text, string message)
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("part", part).With("wrong", "Moved away.").With("right", "Nobody").SendAsync();

        var kept = Assert.Single(await AllAsync());
        Assert.Equal(text, kept.Fields.SingleOrDefault()?.Text);
        Assert.Equal(message, kept.Message);
        Assert.Equal(part == "status", kept.Fields.Exists(f => f.IsValue));
    }

    [Fact]
    public async Task A_group_that_asks_to_go_need_not_say_why()
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("part", "publication").SendAsync();

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Fact]
    public async Task A_part_that_is_hidden_is_answered_like_one_that_is_not_there()
    {
        var answers = new List<string>();
        foreach (var part in new[] { $"phones/{Private}/number", $"phones/{Ids.Of("nothing")}/number", $"locations/{Ids.Of("hidden")}/address_1", "contacts", "../name", "" })
        {
            using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("part", part).With("wrong", "x").SendAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.DocumentAsync();
            answers.Add(Words(page.QuerySelector("#problems")!));
            Assert.DoesNotContain("zq", Html(page), StringComparison.OrdinalIgnoreCase);
        }

        Assert.Single(answers.Distinct());
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task Who_says_nothing_is_asked_and_keeps_the_choice()
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, Path)).With("part", "website").With("source", "A friend").SendAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var form = await ReaderForm.OfAsync(_site, answer);
        Assert.Equal(["#wrong"], form.Page.QuerySelectorAll("#problems a").Select(a => a.GetAttribute("href")));
        Assert.Equal(("website", "A friend"), (form.Value("part"), form.Value("source")));
    }

    [Fact]
    public async Task What_is_not_public_has_no_form()
    {
        var form = await ReaderForm.OpenAsync(_site, Path);
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("open-door")))!;
            entry.Publication = Publication.Draft;
            await write.SaveAsync(entry);
        });

        await _site.PageAsync(Path, HttpStatusCode.NotFound);
        await _site.PageAsync("/organizations/nobody/report", HttpStatusCode.NotFound);
        using var answer = await form.With("part", "name").With("right", "x").SendAsync();
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await AllAsync());
    }

    [Fact]
    public async Task An_old_address_leads_on_and_what_is_sent_there_counts()
    {
        var form = await ReaderForm.OpenAsync(_site, Path);
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("open-door")))!;
            entry.Slug = "open-doors";
            await write.SaveAsync(entry);
        });

        foreach (var (asked, leads) in new[] { (Path, "/organizations/open-doors/report"), ("/es" + Path, "/es/organizations/open-doors/report"), ("/organizations/Open-Doors/report", "/organizations/open-doors/report") })
        {
            using var moved = await _site.GetAsync(asked);
            Assert.Equal((HttpStatusCode.MovedPermanently, leads), (moved.StatusCode, moved.Header("Location")));
        }

        using var answer = await form.With("part", "name").With("right", "Open Doors").SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(Ids.Of("open-door"), Assert.Single(await AllAsync()).EntryId);
    }

    [Fact]
    public async Task The_page_of_a_group_leads_to_its_form_which_search_engines_leave_alone()
    {
        Assert.NotNull((await _site.PageAsync("/organizations/open-door")).QuerySelector($"main a[href='{Path}']"));
        Assert.NotNull((await _site.PageAsync("/es/organizations/open-door")).QuerySelector($"main a[href='/es{Path}']"));
        Assert.NotNull((await _site.PageAsync(Path)).QuerySelector("meta[name=robots][content=noindex]"));
    }

    // But for the token, which may hold any letters.
    private static string Html(IHtmlDocument page)
    {
        page.QuerySelector("input[name=form]")!.Remove();
        return page.DocumentElement.OuterHtml;
    }

    private Task<List<Proposal>> AllAsync() => _site.ReadAsync(db => db.Proposals.AsNoTracking().ToListAsync(Stop));
}
