using System.Net;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Proposals;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Proposals;

/// <summary>What a reader sent goes into the entry field by field, by an editor who looked at it.</summary>
public sealed class AcceptTests : IAsyncLifetime
{
    private const string News = "https://news.example.org/a";

    private static readonly Guid Phone = Ids.Of("phone");

    private readonly SmallSite _site = new();
    private SignedIn _editor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Entry => $"/admin/organizations/{Ids.Of("open-door")}";

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("open-door", "", o => (o.Phones, o.Sources) = ([new() { Id = Phone, Number = "510-555-0100" }], ["https://old.example.org/"]));
        _editor = await SignedIn.AsEditorAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task A_chosen_value_stands_in_the_entry_with_its_source_and_the_item_is_closed()
    {
        var id = await ReportAsync();

        using var answer = await ChooseAsync(id, Side.Theirs);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var entry = await _site.StoredAsync("open-door");
        Assert.Equal((Phone, "510-555-0199"), (entry.Phones[0].Id, entry.Phones[0].Number));
        Assert.Equal(["https://old.example.org/", News], entry.Sources);
        Assert.Equal(("Ana Editor", "She called them."), await _site.ReadAsync(db => db.Revisions.OrderBy(r => r.Number).Select(r => ValueTuple.Create(r.Who, r.Why)).LastAsync(Stop)));
        Assert.Contains("510-555-0199", (await _site.PageAsync("/organizations/open-door")).Body!.TextContent, StringComparison.Ordinal);
        await ClosedAsync(id);

        // The way in is closed with it.
        await _editor.PageAsync($"{Entry}/choose?proposal={id}", HttpStatusCode.NotFound);
        Assert.Null((await _editor.PageAsync($"/admin/proposals/{id}")).QuerySelector("a[href*='choose?proposal']"));
    }

    [Fact]
    public async Task Whoever_keeps_what_stands_changes_nothing_but_the_source()
    {
        var id = await ReportAsync();

        using var answer = await ChooseAsync(id, Side.Mine);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var entry = await _site.StoredAsync("open-door");
        Assert.Equal("510-555-0100", entry.Phones[0].Number);
        await ClosedAsync(id);
    }

    [Fact]
    public async Task Somebody_who_saved_meanwhile_is_not_overwritten_and_the_item_waits()
    {
        var id = await ReportAsync();
        var form = await ChoiceAsync(id);
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("open-door")))!;
            (entry.Phones[0].Number, entry.Email) = ("510-555-0111", "new@example.org");
            await write.SaveAsync(entry);
        });
        (form["side.0"], form["Why"]) = (nameof(Side.Theirs), "She called them.");

        var clash = await form.SendForPageAsync(_editor);

        Assert.Contains("510-555-0111", clash.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("510-555-0199", clash.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("510-555-0111", (await _site.StoredAsync("open-door")).Phones[0].Number);
        Assert.Equal(ProposalState.Waiting, (await FindAsync(id)).State);

        // What they choose then closes it.
        var second = new FilledForm($"{Entry}/choose", clash.QuerySelector("main form[action*='choose']")!) { ["side.0"] = nameof(Side.Mine) };
        using var answer = await second.SendAsync(_editor);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var entry = await _site.StoredAsync("open-door");
        Assert.Equal(("510-555-0199", "new@example.org"), (entry.Phones[0].Number, entry.Email));
        await ClosedAsync(id);
    }

    [Fact]
    public async Task A_proposal_for_another_entry_is_not_found()
    {
        await _site.AddAsync("second");
        var id = await ReportAsync();

        await _editor.PageAsync($"/admin/organizations/{Ids.Of("second")}/choose?proposal={id}", HttpStatusCode.NotFound);
        await _editor.PageAsync($"{Entry}/choose?proposal={Guid.NewGuid()}", HttpStatusCode.NotFound);
        await _editor.PageAsync($"{Entry}/choose?proposal=everything", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_proposal_whose_entry_is_gone_offers_no_choice()
    {
        var id = await ReportAsync();
        await _site.ReadAsync(async db =>
        {
            var stored = await db.Proposals.SingleAsync(Stop);
            stored.EntryId = Ids.Of("nobody");
            return await db.SaveChangesAsync(Stop);
        });

        Assert.Null((await _editor.PageAsync($"/admin/proposals/{id}")).QuerySelector("a[href*='choose?proposal']"));
    }

    [Fact]
    public async Task A_new_organization_fills_the_form_and_saving_it_closes_the_item()
    {
        var id = await SuggestAsync();
        var path = $"/admin/organizations/new?proposal={id}";
        var form = new FilledForm(path, (await _editor.PageAsync(path)).QuerySelector("form#entry")!);

        Assert.Equal(("Porch Circle", "We sit together."), (form["f.name"], form["f.text"]));
        Assert.Equal(("510-555-0133", "Oakland", "CA"), (form[form.NameOf("/number")], form[form.NameOf("/city")], form[form.NameOf("/state_province")]));
        Assert.Equal("https://porch.example.org", form["f.website"]);
        Assert.Equal("Peer support", form[form.Names.First(n => n.StartsWith("f.services/", StringComparison.Ordinal) && n.EndsWith("/name", StringComparison.Ordinal))]);
        form["Why"] = "She called them.";
        using var answer = await form.SendAsync(_editor, "save");

        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await answer.DocumentAsync()).QuerySelector("#problems")?.TextContent);
        var entry = await _site.StoredAsync("porch-circle");
        Assert.Equal((Publication.Draft, "510-555-0133", "Oakland"), (entry.Publication, entry.Phones[0].Number, entry.Locations[0].City));
        Assert.Equal(["mutual-aid", "peer-support"], entry.Terms.Where(t => t.Term.Vocabulary.Slug == Vocabulary.Kind).Select(t => t.Term.Slug).Order(StringComparer.Ordinal));
        Assert.Equal([News], entry.Sources);
        await ClosedAsync(id);

        // Opened again, it fills in nothing: it was answered.
        Assert.Equal("", new FilledForm(path, (await _editor.PageAsync(path)).QuerySelector("form#entry")!)["f.name"]);
    }

    [Fact]
    public async Task A_suggestion_stands_above_its_form_with_how_they_know_and_a_website_is_written_out()
    {
        var id = await SuggestAsync("porch.example.org", "I go there.");

        var page = await _editor.PageAsync($"/admin/organizations/new?proposal={id}");

        var sent = page.QuerySelector("section[aria-labelledby=sent]")!.TextContent;
        Assert.All(["Porch Circle", "I go there.", "sam@example.org"], said => Assert.Contains(said, sent, StringComparison.Ordinal));
        var form = new FilledForm("/admin/organizations/new", page.QuerySelector("form#entry")!);
        Assert.Equal(("https://porch.example.org", "I go there."), (form["f.website"], form["Why"]));
    }

    [Fact]
    public async Task Who_asks_that_a_group_is_not_listed_leads_to_the_mark_and_to_no_choice()
    {
        var id = await SentAsync((await ReaderForm.OpenAsync(_site, "/organizations/open-door/report")).With("part", "publication").With("wrong", "They asked me to tell you."));

        var page = await _editor.PageAsync($"/admin/proposals/{id}");

        Assert.NotNull(page.QuerySelector($"a.button[href='{Entry}/do-not-list']"));
        Assert.Null(page.QuerySelector("a[href*='choose?proposal']"));
        Assert.Empty((await _editor.PageAsync($"{Entry}/choose?proposal={id}")).QuerySelectorAll(".choice-of"));
    }

    [Theory]
    [InlineData("I go there every week.")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://anna:secret@example.org/")]
    [InlineData("http://localhost/")]
    [InlineData("https://example.org/a b")]
    [InlineData("https://old.example.org/")]
    public async Task Only_a_page_of_the_web_becomes_a_source_and_only_once(string source)
    {
        var id = await ReportAsync(source);

        using var answer = await ChooseAsync(id, Side.Theirs);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["https://old.example.org/"], (await _site.StoredAsync("open-door")).Sources);
    }

    private async Task<FilledForm> ChoiceAsync(Guid id)
    {
        var path = $"{Entry}/choose?proposal={id}";
        return new(path, (await _editor.PageAsync(path)).QuerySelector("main form[action*='choose']")!);
    }

    private async Task<HttpResponseMessage> ChooseAsync(Guid id, Side side)
    {
        var form = await ChoiceAsync(id);
        (form["side.0"], form["Why"]) = (side.ToString(), "She called them.");
        return await form.SendAsync(_editor);
    }

    private async Task ClosedAsync(Guid id)
    {
        var closed = await FindAsync(id);
        Assert.Equal((ProposalState.Accepted, "Ana Editor", "She called them.", null), (closed.State, closed.ClosedBy, closed.Why, closed.Contact));
        Assert.Empty((await _editor.PageAsync("/admin/proposals")).QuerySelectorAll("main tbody tr"));
    }

    private Task<Proposal> FindAsync(Guid id) => _site.ReadAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id, Stop));

    private async Task<Guid> ReportAsync(string source = News) => await SentAsync((await ReaderForm.OpenAsync(_site, "/organizations/open-door/report"))
        .With("part", $"phones/{Phone}/number").With("wrong", "Nobody answers.").With("right", "510-555-0199").With("source", source).With("contact", "sam@example.org"));

    private async Task<Guid> SuggestAsync(string website = "https://porch.example.org", string source = News) => await SentAsync((await ReaderForm.OpenAsync(_site, "/suggest-an-organization"))
        .With("name", "Porch Circle").With("text", "We sit together.").With("phone", "510-555-0133").With("website", website)
        .With("city", "Oakland").With("state_province", "CA").With("source", source).With("contact", "sam@example.org")
        .Also("kind", "peer-support").Also("kind", "mutual-aid"));

    private async Task<Guid> SentAsync(ReaderForm form)
    {
        using var answer = await form.SendAsync();
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return await _site.ReadAsync(db => db.Proposals.OrderByDescending(p => p.Key).Select(p => p.Id).FirstAsync(Stop));
    }
}
