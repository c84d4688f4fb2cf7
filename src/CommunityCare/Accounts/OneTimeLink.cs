namespace CommunityCare.Accounts;

/// <summary>An address that lets somebody choose a password, once. Its key is in the address alone.</summary>
public sealed class OneTimeLink
{
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    /// <summary>The hash of the key.</summary>
    public string Id { get; set; } = "";

    public LinkPurpose Purpose { get; set; }

    /// <summary>Whose password it sets; null where it makes an account.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>Whom it invites; null where they say so themselves.</summary>
    public string? Email { get; set; }

    /// <summary>What an account made with it may do.</summary>
    public Role Role { get; set; }

    /// <summary>Whether a reset also turns the codes off, for who has lost both phone and recovery codes.</summary>
    public bool TurnsTwoStepOff { get; set; }

    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }
}

/// <summary>What a link is good for.</summary>
public enum LinkPurpose
{
    /// <summary>Makes the first account, an admin's, as long as there is none.</summary>
    Setup,

    /// <summary>Makes an account.</summary>
    Invitation,

    /// <summary>Sets a new password.</summary>
    Reset,
}
