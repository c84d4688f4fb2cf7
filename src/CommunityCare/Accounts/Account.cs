using Microsoft.AspNetCore.Identity;

namespace CommunityCare.Accounts;

/// <summary>Somebody who may edit. Readers have none.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public const int NameLength = 80;
    public const int EmailLength = 254;

    /// <summary>Shown to the public in the history and as who verified an entry.</summary>
    public string Name { get; set; } = "";

    public Role Role { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Since when it cannot be used. It is never removed, because the history names it.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>The time step of the last code that was accepted: none is accepted twice.</summary>
    public long CodeStep { get; set; }
}

/// <summary>What an account may do.</summary>
public enum Role
{
    /// <summary>Entries, their verification, and what the public suggests.</summary>
    Editor,

    /// <summary>All that an editor may, and accounts, kinds of care, vocabularies and settings.</summary>
    Admin,
}
