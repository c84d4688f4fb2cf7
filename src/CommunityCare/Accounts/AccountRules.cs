using System.Net.Mail;

namespace CommunityCare.Accounts;

/// <summary>What people type about an account, made clean or refused.</summary>
public static class AccountRules
{
    /// <returns>Null if it is empty, too long, or not for one line.</returns>
    public static string? Name(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= Account.NameLength } name && !name.Any(char.IsControl) ? name : null;

    /// <returns>Null if it cannot be an address.</returns>
    public static string? Email(string? typed) =>
        typed?.Trim() is { Length: > 0 and <= Account.EmailLength } email && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
            && MailAddress.TryCreate(email, out var address) && address.Address == email ? email : null;
}
