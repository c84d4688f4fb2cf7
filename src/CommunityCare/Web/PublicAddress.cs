using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CommunityCare.Web;

/// <summary>
/// The one source of absolute addresses: the setting, or else the address on which the site listens. What a request claims
/// to have asked for (its Host header) is never used.
/// </summary>
public sealed partial class PublicAddress(SiteSettings settings, IServer server)
{
    private const string Fallback = "http://localhost";

    /// <param name="path">From the root of the site, with its language prefix.</param>
    public string Of(string path) => Root + path;

    /// <summary>The page in one of the languages.</summary>
    public string Of(Language language, string path) => Root + language.Prefix + (path == "/" && language.Prefix.Length > 0 ? "" : path);

    /// <summary>For a link that somebody opens by hand: this machine by its name, because browsers trust that more than its number.</summary>
    public string OfLink(string path) => Loopback().Replace(Root, "://localhost:", 1) + path;

    private string Root => settings.PublicUrl is { Length: > 0 } url ? url.TrimEnd('/') : Listening();

    private string Listening()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null)
        {
            return Fallback;
        }

        var parsed = BindingAddress.Parse(address);
        var anyone = parsed.Host is "*" or "+" or "0.0.0.0" or "[::]";
        return $"{parsed.Scheme}://{(anyone ? "localhost" : parsed.Host)}:{parsed.Port}";
    }

    [GeneratedRegex(@"://(127\.0\.0\.1|\[::1\]):")]
    private static partial Regex Loopback();
}
