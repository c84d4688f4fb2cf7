using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityCare.Accounts;

/// <summary>What a page carries for us and comes back from a browser, where anybody may have changed it.</summary>
internal static class Protected
{
    /// <returns>Null for what we did not write.</returns>
    public static string? Read(IDataProtector protector, string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) ? null : protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
