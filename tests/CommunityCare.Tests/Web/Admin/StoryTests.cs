using System.Net;
using CommunityCare.Accounts;
using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Exporting;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>From the first link to the files in git: one group's directory, as its keepers live it.</summary>
public sealed class StoryTests : IAsyncLifetime
{
    private const string Password = "seven quiet lanterns";

    private readonly SmallSite _site = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_directory_is_kept_from_the_first_link_to_the_exported_files()
    {
        using var rosa = SignedIn.Nobody(_site);
        using var ana = SignedIn.Nobody(_site);

        // The first link makes the admin, who invites an editor by a link of her own.
        var setup = await SetupLinkAsync();
        await SetUpAsync(rosa, setup, ("name", "Rosa"), ("email", "rosa@example.org"), ("password", Password), ("again", Password));
        using var made = await rosa.PostAsync("/admin/accounts", ("email", "ana@example.org"), ("role", "Editor"));
        var invitation = (await made.DocumentAsync()).QuerySelectorAll("main input[value*='/account/setup?key=']").Select(i => i.GetAttribute("value")!).Single();
        await SetUpAsync(ana, new Uri(invitation).PathAndQuery, ("name", "Ana"), ("password", Password), ("again", Password));
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.GetAsync("/admin/accounts", Stop)).StatusCode);

        // Both edit the same entry; Ana is second, and chooses.
        await _site.AddAsync("circle", "cost=free");
        var path = $"/admin/organizations/{Ids.Of("circle")}";
        var (first, second) = (await FormAsync(rosa, path), await FormAsync(ana, path));
        (first["f.name"], first["f.service_area"]) = ("Rosa's Circle", "Oakland");
        (second["f.name"], second["f.text"]) = ("Ana's Circle", "We meet on Mondays.");
        using (var saved = await first.SendAsync(rosa, "save"))
        {
            Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        }

        var clash = await second.SendForPageAsync(ana, "save");
        Assert.Contains("Rosa", clash.QuerySelector("section[aria-labelledby=choose-what]")!.TextContent, StringComparison.Ordinal);
        var choice = new FilledForm(path, clash.QuerySelector("main form[action*='choose']")!) { ["side.0"] = nameof(Side.Mine) };
        using (var chosen = await choice.SendAsync(ana))
        {
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        }

        // She verifies it, and readers see all of it at once.
        using (var verified = await new FilledForm(path + "/verify", (await ana.PageAsync(path + "/verify")).QuerySelector("main form.form")!) { ["How"] = "Called" }.SendAsync(ana))
        {
            Assert.Equal(HttpStatusCode.Redirect, verified.StatusCode);
        }

        var page = await _site.PageAsync("/organizations/circle");
        Assert.Equal("Ana's Circle", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("We meet on Mondays.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Oakland", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ana", page.QuerySelector(".fresh, main")!.TextContent, StringComparison.Ordinal);

        // The history holds every step, and an older one comes back.
        var history = await ana.PageAsync($"/admin/organizations/{Ids.Of("circle")}/history");
        Assert.Contains("Rosa", history.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var rosas = await _site.ReadAsync(db => db.Revisions.Where(r => r.Who == "Rosa" && r.EntryId == Ids.Of("circle")).Select(r => r.Number).SingleAsync(Stop));
        var restore = $"/admin/history/{rosas}/restore";
        using (var restored = await new FilledForm(restore, (await ana.PageAsync(restore)).QuerySelector("main form.form")!).SendAsync(ana))
        {
            Assert.Equal(HttpStatusCode.Redirect, restored.StatusCode);
        }

        Assert.Equal("Rosa's Circle", (await _site.PageAsync("/organizations/circle")).QuerySelector("h1")!.TextContent);

        // Exported and seeded again, nothing changes.
        var before = await _site.NewestRevisionAsync();
        Assert.Empty((await _site.ReadAsync(db => new MarkdownExport(db).RunAsync(_folder.At("out"), Stop))).Problems);
        Assert.Contains("name: Rosa's Circle", await File.ReadAllTextAsync(Path.Combine(_folder.At("out"), "organizations", "circle.md"), Stop), StringComparison.Ordinal);
        await using var scope = _site.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<Seeder>().RunAsync(SeedFolder.Open(_folder.At("out")), stop: Stop);
        Assert.Equal((0, 0, 0, 0, 0), (report.Added.Count, report.Updated.Count, report.Archived.Count, report.Waiting.Count, report.Problems.Count));
        Assert.Equal(before.Number, (await _site.NewestRevisionAsync()).Number);
    }

    private static async Task<FilledForm> FormAsync(SignedIn browser, string path) => new(path, (await browser.PageAsync(path)).QuerySelector("form#entry")!);

    private static async Task SetUpAsync(SignedIn browser, string link, params (string Name, string Value)[] fields)
    {
        using var made = await browser.SendFormAsync(link, await browser.PageAsync(link), fields);
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        using var signedIn = await browser.SignInAsync(fields.Any(f => f.Name == "email") ? "rosa@example.org" : "ana@example.org", Password);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
    }

    private async Task<string> SetupLinkAsync()
    {
        await using var scope = _site.Services.CreateAsyncScope();
        var link = await scope.ServiceProvider.GetRequiredService<OneTimeLinks>().SetupAsync(Stop);
        return new Uri(link!).PathAndQuery;
    }
}
