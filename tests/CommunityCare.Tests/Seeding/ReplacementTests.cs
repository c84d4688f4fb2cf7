using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Seeding;

public sealed class ReplacementTests
{
    [Fact]
    public async Task Files_that_lead_to_each_other_are_told_and_the_rest_is_brought_in()
    {
        using var catalogue = await Catalogue.NewAsync();
        using var files = new SeedFiles();
        files.Organization("first", $"publication: archived\nreplaced_by: {Ids.Of("second")}")
            .Organization("second", $"publication: archived\nreplaced_by: {Ids.Of("first")}")
            .Organization("third");

        var report = await catalogue.SeedAsync(files);

        Assert.Contains("leads back to the entry itself", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(["organizations/first.md", "organizations/third.md"], report.Added.Where(name => name.StartsWith("organizations", StringComparison.Ordinal)));
        Assert.Equal(Ids.Of("second"), (await catalogue.OrganizationAsync(Ids.Of("first"))).ReplacedBy);
    }
}
