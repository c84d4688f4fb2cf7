using System.Net;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

[Collection(Processes.Name)]
public sealed class TogetherTests
{
    [Fact]
    public async Task Two_programs_that_start_at_once_on_an_empty_folder_both_serve_and_seed_it_once()
    {
        using var around = new Around();

        await using var one = SiteProgram.Start(SiteProgram.Built, around, "--urls", "http://127.0.0.1:0");
        await using var two = SiteProgram.Start(SiteProgram.Built, around, "--urls", "http://127.0.0.1:0");
        await Task.WhenAll(one.ListeningAsync(), two.ListeningAsync());

        foreach (var program in new[] { one, two })
        {
            using var page = await program.Client.GetAsync("/organizations/988-lifeline", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.DoesNotContain("ERR", program.Output, StringComparison.Ordinal);
        }

        // Each entry has the one revision that added it, and only one of the two has anything to tell of it.
        var template = await Site.SeededDatabaseAsync();
        const string Revisions = "SELECT COUNT(*) FROM Revisions";
        Assert.Equal(Database.Count(template, Revisions), Database.Count(around.Database, Revisions));
        Assert.Equal(Database.Count(template, "SELECT COUNT(*) FROM Organizations"), Database.Count(around.Database, "SELECT COUNT(*) FROM Organizations"));
        Assert.Single([one, two], p => p.Output.Contains("Seeding: 0 added", StringComparison.Ordinal));
    }
}
