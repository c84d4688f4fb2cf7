using CommunityCare.Store;
using CommunityCare.Web;

namespace CommunityCare.Cli;

internal static class Check
{
    /// <exception cref="StartException">There is no such folder.</exception>
    public static string Folder(string? given)
    {
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build().GetSection(SiteSettings.Section).Get<SiteSettings>() ?? new();
        settings.SeedData = given ?? settings.SeedData;
        return Places.Find(settings.SeedData, settings.DataFolder).ExistingSeedData();
    }
}
