using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>The directory that we really ship.</summary>
public sealed class CuratedTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_of_it_is_brought_in_and_a_second_run_changes_nothing()
    {
        using var catalogue = await Catalogue.NewAsync();
        var folder = SeedFolder.Open(Path.Combine(Repository.Root, "seed-data"));

        var first = await catalogue.SeedAsync(folder);

        Assert.Empty(first.Problems);
        Assert.Equal(folder.Files.Count, first.Added.Count);
        Assert.Equal(
            folder.Files.Where(f => f.Folder == "organizations").Select(f => f.Slug).Order(StringComparer.Ordinal),
            (await catalogue.ReadAsync(db => db.Organizations.Select(o => o.Slug).ToListAsync(Stop))).Order(StringComparer.Ordinal));
        Assert.Equal(folder.Files.Count, await catalogue.StampAsync());
        await catalogue.CheckIndexAsync();

        var second = await catalogue.SeedAsync(folder);

        Assert.Equal(folder.Files.Count, second.Unchanged);
        Assert.Equal(folder.Files.Count, await catalogue.StampAsync());
    }

    [Fact]
    public async Task Reading_all_of_it_again_finds_nothing_to_change()
    {
        using var catalogue = await Catalogue.NewAsync();
        var folder = SeedFolder.Open(Path.Combine(Repository.Root, "seed-data"));
        await catalogue.SeedAsync(folder);

        // As after a new version of the program that reads files differently.
        await catalogue.ReadAsync(db => db.Database.ExecuteSqlRawAsync("UPDATE SeedRecords SET Hash = ''", Stop));
        var again = await catalogue.SeedAsync(folder);

        Assert.Equal((folder.Files.Count, 0, 0), (again.Unchanged, again.Updated.Count, again.Waiting.Count));
        Assert.Equal(folder.Files.Count, await catalogue.StampAsync());
    }
}
