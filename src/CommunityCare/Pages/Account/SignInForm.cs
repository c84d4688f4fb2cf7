using CommunityCare.Accounts;

namespace CommunityCare.Pages.Account;

/// <summary>The fields that ask who somebody is, wherever they are shown.</summary>
public sealed record SignInForm
{
    /// <summary>As it was typed.</summary>
    public string? Email { get; init; }

    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>What was written before; see <see cref="KeptForm.Sealed"/>.</summary>
    public string? Kept { get; init; }

    /// <summary>Of the last attempt; null before the first.</summary>
    public SignInOutcome? Outcome { get; init; }
}
