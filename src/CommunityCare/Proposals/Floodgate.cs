using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CommunityCare.Proposals;

/// <summary>
/// Lets through a handful of proposals an hour from one address, and some more from everybody. An address is remembered for
/// that hour, in memory alone, as a hash with a key that ends with the program.
/// </summary>
public sealed class Floodgate(TimeProvider clock)
{
    public const int FromOneAddress = 5;
    public const int FromAll = 100;

    public static readonly TimeSpan Window = TimeSpan.FromHours(1);

    // A network's own part of an IPv6 address: the rest changes as its owner likes.
    private const int NetworkBytes = 8;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Lock _lock = new();

    // Never more than are let through in an hour.
    private readonly List<(DateTimeOffset When, string From, Guid Form)> _passed = [];

    /// <summary>Lets a form through, and counts it. One that was let through before may come again.</summary>
    /// <returns>How long to wait; null if it may pass.</returns>
    public TimeSpan? Wait(IPAddress? address, Guid form)
    {
        var (from, now) = (Hash(address), clock.GetUtcNow());
        lock (_lock)
        {
            _passed.RemoveAll(p => now - p.When >= Window);
            if (_passed.Exists(p => p.Form == form && p.From == from))
            {
                return null;
            }

            var own = _passed.FindAll(p => p.From == from);
            var full = own.Count >= FromOneAddress ? own : _passed.Count >= FromAll ? _passed : null;
            if (full is not null)
            {
                return full[0].When + Window - now;
            }

            _passed.Add((now, from, form));
            return null;
        }
    }

    private string Hash(IPAddress? address)
    {
        address = address?.IsIPv4MappedToIPv6 == true ? address.MapToIPv4() : address;
        var bytes = address?.GetAddressBytes() ?? [];
        return Convert.ToHexString(HMACSHA256.HashData(_key, address?.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..NetworkBytes] : bytes));
    }
}
