using System.Net;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Choose field by field, for two entries that are one, and for what the curated files say.</summary>
public sealed class JoinTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _ana = await SignedIn.AsEditorAsync(_site);
        await _site.AddAsync("kept", "cost=free", o => (o.AlternateNames, o.ServiceArea) = (["K"], "Here"));
        await _site.AddAsync("twin", "cost=sliding-scale", o =>
        {
            (o.AlternateNames, o.Email) = (["T"], "twin@example.org");
            o.Phones = [new() { Id = Ids.Of("twin phone"), Number = "555-010-0107" }];
        });
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task What_readers_see_is_not_joined_to_what_they_do_not_see()
    {
        await _site.AddAsync("draft", "", o => o.Publication = Publication.Draft);
        var choice = $"/admin/organizations/{Ids.Of("draft")}/choose?from=entry&other={Ids.Of("twin")}";

        var link = (await _ana.PageAsync($"/admin/organizations/{Ids.Of("draft")}/join?q=twin")).QuerySelector(".entries a")!;
        Assert.Equal($"/admin/organizations/{Ids.Of("twin")}/join", link.GetAttribute("href"));
        await _ana.PageAsync(choice, HttpStatusCode.NotFound);
        using var answer = await _ana.PostAsync(choice, ("choosing", "{}"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await Assert.ThrowsAsync<ArgumentException>(() => _site.WriteAsync(async write =>
        {
            var (kept, away) = ((await write.FindOrganizationAsync(Ids.Of("draft")))!, (await write.FindOrganizationAsync(Ids.Of("twin")))!);
            await write.MergeAsync(kept, away.Id, null, (kept.Revision, away.Revision));
        }));
        Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync("/organizations/twin")).Status);
    }

    [Fact]
    public async Task Two_entries_become_one_and_the_other_leads_there()
    {
        var found = await _ana.PageAsync($"/admin/organizations/{Ids.Of("kept")}/join?q=twin");
        var address = found.QuerySelector(".entries a")!.GetAttribute("href")!;
        var page = await _ana.PageAsync(address);
        var form = new FilledForm(address, page.QuerySelector("main form[action*=choose]")!);
        var legends = page.QuerySelectorAll(".choice-of legend").Select(l => l.TextContent).ToList();
        for (var i = 0; i < legends.Count; i++)
        {
            form[$"side.{i}"] = legends[i] switch
            {
                var l when l.Contains("Other names", StringComparison.Ordinal) || l.Contains("cost", StringComparison.OrdinalIgnoreCase) => "Both",
                var l when l.StartsWith("Name", StringComparison.Ordinal) => "Mine",
                _ => "Theirs",
            };
        }

        using var answer = await form.SendAsync(_ana);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var (kept, twin) = (await _site.StoredAsync("kept"), await _site.StoredAsync("twin"));
        Assert.Equal(("Name of kept", "twin@example.org", "Here"), (kept.Name, kept.Email, kept.ServiceArea));
        Assert.Equal(["free", "sliding-scale"], kept.TermsOf("cost").Select(t => t.Slug).Order());
        Assert.Equal("555-010-0107", Assert.Single(kept.Phones).Number);
        Assert.NotEqual(Ids.Of("twin phone"), kept.Phones[0].Id);
        Assert.Equal(Publication.Archived, twin.Publication);
        var (status, text) = await _site.AskAsync("/organizations/twin");
        Assert.Equal(HttpStatusCode.MovedPermanently, status);
        Assert.StartsWith("/organizations/kept", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?from=entry")]
    [InlineData("?from=entry&other=3f6c1f0e-5d0f-4d0c-9a55-0d8f6a1b7c11")]
    [InlineData("?from=entry&other=nothing")]
    [InlineData("?from=nothing")]
    [InlineData("")]
    public async Task Without_another_version_there_is_nothing_to_choose(string query) =>
        await _ana.PageAsync($"/admin/organizations/{Ids.Of("kept")}/choose{query}", HttpStatusCode.NotFound);

    [Fact]
    public async Task What_the_files_say_waits_until_somebody_chooses()
    {
        await _site.ReadAsync(async db =>
        {
            db.Add(new IncomingChange { EntryId = Ids.Of("kept"), Path = "service_area", Base = "Once", Mine = "Here", Theirs = "There", Since = DateTime.UtcNow });
            return await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        Assert.Equal("Name of kept", (await _ana.PageAsync("/admin")).QuerySelector("section[aria-labelledby=Files] .entries a")!.TextContent);

        var address = $"/admin/organizations/{Ids.Of("kept")}/choose?from=files";
        var page = await _ana.PageAsync(address);
        Assert.Contains("Once", Assert.Single(page.QuerySelectorAll(".choice-of")).TextContent, StringComparison.Ordinal);
        var form = new FilledForm(address, page.QuerySelector("main form[action*=choose]")!);
        form["side.0"] = nameof(Side.Theirs);
        using var answer = await form.SendAsync(_ana);

        Assert.Equal("There", (await _site.StoredAsync("kept")).ServiceArea);
        Assert.Empty((await _ana.PageAsync("/admin")).QuerySelectorAll("section[aria-labelledby=Files] .entries a"));
    }
}
