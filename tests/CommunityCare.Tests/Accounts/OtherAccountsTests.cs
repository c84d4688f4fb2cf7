using System.Net;
using AngleSharp.Dom;
using CommunityCare.Accounts;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Accounts;

/// <summary>What admins do with accounts: invite, change, disable, reset; and never shut everybody out.</summary>
public sealed class OtherAccountsTests : IAsyncLifetime
{
    private const string Password = "seven quiet lanterns";

    private readonly SmallSite _site = new();
    private SignedIn _admin = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _admin = await SignedIn.AsAdminAsync(_site);

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task An_invitation_is_listed_until_it_is_used_and_can_be_withdrawn()
    {
        using var made = await _admin.PostAsync("/admin/accounts", ("email", "luz@example.org"), ("role", "Editor"));
        var link = new Uri((await made.DocumentAsync()).QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
        Assert.Contains("luz@example.org", (await _admin.PageAsync("/admin/accounts")).QuerySelector("section[aria-labelledby=invited]")!.TextContent, StringComparison.Ordinal);

        using var other = await _admin.PostAsync("/admin/accounts?handler=Withdraw", ("invited", "somebody@example.org"));
        using var luz = SignedIn.Nobody(_site);
        await luz.PageAsync(link);
        using var withdrawn = await _admin.PostAsync("/admin/accounts?handler=Withdraw", ("invited", "luz@example.org"));

        await luz.PageAsync(link, HttpStatusCode.Gone);
        Assert.Null((await _admin.PageAsync("/admin/accounts")).QuerySelector("section[aria-labelledby=invited]"));
        Assert.Equal(1, await _site.ReadAsync(db => db.Audit.CountAsync(r => r.Act == AuditAct.InvitationWithdrawn, Stop)));
    }

    [Theory]
    [InlineData("Editor", 403)]
    [InlineData("Admin", 200)]
    public async Task Somebody_invited_makes_their_account_with_the_role_that_was_meant(string role, int accountsPage)
    {
        using var made = await _admin.PostAsync("/admin/accounts", ("email", " luz@example.org "), ("role", role));
        var link = new Uri((await made.DocumentAsync()).QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
        using var luz = SignedIn.Nobody(_site);
        var page = await luz.PageAsync(link);
        Assert.Null(page.QuerySelector("#email"));

        // The link says whose it is, whatever the form says.
        (await luz.SendFormAsync(link, page, ("name", "Luz"), ("email", "other@example.org"), ("password", Password), ("again", Password))).Dispose();
        (await luz.SignInAsync("luz@example.org", Password)).Dispose();

        using var opened = await luz.GetAsync("/admin/accounts", Stop);
        Assert.Equal(accountsPage, (int)opened.StatusCode);
        var list = await _admin.PageAsync("/admin/accounts");
        Assert.Contains("Luz", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Editor", "Account_EmailWrong")]
    [InlineData("no address", "Editor", "Account_EmailWrong")]
    [InlineData("rosa.admin@example.org", "Editor", "Account_EmailTaken")]
    [InlineData("ROSA.ADMIN@example.org", "Admin", "Account_EmailTaken")]
    [InlineData("luz@example.org", "Owner", "Account_RoleMissing")]
    [InlineData("luz@example.org", "1", "Account_RoleMissing")]
    [InlineData("luz@example.org", "", "Account_RoleMissing")]
    public async Task An_invitation_that_cannot_be_is_explained(string email, string role, string key)
    {
        using var answer = await _admin.PostAsync("/admin/accounts", ("email", email), ("role", role));

        var page = await answer.DocumentAsync();
        Assert.Contains(Texts.English[key], page.QuerySelector("#problems")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#link"));
        Assert.Equal(0, await _site.ReadAsync(db => db.OneTimeLinks.CountAsync(l => l.Purpose == LinkPurpose.Invitation, Stop)));
    }

    [Fact]
    public async Task The_last_admin_can_be_neither_demoted_nor_disabled()
    {
        var rosa = await IdAsync("Rosa Admin");
        foreach (var (handler, field) in new[] { ("Role", ("role", "Editor")), ("Disable", ("x", "y")) })
        {
            using var refused = await _admin.PostAsync($"/admin/accounts/{rosa}?handler={handler}", field);
            Assert.Contains(Texts.English["Accounts_LastAdmin"], await refused.TextAsync(), StringComparison.Ordinal);
        }

        // A disabled admin is none, and with a second one it goes.
        using var second = await SignedIn.AsAdminAsync(_site, "Luz Admin");
        var luz = await IdAsync("Luz Admin");
        await ChangeAsync(luz, "Disable");
        using var stillLast = await _admin.PostAsync($"/admin/accounts/{rosa}?handler=Disable");
        Assert.Equal(HttpStatusCode.OK, stillLast.StatusCode);
        await ChangeAsync(luz, "Enable");
        await ChangeAsync(rosa, "Role", ("role", "Editor"));
        using var demoted = await _admin.GetAsync("/admin/accounts", Stop);
        Assert.Equal(HttpStatusCode.Forbidden, demoted.StatusCode);
    }

    [Fact]
    public async Task Two_admins_cannot_demote_each_other_at_once()
    {
        using var second = await SignedIn.AsAdminAsync(_site, "Luz Admin");
        var (rosa, luz) = (await IdAsync("Rosa Admin"), await IdAsync("Luz Admin"));
        await _admin.PageAsync("/account/sign-out");

        var answers = await Task.WhenAll(
            _admin.PostAsync($"/admin/accounts/{luz}?handler=Role", ("role", "Editor")),
            second.PostAsync($"/admin/accounts/{rosa}?handler=Role", ("role", "Editor")));

        Assert.Equal(1, await _site.ReadAsync(db => db.Users.CountAsync(a => a.Role == Role.Admin, Stop)));
        Assert.All(answers, a => Assert.True((int)a.StatusCode is 200 or 302 or 403, a.StatusCode.ToString()));
    }

    [Fact]
    public async Task A_disabled_account_is_out_at_once_and_stays_in_the_list()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);

        await ChangeAsync(await IdAsync("Ana Editor"), "Disable");

        Assert.Equal(HttpStatusCode.Redirect, (await editor.GetAsync("/admin", Stop)).StatusCode);
        using var again = await editor.SignInAsync(SignedIn.Email("Ana Editor"));
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        var list = await _admin.PageAsync("/es/admin/accounts");
        Assert.Contains(Texts.Spanish["Accounts_Disabled"], list.QuerySelector("main .plain-list")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reset_is_a_link_to_copy()
    {
        using var editor = await SignedIn.AsEditorAsync(_site);
        using var made = await _admin.PostAsync($"/admin/accounts/{await IdAsync("Ana Editor")}?handler=Reset");

        var link = (await made.DocumentAsync()).QuerySelector("#link")!.GetAttribute("value")!;

        Assert.StartsWith("https://care.example.org/account/setup?key=", link, StringComparison.Ordinal);
        var page = await SignedIn.Nobody(_site).PageAsync(new Uri(link).PathAndQuery);
        Assert.Equal(Texts.English["Setup_ResetTitle"], page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("#name"));
    }

    [Theory]
    [InlineData("/admin/accounts/00000000-0000-0000-0000-000000000009?handler=Role", 404)]
    [InlineData("/admin/accounts/00000000-0000-0000-0000-000000000009?handler=Disable", 404)]
    [InlineData("/admin/accounts/00000000-0000-0000-0000-000000000009?handler=Enable", 404)]
    [InlineData("/admin/accounts/00000000-0000-0000-0000-000000000009?handler=Reset", 404)]
    [InlineData("/admin/accounts/00000000-0000-0000-0000-000000000009?handler=TwoStepOff", 404)]
    [InlineData("/admin/accounts/nobody?handler=Disable", 404)]
    public async Task What_is_not_there_is_not_found(string path, int status)
    {
        using var answer = await _admin.PostAsync(path, ("role", "Editor"));

        Assert.Equal(status, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_role_that_is_none_is_refused()
    {
        var rosa = await IdAsync("Rosa Admin");
        foreach (var role in new[] { "Owner", "0", "", "Admin,Editor" })
        {
            using var answer = await _admin.PostAsync($"/admin/accounts/{rosa}?handler=Role", ("role", role));
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task The_audit_page_tells_who_did_what_to_whom_as_text()
    {
        await SignedIn.MakeAccountAsync(_site.Services, "<b>Ana</b>", Role.Editor);
        await ChangeAsync(await IdAsync("<b>Ana</b>"), "Disable");

        var page = await _admin.PageAsync("/admin/audit");

        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.Children.Skip(1).Select(c => c.TextContent).ToList()).ToList();
        Assert.Equal(["Rosa Admin", Texts.English["Audit_Disabled"], "<b>Ana</b>"], rows[0]);
        Assert.Equal(["Rosa Admin", Texts.English["Audit_SignedIn"], "Rosa Admin"], rows[1]);
        Assert.Null(page.QuerySelector("tbody b"));
    }

    [Fact]
    public async Task The_audit_page_goes_back_in_time()
    {
        for (var i = 1; i <= AuditTrail.PageSize + 20; i++)
        {
            Database.Run(_site.Database, $"INSERT INTO Audit (\"When\", Who, Act, About) VALUES ('2026-11-22 12:00:00', 'w', 'SignedOut', 'record {i:D3}')");
        }

        var first = await _admin.PageAsync("/admin/audit");
        var second = await _admin.PageAsync(first.QuerySelector(".pagination a")!.GetAttribute("href")!);

        Assert.Equal(AuditTrail.PageSize, first.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(21, second.QuerySelectorAll("tbody tr").Length);
        Assert.Null(second.QuerySelector(".pagination"));
        foreach (var nonsense in new[] { "-1", "0", "x", "99999999999999999999", "1.5" })
        {
            await _admin.PageAsync($"/admin/audit?before={nonsense}");
        }
    }

    private async Task ChangeAsync(Guid id, string handler, params (string Name, string Value)[] fields)
    {
        using var answer = await _admin.PostAsync($"/admin/accounts/{id}?handler={handler}", fields);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private Task<Guid> IdAsync(string name) => _site.ReadAsync(db => db.Users.Where(a => a.Name == name).Select(a => a.Id).SingleAsync(Stop));
}
