namespace CommunityCare.Accounts;

/// <summary>Something that happened to an account or to a setting: who did what, when, about whom. It holds no address of a device.</summary>
public sealed class AuditRecord
{
    /// <summary>How long it is kept: whoever looks back over a year finds the month before it too.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    public long Number { get; set; }

    public DateTime When { get; set; }

    /// <summary>The name of an account, or of what did it, as in <c>command line</c>.</summary>
    public string Who { get; set; } = "";

    public AuditAct Act { get; set; }

    /// <summary>The name or e-mail of the account that it is about, or the setting with what was chosen.</summary>
    public string About { get; set; } = "";
}

/// <summary>What happened, at most 20 letters each.</summary>
public enum AuditAct
{
    SignedIn,
    SignInFailed,
    LockedOut,
    SignedOut,
    InvitationMade,
    InvitationWithdrawn,
    ResetLinkMade,
    AccountMade,
    PasswordReset,
    PasswordChanged,
    NameChanged,
    BecameAdmin,
    BecameEditor,
    Disabled,
    Enabled,
    TwoStepOn,
    TwoStepOff,
    RecoveryCodesMade,
    RecoveryCodeUsed,
    SessionsEnded,
    SettingChosen,
}
