using System.Net;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

public sealed class HealthTests
{
    [Fact]
    public async Task A_good_site_is_live_and_ready_and_without_its_tables_only_live()
    {
        await using var site = await Site.NewAsync();
        await IsAsync(site, "/health/live", HttpStatusCode.OK, "live");
        await IsAsync(site, "/health/ready", HttpStatusCode.OK, "ready");

        site.BreakDatabase();

        await IsAsync(site, "/health/live", HttpStatusCode.OK, "live");
        await IsAsync(site, "/health/ready", HttpStatusCode.ServiceUnavailable, "not ready");
    }

    [Fact]
    public async Task An_empty_catalogue_is_ready()
    {
        using var files = new SeedFiles();
        await using var site = await Site.NewAsync(("CommunityCare:SeedData", files.Path));

        await IsAsync(site, "/health/ready", HttpStatusCode.OK, "ready");
    }

    private static async Task IsAsync(Site site, string path, HttpStatusCode status, string text)
    {
        using var answer = await site.GetAsync(path);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(text, await answer.TextAsync());
    }
}
