using System.Net;
using System.Net.Sockets;

namespace CommunityCare.Asking;

/// <summary>
/// Which addresses are machines of the public internet. Editors and files choose whom the site asks: without this they could
/// let it knock at what only its own network can reach.
/// </summary>
internal static class PublicInternet
{
    // The registries of special addresses, as of RFC 6890 and what updated it.
    private static readonly IPNetwork[] Special =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",

            // These hold addresses of the older kind, or nobody's.
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    // All machines that can be reached by the newer kind; local, private and multicast addresses lie outside.
    private static readonly IPNetwork Reachable = IPNetwork.Parse("2000::/3");

    // In a network without addresses of the older kind, its own machines translate these.
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    public static bool Has(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Has(address.MapToIPv4());
        }

        if (Translated.Contains(address))
        {
            return Has(new IPAddress(address.GetAddressBytes().AsSpan(12)));
        }

        return (address.AddressFamily == AddressFamily.InterNetwork || Reachable.Contains(address)) && !Array.Exists(Special, s => s.Contains(address));
    }
}
