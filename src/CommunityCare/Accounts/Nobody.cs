using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CommunityCare.Accounts;

/// <summary>Stands in where there is no account, so that an unknown e-mail takes as long as a known one.</summary>
internal static class Nobody
{
    /// <summary>How often a password is hashed before it is compared; what OWASP advises for SHA-512.</summary>
    public const int Iterations = 210_000;

    /// <summary>In the framework's format (its third), with no password that anybody could find: what follows the head is random.</summary>
    public static string PasswordHash { get; } = Make();

    private static string Make()
    {
        const int head = 13, salt = 16, key = 32;
        var hash = RandomNumberGenerator.GetBytes(head + salt + key);
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), 2);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), Iterations);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), salt);
        return Convert.ToBase64String(hash);
    }
}
