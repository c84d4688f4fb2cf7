using System.Net;
using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

/// <summary>How the first person gets in: by a link that the program prints, and never by a password that it knows.</summary>
[Collection(Processes.Name)]
public sealed partial class AdminTests : IAsyncLifetime
{
    private Around _around = null!;

    public async ValueTask InitializeAsync() => _around = await Around.SeededAsync();

    public ValueTask DisposeAsync()
    {
        _around.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_start_without_accounts_prints_a_link_that_works_and_is_in_no_log()
    {
        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, _around);
        for (var i = 0; i < 200 && !Link().IsMatch(program.Output); i++)
        {
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        var link = Link().Match(program.Output);
        Assert.Equal($"http://localhost:{program.Client.BaseAddress!.Port}", link.Groups[1].Value);
        using var page = await program.Client.GetAsync(new Uri(link.Groups[2].Value, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.All(Directory.GetFiles(Path.Combine(_around.Data, "logs")), file => Assert.DoesNotContain("key=", File.ReadAllText(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_for_accounts_are_printed_for_who_runs_the_program()
    {
        _around.With("CommunityCare__PublicUrl", "https://care.example.org");

        var (code, output) = await SiteProgram.RunAsync(_around, "admin", "create", "luz@example.org", "--role", "editor");
        Assert.Equal(0, code);
        Assert.Equal("https://care.example.org", Link().Match(output).Groups[1].Value);
        Assert.Equal(1, Database.Count(_around.Database, "SELECT COUNT(*) FROM OneTimeLinks WHERE Purpose = 'Invitation' AND Role = 'Editor'"));

        Database.Run(_around.Database, """
            INSERT INTO Accounts (Id, Name, Role, CreatedAt, CodeStep, UserName, NormalizedUserName, Email, NormalizedEmail, EmailConfirmed, TwoFactorEnabled, LockoutEnabled, AccessFailedCount)
            VALUES ('00000000-0000-0000-0000-000000000001', 'Luz', 'Editor', '2026-11-22', 0, 'luz@example.org', 'LUZ@EXAMPLE.ORG', 'luz@example.org', 'LUZ@EXAMPLE.ORG', 0, 0, 1, 0)
            """);
        Assert.Equal(1, (await SiteProgram.RunAsync(_around, "admin", "create", "Luz@example.org")).Code);
        var reset = await SiteProgram.RunAsync(_around, "admin", "reset", "luz@example.org");
        Assert.Equal(0, reset.Code);
        Assert.Matches(Link(), reset.Output);
    }

    [Theory]
    [InlineData("create", "nobody", "is not an e-mail address")]
    [InlineData("reset", "nobody@example.org", "There is no account")]
    [InlineData("create", "", "is not an e-mail address")]
    public async Task What_cannot_be_done_is_told(string verb, string email, string why)
    {
        var (code, output) = await SiteProgram.RunAsync(_around, "admin", verb, email);

        Assert.Equal(1, code);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(https?://\S+?)(/account/setup\?key=[\w-]{22})(?=\s|$)")]
    private static partial Regex Link();
}
