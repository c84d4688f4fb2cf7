using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace CommunityCare.Accounts;

/// <summary>The six digits that an authenticator app shows (RFC 6238), by our own clock.</summary>
internal static class Totp
{
    public const int Digits = 6;

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30);

    /// <summary>160 bits in Base32, as apps want to have it.</summary>
    public static string NewKey() => RandomNumberGenerator.GetString(Base32, 32);

    public static string Code(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);

        // What all apps can do; as a keyed hash it is sound.
#pragma warning disable CA5350
        var hash = HMACSHA1.HashData(Bytes(key), counter);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(hash[^1] & 0xF)) & 0x7FFF_FFFF;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    public static long Step(DateTimeOffset now) => now.ToUnixTimeSeconds() / (long)Lasts.TotalSeconds;

    /// <summary>The step that a code belongs to, of those next to now, because phones' clocks are not exact. Null if it is wrong.</summary>
    public static long? Find(string key, string code, DateTimeOffset now)
    {
        long? found = null;
        foreach (var step in new[] { Step(now) - 1, Step(now), Step(now) + 1 })
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(Code(key, step))))
            {
                found = step;
            }
        }

        return found;
    }

    private static byte[] Bytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        var (bits, count, at) = (0, 0, 0);
        foreach (var letter in key)
        {
            (bits, count) = (((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal)) & 0xFFFF, count + 5);
            if (count >= 8)
            {
                count -= 8;
                bytes[at++] = (byte)(bits >> count);
            }
        }

        return bytes;
    }
}
