using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Exporting;
using CommunityCare.Seeding;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>
/// Every form of every closed page and every form for readers, found by walking the site, is sent what nobody should send: each
/// gets a plain answer, nothing of it becomes markup, and the catalogue stays one that can be exported and read again.
/// </summary>
public sealed class HostileFormsTests : IAsyncLifetime
{
    private const string Markup = "\"><img src=x onerror=alert(1)><script>alert(1)</script>";

    // Nobody could go on after it.
    private static readonly string[] Left = ["/account/sign-out"];

    private readonly SmallSite _site = new();
    private readonly TempFolder _folder = new();
    private SignedIn _rosa = null!;
    private long _first;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("open-door", "cost=free", o => o.Phones = [Samples.Phone("510-555-0100")]);
        await _site.AddAsync("twin");
        await _site.AddAsync("draft", "", o => o.Publication = Publication.Draft);
        await _site.AddAsync("gone", "", o => o.Publication = Publication.Archived);
        await _site.AddAsync("marked");
        await _site.WriteAsync(async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of("open-door")))!;
            entry.Email = "hello@example.org";
            await write.SaveAsync(entry);
        });
        foreach (var form in new[] { await ReaderForm.OpenAsync(_site, "/organizations/open-door/report"), await ReaderForm.OpenAsync(_site, "/suggest-an-organization") })
        {
            using var sent = await form.With("part", "name").With("wrong", "It moved.").With("right", "Open Door").With("name", "Porch").With("phone", "510-555-0133").SendAsync();
            Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        }

        _rosa = await SignedIn.AsAdminAsync(_site);
        using var ana = await SignedIn.AsEditorAsync(_site);
        var mark = $"/admin/organizations/{Ids.Of("marked")}/do-not-list";
        using var marked = await new FilledForm(mark, (await ana.PageAsync(mark)).QuerySelector("main form.form")!) { ["Why"] = "They asked." }.SendAsync(ana);
        Assert.Equal(HttpStatusCode.Redirect, marked.StatusCode);
        _first = await _site.ReadAsync(db => db.Revisions.Where(r => r.EntryId == Ids.Of("open-door")).MinAsync(r => r.Number, Stop));
    }

    public async ValueTask DisposeAsync()
    {
        _rosa.Dispose();
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>What is typed into every text, what stands in every hidden field and choice; null leaves it as it was.</summary>
    public static TheoryData<string, string?, string?> Typed => new()
    {
        { "markup", Markup, null },
        { "markup everywhere", Markup, Markup },
        { "too long", new string('a', 6_000), null },
        { "of no kind", "\0\u0001\u202E\uFFFD\uFFFF", "\0" },
        { "wrong types", "-1", "99999999999999999999" },
        { "a script's address", "javascript:alert(1)", "nothing" },
        { "empty", "", "" },
        { "queries", "' OR 1=1; DROP TABLE Organizations; --", "%25' OR '1'='1" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public async Task Whatever_is_sent_gets_a_plain_answer(string what, string? text, string? rest)
    {
        var forms = 0;
        foreach (var path in await WalkAsync())
        {
            if (await FindAsync(path) is not { } page)
            {
                continue;
            }

            foreach (var form in page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]"))
            {
                foreach (var act in Acts(form))
                {
                    forms++;
                    await SendAsync(path, form, text, rest, act, $"{what} to {path} ({act})");
                }
            }
        }

        Assert.True(forms > 40, $"only {forms} forms were found");
        await AssertWholeAsync();
    }

    [Fact]
    public async Task Every_closed_page_that_can_be_found_is_walked()
    {
        var walked = await WalkAsync();
        var patterns = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => e.RoutePattern).Where(p => p.RawText?.Split('/')[0] is "admin" or "account").ToList();
        var missed = patterns.Where(p => !walked.Exists(path => Matches(p.RawText!, path))).Select(p => p.RawText!).Distinct().Order(StringComparer.Ordinal);

        // To sign in and out is tested apart, and so is the link that only one person has.
        Assert.Equal(["account/setup", "account/sign-in", "account/sign-out"], missed);
    }

    private async Task SendAsync(string path, IHtmlFormElement form, string? text, string? rest, (string Name, string Value)? act, string what)
    {
        var fields = new List<(string, string)>();
        foreach (var control in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var (name, value) = (control.GetAttribute("name")!, ValueOf(control));
            var isTyped = control is IHtmlTextAreaElement || control is IHtmlInputElement { Type: not ("hidden" or "checkbox" or "radio") };
            fields.Add((name, name == SignedIn.Token ? value : (isTyped ? text : rest) ?? value));
        }

        if (act is { } button)
        {
            fields.Add(button);
        }

        using var answer = await _rosa.PostPlainAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : path, [.. fields]);
        Assert.True((int)answer.StatusCode < 500, $"{what} answered {answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType == "text/html")
        {
            var page = await answer.DocumentAsync();
            Assert.True(page.QuerySelector("[onerror], script:not([src]), a[href^='javascript:' i]") is null, $"{what} became {page.QuerySelector("[onerror], script:not([src]), a[href^='javascript:' i]")?.OuterHtml}");
        }

        if (answer.StatusCode == HttpStatusCode.Redirect)
        {
            var location = answer.Headers.Location!.ToString();
            Assert.True(location.StartsWith('/') && !location.StartsWith("//", StringComparison.Ordinal), $"{what} led to {location}");
        }
    }

    private static string ValueOf(IElement control) => control switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlInputElement input => input.Value,
        _ => "",
    };

    // Each button does something else; a form without named ones has one way.
    private static List<(string Name, string Value)?> Acts(IHtmlFormElement form)
    {
        var named = form.QuerySelectorAll("button[name]").Select(b => (b.GetAttribute("name")!, b.GetAttribute("value") ?? ""))
            .DistinctBy(b => b.Item2.Split(':')[0]).Select(b => ((string, string)?)b).ToList();
        return named.Count > 0 ? named : [null];
    }

    /// <summary>Every page that links lead to, one of each kind.</summary>
    private async Task<List<string>> WalkAsync()
    {
        var (waiting, seen, kinds) = (new Queue<string>(Starts), new List<string>(), new HashSet<string>());
        var patterns = _site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText ?? "").ToList();
        while (waiting.TryDequeue(out var path))
        {
            // The list leads to an entry, and an entry to its acts: those of the first entry are enough.
            var kind = patterns.Find(p => Matches(p, path)) + (path.Contains('?', StringComparison.Ordinal) ? "?" : "");
            if (!kinds.Add(kind) || Left.Contains(path) || await FindAsync(path) is not { } page)
            {
                continue;
            }

            seen.Add(path);
            foreach (var link in page.QuerySelectorAll("a[href^='/admin'], a[href^='/account']"))
            {
                waiting.Enqueue(link.GetAttribute("href")!.Split('#')[0]);
            }
        }

        return seen;
    }

    // Where links lead to the first of a kind alone, the other states have to be named.
    private IEnumerable<string> Starts =>
    [
        "/admin", "/account", "/suggest-an-organization", "/organizations/open-door/report",
        $"/admin/organizations/{Ids.Of("open-door")}", $"/admin/organizations/{Ids.Of("gone")}/restore", $"/admin/organizations/{Ids.Of("draft")}/publish",
        $"/admin/history/{_first}/restore",
    ];

    // Some forms end the session at hand: then one signs in again.
    private async Task<IHtmlDocument?> FindAsync(string path)
    {
        using var answer = await _rosa.GetAsync(new Uri(path, UriKind.Relative), Stop);
        Assert.True((int)answer.StatusCode < 500, $"{path} answered {answer.StatusCode}");
        if (answer.StatusCode == HttpStatusCode.Redirect && answer.Header("Location").Contains("/account/sign-in", StringComparison.Ordinal))
        {
            using var again = await _rosa.SignInAsync(SignedIn.Email("Rosa Admin"));
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
            return await _rosa.PageAsync(path);
        }

        return answer.StatusCode == HttpStatusCode.OK ? await answer.DocumentAsync() : null;
    }

    private static bool Matches(string pattern, string path)
    {
        var (wanted, given) = (pattern.Trim('/').Split('/'), path.Split('?')[0].Trim('/').Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(p => p.First == p.Second
            || (p.First.Contains(":guid", StringComparison.Ordinal) && Guid.TryParse(p.Second, out _))
            || (p.First.Contains(":long", StringComparison.Ordinal) && long.TryParse(p.Second, out _))
            || (p.First.StartsWith('{') && !p.First.Contains(':', StringComparison.Ordinal)));
    }

    // What was taken over is text like any other: readers get it, and it goes to files and comes back from there.
    private async Task AssertWholeAsync()
    {
        Assert.Equal((FileState.Current, ""), DatabaseFile.Look(_site.Database, whole: true));
        foreach (var path in new[] { "/", "/care", "/organizations", "/es/organizations?q=door", "/crisis", "/sitemap.xml" })
        {
            Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync(path)).Status);
        }

        Assert.Empty((await _site.ReadAsync(db => new MarkdownExport(db).RunAsync(_folder.At("out"), Stop))).Problems);
        await using var scope = _site.Services.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<Seeder>().RunAsync(SeedFolder.Open(_folder.At("out")), stop: Stop);
        Assert.Equal((0, 0, 0, 0, 0), (report.Added.Count, report.Updated.Count, report.Archived.Count, report.Waiting.Count, report.Problems.Count));
    }
}
