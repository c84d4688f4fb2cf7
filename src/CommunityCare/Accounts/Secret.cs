using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CommunityCare.Accounts;

/// <summary>What only its holder knows. The database has its hash: who reads a backup can use none.</summary>
internal static class Secret
{
    public const int HashLength = 64;

    /// <summary>128 random bits, fit for an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
