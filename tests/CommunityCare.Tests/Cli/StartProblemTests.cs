using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

/// <summary>What stops a start is told in one line that says how to mend it.</summary>
[Collection(Processes.Name)]
public sealed class StartProblemTests
{
    private const string AnyPort = "http://127.0.0.1:0";

    [Fact]
    public async Task A_port_in_use_is_told()
    {
        using var around = await Around.SeededAsync();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var line = await OneLineAsync(around, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}"));

        Assert.Contains($":{port}", line, StringComparison.Ordinal);
        Assert.Contains("in use", line, StringComparison.Ordinal);
        Assert.Contains("--urls", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://203.0.113.7:8080")]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("no address")]
    [InlineData("https://127.0.0.1:0")]
    public async Task An_address_that_cannot_be_listened_on_is_told(string urls)
    {
        using var around = await Around.SeededAsync();

        Assert.Contains("--urls", await OneLineAsync(around, "--urls", urls), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_told()
    {
        using var around = new Around();
        await File.WriteAllTextAsync(around.Data, "in the way", TestContext.Current.CancellationToken);

        var line = await OneLineAsync(around, "--urls", AnyPort);

        Assert.Contains(around.Data, line, StringComparison.Ordinal);
        Assert.Contains("CommunityCare__DataFolder", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_told_and_left_alone()
    {
        using var around = await Around.SeededAsync();
        Database.Run(around.Database, "INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_Future', '99.0.0')");

        Assert.Contains("newer version", await OneLineAsync(around, "--urls", AnyPort), StringComparison.Ordinal);
        Assert.Equal(1, Database.Count(around.Database, "SELECT COUNT(*) FROM __EFMigrationsHistory WHERE MigrationId LIKE '2999%'"));
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_told()
    {
        using var around = await Around.SeededAsync();
        await File.WriteAllTextAsync(around.Database, new string('x', 100_000), TestContext.Current.CancellationToken);

        // The database layer says its part before, in a line of the log.
        var (code, output) = await SiteProgram.RunAsync(around, "--urls", AnyPort);

        Assert.Equal(1, code);
        Assert.Contains($"{around.Database} is not a database", output.Split('\n')[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_without_curated_files_is_told()
    {
        using var around = new Around().With("CommunityCare__SeedData", "/nonexistent");

        var line = await OneLineAsync(around, "--urls", AnyPort);

        Assert.Contains("/nonexistent", line, StringComparison.Ordinal);
        Assert.Contains("CommunityCare__SeedData", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filled_database_without_curated_files_serves_on_and_warns()
    {
        using var around = (await Around.SeededAsync()).With("CommunityCare__SeedData", "/nonexistent");

        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, around);

        using var page = await program.Client.GetAsync("/organizations/988-lifeline", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(program.Output.Split('\n'), l => l.StartsWith("WRN", StringComparison.Ordinal) && l.Contains("/nonexistent", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("care.example.org")]
    [InlineData("ftp://care.example.org")]
    [InlineData("https://care.example.org/below")]
    [InlineData("https://care.example.org/?a=b")]
    [InlineData("https://user@care.example.org")]
    public async Task A_public_address_that_is_none_is_told(string url)
    {
        using var around = new Around().With("CommunityCare__PublicUrl", url);

        var line = await OneLineAsync(around, "--urls", AnyPort);

        Assert.Contains(url, line, StringComparison.Ordinal);
        Assert.Contains("CommunityCare__PublicUrl", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_file_is_told_and_the_others_are_served()
    {
        using var files = new SeedFiles().Organizations(2).Write("organizations/bad.md", "---\nname: [\n---\n");
        using var around = new Around().With("CommunityCare__SeedData", files.Path);

        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, around);

        using var page = await program.Client.GetAsync("/organizations/group-01", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(program.Output.Split('\n'), l => l.StartsWith("WRN", StringComparison.Ordinal) && l.Contains("organizations/bad.md:", StringComparison.Ordinal));
    }

    /// <summary>The only line that does not come from the log.</summary>
    private static async Task<string> OneLineAsync(Around around, params string[] args)
    {
        var (code, output) = await SiteProgram.RunAsync(around, args);

        Assert.True(code == 1, $"Code {code}: {output}");
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", output, StringComparison.Ordinal);
        var lines = output.Split('\n').Where(l => !l.StartsWith("INF ", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count == 1, output);
        return lines[0];
    }
}
