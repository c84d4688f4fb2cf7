using System.Net;
using System.Text;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.Hosting;

namespace CommunityCare.Tests.Proposals;

/// <summary>What a reader tells us stands in the database, and nowhere else.</summary>
public sealed class FormPrivacyTests
{
    private const string Marker = "qzxtoldqzx";

    [Fact]
    public async Task What_is_kept_is_in_no_log_and_on_no_page()
    {
        await using var site = new SmallSite(change: builder => builder.UseSetting("Serilog:MinimumLevel", "Information"));
        await site.AddAsync("open-door");

        foreach (var prefix in new[] { "", "/es" })
        {
            using var suggested = await (await ReaderForm.OpenAsync(site, prefix + "/suggest-an-organization"))
                .With("name", Marker).With("website", $"https://{Marker}.example").With("source", Marker).With("contact", Marker).SendAsync(("User-Agent", Marker), ("Referer", $"https://{Marker}.example/"));
            using var reported = await (await ReaderForm.OpenAsync(site, prefix + "/organizations/open-door/report"))
                .With("part", "name").With("wrong", Marker).With("right", Marker).SendAsync(("User-Agent", Marker));
            Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (suggested.StatusCode, reported.StatusCode));
            Assert.DoesNotContain(Marker, await suggested.AllAsync() + await reported.AllAsync(), StringComparison.OrdinalIgnoreCase);
            foreach (var path in new[] { "/organizations/open-door", "/organizations/open-door/report", "/thanks/report", "/organizations", "/sitemap.xml" })
            {
                Assert.DoesNotContain(Marker, (await site.AskAsync(prefix + path)).Text, StringComparison.OrdinalIgnoreCase);
            }
        }

        // The lines of requests are written together, a moment later.
        await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        var data = Path.GetDirectoryName(site.Database)!;
        var logs = string.Concat(Directory.GetFiles(Path.Combine(data, "logs")).Select(Read));
        Assert.Matches(@"POST /suggest-an-organization en 303", logs);
        Assert.Matches(@"POST /organizations/\{slug\}/report es 303", logs);
        var holding = Directory.GetFiles(data, "*", SearchOption.AllDirectories).Where(f => Read(f).Contains(Marker, StringComparison.OrdinalIgnoreCase)).Select(Path.GetFileName);
        Assert.All(holding, name => Assert.StartsWith("community-care.db", name, StringComparison.Ordinal));
    }

    // The site has them open.
    private static string Read(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
