using CommunityCare.Cli;
using CommunityCare.Web;

namespace CommunityCare.Bench;

/// <summary>The site's own parts on a data folder, without its pages.</summary>
internal static class BenchSite
{
    /// <summary>The vocabularies, kinds of care and synonyms, as the made catalogue knows them: the curated files without organizations.</summary>
    public static string SeedData(string folder) => Path.Combine(folder, "seed-data");

    public static WebApplication Open(string folder, string seedData, TimeProvider clock)
    {
        var builder = Serve.Builder(
        [
            $"--{SiteSettings.Section}:{nameof(SiteSettings.DataFolder)}={folder}",
            $"--{SiteSettings.Section}:{nameof(SiteSettings.SeedData)}={seedData}",
            "--Serilog:MinimumLevel:Default=Warning",
        ]).AddCommunityCare();
        builder.Services.AddSingleton(clock);
        return builder.Build();
    }
}
