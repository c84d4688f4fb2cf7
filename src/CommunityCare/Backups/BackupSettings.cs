using CommunityCare.Store;

namespace CommunityCare.Backups;

/// <summary>The settings of <c>CommunityCare:Backups</c>.</summary>
public sealed record BackupSettings
{
    /// <summary>The longest that a backup is kept, in days.</summary>
    public const int KeepLimit = 3_650;

    public const int LastHour = 23;

    /// <summary>Whether the site makes a backup each night.</summary>
    public bool Nightly { get; set; } = true;

    /// <summary>How many days a backup is kept.</summary>
    public int Keep { get; set; } = 14;

    /// <summary>The hour after which it is made, by the machine's clock, 0 to 23.</summary>
    public int At { get; set; } = 3;

    /// <exception cref="StartException">A setting cannot be used.</exception>
    public void Check()
    {
        if (At is < 0 or > LastHour)
        {
            throw new StartException($"CommunityCare__Backups__At is `{At}`, which is not an hour from 0 to {LastHour}.");
        }

        if (Keep is < 1 or > KeepLimit)
        {
            throw new StartException($"CommunityCare__Backups__Keep is `{Keep}`, which is not a number of days from 1 to {KeepLimit}.");
        }
    }
}
