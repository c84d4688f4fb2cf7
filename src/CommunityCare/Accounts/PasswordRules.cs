using Microsoft.AspNetCore.Identity;

namespace CommunityCare.Accounts;

/// <summary>Why a password is refused.</summary>
public enum PasswordFault
{
    TooShort,
    TooLong,
    HoldsEmail,
    HoldsSite,
    Repeats,
}

/// <summary>What a password must be: long, and not what somebody would try first. Nobody has to mix signs and digits.</summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;

    /// <summary>Longer ones would only make hashing slow.</summary>
    public const int Longest = 200;

    private const string Site = "communitycare";
    private const int ShortestPart = 4;

    /// <returns>Null for a good one.</returns>
    public static PasswordFault? Fault(string password, string? email)
    {
        var plain = Plain(password);
        return password.Length < Shortest ? PasswordFault.TooShort
            : password.Length > Longest ? PasswordFault.TooLong
            : Parts(email).Any(part => plain.Contains(part, StringComparison.Ordinal)) ? PasswordFault.HoldsEmail
            : plain.Contains(Site, StringComparison.Ordinal) ? PasswordFault.HoldsSite
            : Repeats(password) ? PasswordFault.Repeats
            : null;
    }

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        Fault(password ?? "", user.Email) is { } fault ? IdentityResult.Failed(new IdentityError { Code = fault.ToString() }) : IdentityResult.Success);

    // The name before the @ and what the domain is called, with and without what parts them.
    private static IEnumerable<string> Parts(string? email)
    {
        var (name, domain) = (email ?? "").Split('@') is [var before, var after] ? (before, after) : (email ?? "", "");
        string[] parts = [name, .. name.Split('.', '+', '-', '_'), .. domain.Split('.').SkipLast(1)];
        return parts.Select(Plain).Where(part => part.Length >= ShortestPart);
    }

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Whether a beginning of at most half its length goes on to its end, as in abcabcabcabc.
    private static bool Repeats(string password) => Enumerable.Range(1, password.Length / 2)
        .Any(run => password.AsSpan(run).SequenceEqual(password.AsSpan(0, password.Length - run)));
}
