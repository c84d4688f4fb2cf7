namespace CommunityCare.Accounts;

/// <summary>One browser in which somebody is signed in. Everything else about them is read from their account each time.</summary>
public sealed class Session
{
    public const int UserAgentLength = 120;

    /// <summary>How long nothing may happen.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>How long it lasts at most, whatever happens.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>The hash of what the cookie holds.</summary>
    public string Id { get; set; } = "";

    public Guid AccountId { get; set; }

    public Account Account { get; set; } = null!;

    /// <summary>The account's security stamp at sign-in: with another one the session is over.</summary>
    public string Stamp { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    /// <summary>To the minute.</summary>
    public DateTime LastSeenAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    /// <summary>What the browser calls itself, so that its owner recognizes it.</summary>
    public string UserAgent { get; set; } = "";

    /// <param name="now">By universal time.</param>
    public bool IsOver(DateTime now) => LastSeenAt + Idle <= now || ExpiresAt <= now;
}
