namespace CommunityCare.Store;

/// <summary>What admins chose on the site for one setting.</summary>
public sealed class KeptSetting
{
    public const int NameLength = 60;
    public const int ValueLength = 320;

    /// <summary>As in the configuration below <c>CommunityCare</c>, such as <c>Backups:At</c>.</summary>
    public string Name { get; set; } = "";

    public string Value { get; set; } = "";
}
