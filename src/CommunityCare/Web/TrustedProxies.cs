using System.Net;
using CommunityCare.Store;
using Microsoft.AspNetCore.HttpOverrides;

namespace CommunityCare.Web;

/// <summary>Whose word is taken for who asks and by which scheme: that of the proxies that are named, and of nobody else.</summary>
internal sealed class TrustedProxies
{
    private const string ThisMachine = "localhost";
    private static readonly char[] Between = [' ', ',', ';'];

    private readonly List<IPAddress> _addresses = [];
    private readonly List<System.Net.IPNetwork> _networks = [];

    /// <param name="named">Addresses, networks as in <c>10.0.0.0/8</c>, or <c>localhost</c>.</param>
    /// <exception cref="StartException">One of them is none of these.</exception>
    public static TrustedProxies Of(string? named)
    {
        var proxies = new TrustedProxies();
        foreach (var name in (named ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            proxies.Add(name);
        }

        return proxies;
    }

    /// <summary>Without any, no header is looked at, whatever else is configured.</summary>
    public void Trust(ForwardedHeadersOptions options)
    {
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        options.ForwardedHeaders = _addresses.Count + _networks.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;

        // Through all that are named, to the first who is not: each looks at who sent it.
        options.ForwardLimit = null;
        _addresses.ForEach(options.KnownProxies.Add);
        _networks.ForEach(options.KnownIPNetworks.Add);
    }

    private void Add(string name)
    {
        if (name.Equals(ThisMachine, StringComparison.OrdinalIgnoreCase))
        {
            _addresses.AddRange([IPAddress.Loopback, IPAddress.IPv6Loopback]);
        }
        else if (IPAddress.TryParse(name, out var address))
        {
            _addresses.Add(address);
        }
        else if (System.Net.IPNetwork.TryParse(name, out var network))
        {
            _networks.Add(network);
        }
        else
        {
            throw new StartException($"CommunityCare__Proxies has `{name}`, which is neither an address such as 127.0.0.1, nor a network such as 10.0.0.0/8, nor `{ThisMachine}`.");
        }
    }
}
