using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace CommunityCare.Proposals;

/// <summary>A form that was handed out: which one, when, and over which revision of an entry.</summary>
/// <param name="Id">Differs for each form.</param>
/// <param name="Made">When the page was made.</param>
/// <param name="Revision">Of the entry shown with it; 0 if none.</param>
public readonly record struct FormToken(Guid Id, DateTimeOffset Made, long Revision);

/// <summary>
/// Writes into each form when it was handed out, so that no cookie is needed to tell a person from a program: a person needs
/// some seconds, and sends the form on the same day.
/// </summary>
public sealed class FormTokens(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Nobody reads a form and fills it in faster.</summary>
    public static readonly TimeSpan Quickest = TimeSpan.FromSeconds(3);

    public static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private const int LongestText = 500;

    private readonly IDataProtector _protector = protection.CreateProtector("CommunityCare.Proposals.Form");

    public string New(long revision = 0) =>
        _protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{Guid.NewGuid():N} {clock.GetUtcNow().UtcTicks} {revision}"));

    /// <returns>Null for what we did not write, and for what was written too long ago.</returns>
    public FormToken? Read(string text)
    {
        if (text.Length is 0 or > LongestText)
        {
            return null;
        }

        try
        {
            var parts = _protector.Unprotect(text).Split(' ');
            var made = new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero);

            // A clock that was set back would keep a reader waiting.
            return made <= clock.GetUtcNow() && made > clock.GetUtcNow() - Longest
                ? new(Guid.ParseExact(parts[0], "N"), made, long.Parse(parts[2], CultureInfo.InvariantCulture))
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public bool IsTooQuick(FormToken token) => clock.GetUtcNow() - token.Made < Quickest;
}
