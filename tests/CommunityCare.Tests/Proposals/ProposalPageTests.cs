using System.Net;
using CommunityCare.Proposals;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Proposals;

/// <summary>Where editors answer what readers sent.</summary>
public sealed class ProposalPageTests : IAsyncLifetime
{
    private const string Attack = "\"><img src=x onerror=alert(1)></textarea><script>alert(1)</script>";

    private readonly SmallSite _site = new();
    private SignedIn _editor = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("open-door", "", o => o.Phones = [Samples.Phone("510-555-0100")]);
        _editor = await SignedIn.AsEditorAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _editor.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task The_list_shows_what_waits_the_oldest_first()
    {
        Assert.Contains("Nothing is waiting.", Words((await _editor.PageAsync("/admin/proposals")).QuerySelector("main")!), StringComparison.Ordinal);
        await ReportAsync();
        await SuggestAsync();
        await ReportAsync(part: "other");

        var page = await _editor.PageAsync("/admin/proposals");

        Assert.Equal(
            ["Problem: Name of open-door Phone November 22, 2026", "New organization: Porch Circle November 22, 2026", "Problem: Name of open-door Something else November 22, 2026"],
            page.QuerySelectorAll("main tbody tr").Select(Words));
        foreach (var link in page.QuerySelectorAll("main tbody a"))
        {
            await _editor.PageAsync(link.GetAttribute("href")!);
        }
    }

    [Fact]
    public async Task A_problem_shows_what_was_said_beside_what_is_there_and_leads_to_the_choice()
    {
        var id = await ReportAsync();

        var page = await _editor.PageAsync($"/admin/proposals/{id}");

        var said = Words(page.QuerySelector("dl.facts")!);
        Assert.Contains("Phone 510-555-0199 Now: 510-555-0100", said, StringComparison.Ordinal);
        Assert.Contains("Nobody answers.", said, StringComparison.Ordinal);
        Assert.EndsWith("2026, English", said, StringComparison.Ordinal);
        Assert.Contains("sam@example.org", said, StringComparison.Ordinal);
        Assert.Equal("https://news.example.org/a", page.QuerySelector("dl.facts a.outside")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector($"a[href='/admin/organizations/{Ids.Of("open-door")}/choose?proposal={id}']"));
        Assert.NotNull(page.QuerySelector("main a[href='/organizations/open-door']"));
        Assert.DoesNotContain("has changed", page.Body!.TextContent, StringComparison.Ordinal);

        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("open-door")))!;
            entry.Email = "new@example.org";
            await write.SaveAsync(entry);
        });
        Assert.Contains("The entry has changed since", (await _editor.PageAsync($"/admin/proposals/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_organization_leads_to_a_new_entry()
    {
        var id = await SuggestAsync();

        var page = await _editor.PageAsync($"/es/admin/proposals/{id}");

        Assert.NotNull(page.QuerySelector($"a[href='/es/admin/organizations/new?proposal={id}']"));
        Assert.Contains("Porch Circle", Words(page.QuerySelector("dl.facts")!), StringComparison.Ordinal);
        Assert.EndsWith("2026, inglés", Words(page.QuerySelector("dl.facts")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_wants_a_reason_and_forgets_the_contact()
    {
        var id = await ReportAsync();
        foreach (var (why, shown) in new[] { ("  ", ""), (new string('a', 501), new string('a', 501)) })
        {
            using var refused = await _editor.PostAsync($"/admin/proposals/{id}?handler=Decline", ("why", why));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var page = await refused.DocumentAsync();
            Assert.NotNull(page.GetElementById("why-problem"));
            Assert.Equal(shown, page.GetElementById("why")!.TextContent.Trim());
        }

        using var answer = await _editor.PostAsync($"/admin/proposals/{id}?handler=Decline", ("why", "The number is right."));

        Assert.Equal((HttpStatusCode.Redirect, "/admin/proposals"), (answer.StatusCode, answer.Header("Location")));
        var closed = await OneAsync(id);
        Assert.Equal((ProposalState.Declined, "Ana Editor", "The number is right.", null), (closed.State, closed.ClosedBy, closed.Why, closed.Contact));
        Assert.DoesNotContain("sam@example.org", (await _editor.PageAsync($"/admin/proposals/{id}")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_answer_counts_and_the_second_editor_sees_it()
    {
        var id = await ReportAsync();
        using var first = await _editor.PostAsync($"/admin/proposals/{id}?handler=Done");
        using var second = await _editor.PostAsync($"/admin/proposals/{id}?handler=Decline", ("why", "spam"));

        Assert.Equal("/admin/proposals", first.Header("Location"));
        Assert.Equal($"/admin/proposals/{id}", second.Header("Location"));
        Assert.Equal(ProposalState.Accepted, (await OneAsync(id)).State);
        var page = await _editor.PageAsync($"/admin/proposals/{id}");
        Assert.Contains("Ana Editor accepted it.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("main textarea"));
    }

    [Fact]
    public async Task An_attack_is_text_to_an_editor()
    {
        var report = await ReportAsync(right: Attack, wrong: Attack, source: "javascript:alert(1)", contact: Attack);
        var suggestion = await SuggestAsync(Attack);
        using var declined = await _editor.PostAsync($"/admin/proposals/{suggestion}?handler=Decline", ("why", Attack));

        foreach (var path in new[] { "/admin/proposals", $"/admin/proposals/{report}", $"/admin/proposals/{suggestion}" })
        {
            var page = await _editor.PageAsync(path);
            Assert.Empty(page.QuerySelectorAll("main img, main script, [onerror], a[href^=javascript]"));
            Assert.All(page.Scripts, script => Assert.StartsWith("/js/", script.GetAttribute("src"), StringComparison.Ordinal));
        }

        Assert.Contains(Attack, (await _editor.PageAsync($"/admin/proposals/{report}")).QuerySelector("dl.facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_may_read_or_answer()
    {
        var id = await ReportAsync();
        foreach (var path in new[] { "/admin/proposals", $"/admin/proposals/{id}" })
        {
            Assert.NotEqual(HttpStatusCode.OK, (await _site.AskAsync(path)).Status);
        }

        using var answer = await SignedIn.Nobody(_site).PostPlainAsync($"/admin/proposals/{id}?handler=Decline", ("why", "x"));
        using var without = await _editor.PostPlainAsync($"/admin/proposals/{id}?handler=Decline", ("why", "x"));
        Assert.Equal(ProposalState.Waiting, (await OneAsync(id)).State);
        await _editor.PageAsync($"/admin/proposals/{Guid.NewGuid()}", HttpStatusCode.NotFound);
        await _editor.PageAsync("/admin/proposals/nonsense", HttpStatusCode.NotFound);
    }

    private async Task<Guid> ReportAsync(string? part = null, string right = "510-555-0199", string wrong = "Nobody answers.", string source = "https://news.example.org/a", string contact = "sam@example.org")
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, "/organizations/open-door/report"))
            .With("part", part ?? $"phones/{Ids.Of("510-555-0100")}/number").With("right", right).With("wrong", wrong).With("source", source).With("contact", contact).SendAsync();
        return await NewestAsync(answer);
    }

    private async Task<Guid> SuggestAsync(string name = "Porch Circle")
    {
        using var answer = await (await ReaderForm.OpenAsync(_site, "/suggest-an-organization")).With("name", name).With("phone", "510-555-0100").SendAsync();
        return await NewestAsync(answer);
    }

    private Task<Guid> NewestAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return _site.ReadAsync(db => db.Proposals.OrderByDescending(p => p.Key).Select(p => p.Id).FirstAsync(Stop));
    }

    private Task<Proposal> OneAsync(Guid id) => _site.ReadAsync(db => db.Proposals.AsNoTracking().SingleAsync(p => p.Id == id, Stop));
}
