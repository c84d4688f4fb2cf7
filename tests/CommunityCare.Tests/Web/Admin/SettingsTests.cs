using System.Net;
using AngleSharp.Html.Dom;
using CommunityCare.Accounts;
using CommunityCare.Backups;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web.Admin;

/// <summary>Admins see every setting and choose some: the machine wins, then what was chosen, then the default.</summary>
public sealed class SettingsTests : IAsyncLifetime
{
    private const string Page = "/admin/settings";

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
    public void Every_setting_there_is_is_listed() =>
        Assert.Equal(SettingsDocTests.SettingsOf(typeof(SiteSettings), "").Order(StringComparer.Ordinal), SettingsDesk.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void What_can_be_chosen_is_a_setting_whose_default_fits() => Assert.All(Choosable.All, choice =>
    {
        Assert.Contains(choice.Name, SettingsDesk.Names);
        Assert.True(SettingsDesk.DefaultOf(choice) is "" || choice.Fits(SettingsDesk.DefaultOf(choice)), choice.Name);
    });

    [Fact]
    public async Task Each_row_says_what_is_in_force_and_who_says_so()
    {
        var page = await _rosa.PageAsync(Page);

        Assert.Equal(SettingsDesk.Names.Count(), page.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("https://care.example.org Set by the machine: CommunityCare__PublicUrl", Row(page, "PublicUrl"), StringComparison.Ordinal);
        Assert.Contains("Off Nothing is backed up by itself.", Row(page, "Backups:Nightly"), StringComparison.Ordinal);
        Assert.EndsWith("90 Nobody said anything: the default", Row(page, "VerifyAfter:CrisisDays"), StringComparison.Ordinal);
        Assert.Contains("none Readers find no address to write to.", Row(page, "ContactEmail"), StringComparison.Ordinal);
        Assert.Equal(Texts.Spanish["Admin_Settings"], (await _rosa.PageAsync("/es" + Page)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_contact_that_is_chosen_stands_at_once_on_each_page_in_each_process()
    {
        using var other = new HttpClient(_site.Restarted()) { BaseAddress = new("http://localhost") };
        string[] paths = ["/about", "/privacy", "/es/about", "/accessibility"];
        var before = new List<string>();
        foreach (var client in new[] { _site.Client, other })
        {
            foreach (var path in paths)
            {
                // Twice, so that it is kept.
                using var first = await client.GetAsync(path, Stop);
                using var answer = await client.GetAsync(path, Stop);
                before.Add(answer.Header("ETag"));
                Assert.DoesNotContain("rosa@care", await answer.TextAsync(), StringComparison.Ordinal);
            }
        }

        await ChooseAsync(("ContactEmail", " rosa@care.example.org "));

        foreach (var client in new[] { _site.Client, other })
        {
            foreach (var path in paths)
            {
                using var answer = await client.GetAsync(path, Stop);
                Assert.DoesNotContain(answer.Header("ETag"), before);
                Assert.Contains("mailto:rosa@care.example.org", await answer.TextAsync(), StringComparison.Ordinal);
            }
        }

        Assert.EndsWith("rosa@care.example.org Chosen here", Row(await _rosa.PageAsync(Page), "ContactEmail"), StringComparison.Ordinal);
        await ChooseAsync(("ContactEmail", ""));
        Assert.DoesNotContain("mailto:rosa", (await _site.AskAsync("/about")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _site.ReadAsync(db => db.Settings.CountAsync(Stop)));
    }

    [Fact]
    public async Task What_the_machine_names_cannot_be_chosen()
    {
        await using var site = new SmallSite(change: host => host.UseSetting("CommunityCare:ContactEmail", "machine@care.example.org"));
        using var rosa = await SignedIn.AsAdminAsync(site);
        await KeepAsync(site, "ContactEmail", "old@care.example.org");

        var page = await rosa.PageAsync(Page);
        Assert.Null(page.QuerySelector("[name=ContactEmail]"));
        Assert.Contains("Set by the machine: CommunityCare__ContactEmail", Words(page.QuerySelector("form.form")!), StringComparison.Ordinal);
        using var sent = await rosa.SendFormAsync(Page, page, ("ContactEmail", "rosa@care.example.org"), ("Backups:Nightly", "true"));

        Assert.Equal("old@care.example.org", await site.ReadAsync(db => db.Settings.Select(s => s.Value).SingleAsync(Stop)));
        Assert.Contains("mailto:machine@care.example.org", (await site.AskAsync("/about")).Text, StringComparison.Ordinal);
        Assert.False((await NowAsync(site)).Nightly);
    }

    [Fact]
    public async Task Entries_are_due_after_the_days_that_are_chosen()
    {
        await _site.AddAsync("line", "", o => (o.AsOf, o.Services[0].Crisis) = (new(2026, 10, 1), 1));
        await _site.AddAsync("group", "", o => o.AsOf = new(2026, 10, 1));
        Assert.Empty(await OverdueAsync());

        await ChooseAsync(("VerifyAfter:CrisisDays", "030"));
        Assert.Equal(["Name of line"], await OverdueAsync());
        Assert.Contains("due after 30 days, all others after 365", Words((await _rosa.PageAsync("/admin")).QuerySelector("main")!), StringComparison.Ordinal);

        await ChooseAsync(("VerifyAfter:Days", "51"));
        Assert.Equal(["Name of group", "Name of line"], await OverdueAsync());
        Assert.EndsWith("(2)", (await _rosa.PageAsync("/admin")).QuerySelector(".admin-nav a[href='/admin']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Backups_are_made_by_what_is_chosen_now()
    {
        await ChooseAsync(("Backups:At", "5"), ("Backups:Keep", "30"));

        var now = await NowAsync(_site);
        Assert.Equal((5, 30, false), (now.At, now.Keep, now.Nightly));
    }

    [Fact]
    public async Task Who_chose_what_is_told_once()
    {
        await ChooseAsync(("VerifyAfter:Days", "200"), ("Backups:At", "3"));
        await ChooseAsync(("VerifyAfter:Days", "200"));
        await ChooseAsync(("VerifyAfter:Days", "365"));

        var told = await _site.ReadAsync(db => db.Audit.Where(a => a.Act == AuditAct.SettingChosen).OrderBy(a => a.Number).Select(a => $"{a.Who}: {a.About}").ToListAsync(Stop));
        Assert.Equal(["Rosa Admin: VerifyAfter:Days: 200", "Rosa Admin: VerifyAfter:Days: 365"], told);
        Assert.Contains("Chose a setting", Words((await _rosa.PageAsync("/admin/audit")).QuerySelector("tbody")!), StringComparison.Ordinal);

        // The history knows that it was, and nothing of it can be brought back there.
        var newest = await _site.NewestRevisionAsync();
        Assert.Contains("The settings", Words((await _rosa.PageAsync("/admin/changes")).QuerySelector(".changes li")!), StringComparison.Ordinal);
        foreach (var number in new[] { newest.Number, newest.Number - 1 })
        {
            Assert.Empty((await _rosa.PageAsync($"/admin/history/{number}")).QuerySelectorAll("main a[href$='/restore']"));
        }
    }

    [Theory]
    [InlineData("ContactEmail", "nobody", "not an e-mail address")]
    [InlineData("ContactEmail", "a@b.org?bcc=c@d.org", "not an e-mail address")]
    [InlineData("ContactEmail", "Rosa <rosa@care.example.org>", "not an e-mail address")]
    [InlineData("ContactEmail", "\"><script>alert(1)</script>@x.org", "not an e-mail address")]
    [InlineData("VerifyAfter:Days", "0", "from 1 to 3650")]
    [InlineData("VerifyAfter:Days", "many", "from 1 to 3650")]
    [InlineData("VerifyAfter:CrisisDays", "99999999999999999999", "from 1 to 3650")]
    [InlineData("Backups:At", "24", "from 0 to 23")]
    [InlineData("Backups:Keep", "-1", "from 1 to 3650")]
    [InlineData("Backups:Keep", "1e3", "from 1 to 3650")]
    public async Task What_cannot_be_used_is_told_beside_the_field_and_nothing_is_saved(string name, string value, string said)
    {
        using var answer = await SendAsync((name, value), (name == "VerifyAfter:Days" ? "Backups:At" : "VerifyAfter:Days", "7"));
        var page = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(said, page.QuerySelector($"#{name.Replace(':', '-')}-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(value, page.QuerySelector($"[name='{name}']")!.GetAttribute("value"));
        Assert.Equal("7", page.QuerySelector($"[name='{(name == "VerifyAfter:Days" ? "Backups:At" : "VerifyAfter:Days")}']")!.GetAttribute("value"));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent.Contains("alert", StringComparison.Ordinal));
        Assert.Equal(0, await _site.ReadAsync(db => db.Settings.CountAsync(Stop)));
    }

    [Fact]
    public async Task Two_admins_at_once_do_not_undo_one_another()
    {
        var page = await _rosa.PageAsync(Page);
        await ChooseAsync(("Backups:At", "5"));

        using var answer = await _rosa.SendFormAsync(Page, page, ("Backups:At", "7"));
        var told = await answer.DocumentAsync();
        Assert.Equal((HttpStatusCode.Conflict, 5), (answer.StatusCode, (await NowAsync(_site)).At));
        Assert.Equal("7", told.QuerySelector("[name='Backups:At']")!.GetAttribute("value"));
        Assert.Contains("5 Chosen here", Row(told, "Backups:At"), StringComparison.Ordinal);

        using var again = await _rosa.SendFormAsync(Page, told, ("Backups:At", "7"));
        Assert.Equal((HttpStatusCode.Redirect, 7), (again.StatusCode, (await NowAsync(_site)).At));
    }

    [Fact]
    public async Task What_was_kept_and_cannot_be_used_is_as_if_nobody_had_chosen_it()
    {
        await KeepAsync(_site, "ContactEmail", "<script>");
        await KeepAsync(_site, "Backups:At", "99");
        await KeepAsync(_site, "PublicUrl", "https://elsewhere.example.org");

        Assert.Equal(HttpStatusCode.OK, (await _site.AskAsync("/about")).Status);
        Assert.Equal(3, (await NowAsync(_site)).At);
        Assert.Contains("the default", Row(await _rosa.PageAsync(Page), "Backups:At"), StringComparison.Ordinal);
        Assert.Contains("care.example.org", Row(await _rosa.PageAsync(Page), "PublicUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_needs_attention_is_said_in_a_sentence()
    {
        await using var site = new SmallSite(change: host => host.UseSetting("CommunityCare:PublicUrl", "http://care.example.org").UseSetting("CommunityCare:PageCache", "false"));
        using var rosa = await SignedIn.AsAdminAsync(site);
        Assert.DoesNotContain("stands in front", Row(await rosa.PageAsync(Page), "Proxies"), StringComparison.Ordinal);
        rosa.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");

        var page = await rosa.PageAsync(Page);
        Assert.Contains("does not begin with https", Row(page, "PublicUrl"), StringComparison.Ordinal);
        Assert.Contains("Each page is made anew", Row(page, "PageCache"), StringComparison.Ordinal);
        Assert.Contains("stands in front of the site", Row(page, "Proxies"), StringComparison.Ordinal);
        Assert.DoesNotContain("203.0.113.9", page.Body!.TextContent, StringComparison.Ordinal);

        await using var bare = new SmallSite(change: host => host.UseSetting("CommunityCare:PublicUrl", null));
        using var admin = await SignedIn.AsAdminAsync(bare);
        Assert.Contains("leads nowhere on other machines", Row(await admin.PageAsync(Page), "PublicUrl"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_editor_can_neither_see_nor_choose()
    {
        using var ana = await SignedIn.AsEditorAsync(_site);
        await ana.PageAsync(Page, HttpStatusCode.Forbidden);
        using var sent = await ana.PostAsync(Page, ("ContactEmail", "ana@care.example.org"), ("Seen", ""));
        Assert.Equal((HttpStatusCode.Forbidden, 0), (sent.StatusCode, await _site.ReadAsync(db => db.Settings.CountAsync(Stop))));
    }

    private static string Row(IHtmlDocument page, string name) => Words(page.QuerySelectorAll("tbody tr").Single(tr => tr.QuerySelector(".small")!.TextContent == name));

    private static Task<BackupSettings> NowAsync(SmallSite site) => site.Services.GetRequiredService<BackupSettingsNow>()(Stop);

    private static Task<int> KeepAsync(SmallSite site, string name, string value) => site.ReadAsync(db =>
        db.Database.ExecuteSqlAsync($"INSERT INTO Settings (Name, Value) VALUES ({name}, {value})", Stop));

    private async Task<IEnumerable<string>> OverdueAsync() =>
        (await _rosa.PageAsync("/admin/organizations?Query.Lacks=Verification")).QuerySelectorAll(".entries a").Select(a => a.TextContent);

    private async Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] fields) => await _rosa.SendFormAsync(Page, await _rosa.PageAsync(Page), fields);

    private async Task ChooseAsync(params (string Name, string Value)[] fields)
    {
        using var answer = await SendAsync(fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, await answer.TextAsync());
    }
}
