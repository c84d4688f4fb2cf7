using CommunityCare.Backups;
using CommunityCare.Catalog;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityCare.Tests.Backups;

/// <summary>A site that serves while another process restores shows what was restored to the next who asks.</summary>
public sealed class RestoreSiteTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private DataFolder Data => DataFolder.Open(Path.GetDirectoryName(_site.Database)!);

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("open-door", "cost=free kind=mutual-aid");
        await BackupFile.MakeAsync(Data, _folder.At("backup.db"), Stop);
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Kept_pages_lists_filters_and_suggestions_are_those_of_the_backup_at_once(int changes)
    {
        for (var i = 0; i < changes; i++)
        {
            await EditAsync($"Changed {i}");
        }

        string[] paths = ["/organizations/open-door", "/organizations", "/organizations?cost=free"];
        foreach (var path in paths.Concat(paths))
        {
            Assert.Contains($"Changed {changes - 1}", (await _site.AskAsync(path)).Text, StringComparison.Ordinal);
        }

        using (var kept = await _site.GetAsync("/organizations/open-door"))
        {
            Assert.True(kept.IsKept());
        }

        Assert.Contains("Changed", (await _site.AskAsync(Suggesting.Path("chang"))).Text, StringComparison.Ordinal);

        await RestoreAsync();

        foreach (var path in paths)
        {
            var (_, text) = await _site.AskAsync(path);
            Assert.Contains("Name of open-door", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Changed", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Changed", (await _site.AskAsync(Suggesting.Path("chang"))).Text, StringComparison.Ordinal);
        Assert.Contains("Name of open-door", (await _site.AskAsync(Suggesting.Path("name"))).Text, StringComparison.Ordinal);
        Assert.Contains("open-door", (await _site.AskAsync("/organizations?q=open+door")).Text, StringComparison.Ordinal);
        Assert.Equal("ready", (await _site.AskAsync("/health/ready")).Text.Trim());
    }

    [Fact]
    public async Task What_was_harmed_without_a_revision_is_mended_too()
    {
        Database.Run(_site.Database, "UPDATE Organizations SET Name = 'Harmed'; UPDATE SearchDocuments SET Card = replace(Card, 'Name of', 'Harmed')");
        Assert.Contains("Harmed", (await _site.AskAsync("/organizations/open-door")).Text, StringComparison.Ordinal);

        await RestoreAsync();

        Assert.DoesNotContain("Harmed", (await _site.AskAsync("/organizations/open-door")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Harmed", (await _site.AskAsync("/organizations")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_site_goes_on_writing()
    {
        await EditAsync("Changed");
        await RestoreAsync();

        await EditAsync("Changed again");

        Assert.Contains("Changed again", (await _site.AskAsync("/organizations/open-door")).Text, StringComparison.Ordinal);
    }

    private Task EditAsync(string name) => _site.WriteAsync(async write =>
    {
        var organization = (await write.FindOrganizationAsync(Ids.Of("open-door"), Stop))!;
        (organization.Name, organization.Publication) = (name, Publication.Published);
        await write.SaveAsync(organization, stop: Stop);
    });

    // With nothing of the site's own, as from the command line.
    private async Task RestoreAsync()
    {
        using var backups = new BackupFolder(Data, TimeProvider.System, NullLogger<BackupFolder>.Instance);
        Assert.NotNull(await new Restore(Data, backups, TimeProvider.System).RunAsync(_folder.At("backup.db"), Stop));
    }
}
