using System.Globalization;
using CommunityCare.Store;

namespace CommunityCare.Web;

/// <summary>What all pages are made from beside their addresses. With the same name, the same address gives the same page.</summary>
/// <param name="Stamp">The catalogue's.</param>
/// <param name="Day">Since the beginning of the calendar, by universal time: pages say how old facts are.</param>
/// <param name="Name">Of the program with its settings, the catalogue and the day.</param>
internal sealed record Edition(string Stamp, int Day, string Name);

/// <summary>Knows the edition that a request gets.</summary>
internal sealed class Editions(Stamp stamp, TimeProvider clock, EndpointDataSource endpoints, PublicAddress address, SiteSettings settings)
{
    private string? _program;
    private Edition? _last;

    /// <returns>Null if the catalogue cannot be read now.</returns>
    public Edition? Current()
    {
        if (stamp.Read() is not { } newest)
        {
            return null;
        }

        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        if (_last is { } last && last.Stamp == newest && last.Day == day)
        {
            return last;
        }

        _program ??= Program();
        return _last = new(newest, day, Fingerprint.Of(_program, newest, day.ToString(CultureInfo.InvariantCulture)));
    }

    // The words of a language are in an assembly of their own, and the addresses of assets change with what is in them.
    private string Program()
    {
        var main = typeof(Editions).Assembly;
        var assemblies = Language.All.Skip(1).Select(l => main.GetSatelliteAssembly(CultureInfo.GetCultureInfo(l.Code))).Prepend(main);
        return Fingerprint.Of(
        [
            .. assemblies.Select(a => a.ManifestModule.ModuleVersionId.ToString()),
            .. endpoints.Endpoints.OfType<RouteEndpoint>().Select(e => e.RoutePattern.RawText),
            address.Of("/"),

            // Where things lie on this machine is no business of a page.
            (settings with { DataFolder = null, SeedData = null }).ToString(),
        ]);
    }
}
