using System.Globalization;
using System.Net.Mail;
using CommunityCare.Backups;
using CommunityCare.Catalog;

namespace CommunityCare.Accounts;

/// <summary>A setting that admins can choose on the site.</summary>
/// <param name="Name">As in the configuration below <c>CommunityCare</c>.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Least">Of a number.</param>
/// <param name="Most">Of a number.</param>
public sealed record Choosable(string Name, ChoiceKind Kind, int Least = 0, int Most = 0)
{
    /// <summary>Of an e-mail address, in characters.</summary>
    public const int EmailLength = 254;

    /// <summary>In the order of the form.</summary>
    public static readonly IReadOnlyList<Choosable> All =
    [
        new("ContactEmail", ChoiceKind.Email),
        new("VerifyAfter:CrisisDays", ChoiceKind.Number, 1, VerifyAfter.Limit),
        new("VerifyAfter:Days", ChoiceKind.Number, 1, VerifyAfter.Limit),
        new("Backups:Nightly", ChoiceKind.Switch),
        new("Backups:At", ChoiceKind.Number, 0, BackupSettings.LastHour),
        new("Backups:Keep", ChoiceKind.Number, 1, BackupSettings.KeepLimit),
    ];

    public static Choosable? Find(string name) => All.FirstOrDefault(c => c.Name == name);

    /// <summary>Whether a value can be used.</summary>
    public bool Fits(string value) => Kind switch
    {
        ChoiceKind.Email => IsEmail(value),
        ChoiceKind.Switch => value is "true" or "false",
        _ => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= Least && number <= Most,
    };

    // It becomes a link on public pages: no more than an address stands in it.
    private static bool IsEmail(string text) => text.Length <= EmailLength
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || ".-_+@".Contains(c, StringComparison.Ordinal));
}

public enum ChoiceKind
{
    /// <summary>An address, or none.</summary>
    Email,
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Switch,
}
