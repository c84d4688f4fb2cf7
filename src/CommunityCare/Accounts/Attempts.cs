using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace CommunityCare.Accounts;

/// <summary>
/// Counts what failed, by address and by account, whether there is such an account or not. It lives in memory alone, and
/// knows neither address nor e-mail: only what a key of this process makes of them.
/// </summary>
public sealed class Attempts(TimeProvider clock)
{
    public const int ByAddress = 50;
    public const int ByAccount = 10;

    /// <summary>Counted from the first failure.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(15);

    private const int Limit = 20_000;

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Failures> _failed = new(StringComparer.Ordinal);

    /// <param name="context">Where it comes from.</param>
    /// <param name="account">What was typed, or whatever else stands for one account.</param>
    public bool MayTry(HttpContext context, string account) =>
        Count(Address(context)) < ByAddress && Count(Name(account)) < ByAccount;

    public void Fail(HttpContext context, string account)
    {
        if (_failed.Count >= Limit)
        {
            MakeRoom();
        }

        foreach (var key in new[] { Address(context), Name(account) })
        {
            _failed.AddOrUpdate(key, _ => new(clock.GetUtcNow(), 1), (_, was) => IsOver(was) ? new(clock.GetUtcNow(), 1) : was with { Count = was.Count + 1 });
        }
    }

    /// <summary>Who gets in is not suspected any more.</summary>
    public void Forget(string account) => _failed.TryRemove(Name(account), out _);

    private int Count(string key) => _failed.TryGetValue(key, out var failures) && !IsOver(failures) ? failures.Count : 0;

    private bool IsOver(Failures failures) => failures.Since + Pause <= clock.GetUtcNow();

    // Somebody with many addresses must not fill the memory: half of them go, those first that are over or oldest.
    private void MakeRoom()
    {
        foreach (var (key, _) in _failed.OrderBy(f => f.Value.Since).Take(Limit / 2).ToList())
        {
            _failed.TryRemove(key, out _);
        }
    }

    // Whoever has an IPv6 address has all with the same first half.
    private string Address(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bytes = address.GetAddressBytes();
        return Hash("a", address.AddressFamily == AddressFamily.InterNetworkV6 ? bytes[..8] : bytes);
    }

    private string Name(string account) => Hash("n", Encoding.UTF8.GetBytes(account.Trim().ToUpperInvariant()));

    private string Hash(string kind, byte[] bytes) => kind + Convert.ToHexString(HMACSHA256.HashData(_key, bytes).AsSpan(0, 16));

    private sealed record Failures(DateTimeOffset Since, int Count);
}
