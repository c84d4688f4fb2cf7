using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

/// <summary>Export, backup and restore as their keeper types them, beside a serving site.</summary>
[Collection(Processes.Name)]
public sealed class KeepingVerbTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private Around _around = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _around = await Around.SeededAsync();

    public ValueTask DisposeAsync()
    {
        _around.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Backup_and_restore_work_beside_a_serving_site()
    {
        const string Page = "/organizations/988-lifeline";
        var backup = Path.Combine(_around.Data, "backups", "by-hand.db");
        await using var site = await SiteProgram.ServeAsync(SiteProgram.Built, _around);
        Assert.Contains("<h1>988", await site.Client.GetStringAsync(new Uri(Page, UriKind.Relative), Stop), StringComparison.Ordinal);

        var made = await SiteProgram.RunAsync(_around, "backup", backup);
        Assert.True(made.Code == 0, made.Output);
        Assert.Contains($"Backed up to {backup}", made.Output, StringComparison.Ordinal);

        Database.Run(_around.Database, "UPDATE Organizations SET Name = 'Harmed' WHERE Slug = '988-lifeline'");
        var restored = await SiteProgram.RunAsync(_around, "restore", backup);
        Assert.True(restored.Code == 0, restored.Output);
        Assert.Contains("What was there before is in ", restored.Output, StringComparison.Ordinal);

        Assert.Contains("<h1>988", await site.Client.GetStringAsync(new Uri(Page, UriKind.Relative), Stop), StringComparison.Ordinal);
        var before = Assert.Single(Directory.GetFiles(Path.Combine(_around.Data, "backups")), f => f != backup);
        Assert.Equal(1, Database.Count(before, "SELECT COUNT(*) FROM Organizations WHERE Name = 'Harmed'"));
        Assert.DoesNotContain("ERR", site.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_done_is_told_in_one_line()
    {
        var refused = await SiteProgram.RunAsync(_around, "restore", Path.Combine(Repository.Root, "README.md"));
        Assert.Equal(1, refused.Code);
        Assert.EndsWith("README.md is not a database. Name a file that `backup` made.", Assert.Single(refused.Output.Split('\n')), StringComparison.Ordinal);

        var own = await SiteProgram.RunAsync(_around, "backup", _around.Database);
        Assert.Equal(1, own.Code);
        Assert.Contains("is the database itself", Assert.Single(own.Output.Split('\n')), StringComparison.Ordinal);

        var nameless = await SiteProgram.RunAsync(_around, "export");
        Assert.Equal(1, nameless.Code);
        Assert.Contains("--markdown", nameless.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_tells_what_it_wrote()
    {
        var first = await SiteProgram.RunAsync(_around, "export", "--markdown", _folder.At("out"));
        var second = await SiteProgram.RunAsync(_around, "export", "--markdown", _folder.At("out"));

        Assert.True(first.Code == 0, first.Output);
        Assert.Contains(" written, 0 unchanged, 0 removed, 0 left alone, 0 problems", first.Output, StringComparison.Ordinal);
        Assert.InRange(first.Output.Split('\n').Length, 10, 50);
        Assert.StartsWith("0 written, ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_catalogue_there_is_nothing_to_export()
    {
        using var around = new Around();

        var (code, output) = await SiteProgram.RunAsync(around, "export", "--markdown", _folder.At("out"));

        Assert.Equal(1, code);
        Assert.Contains("There is no catalogue", Assert.Single(output.Split('\n')), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("out")));
    }
}
