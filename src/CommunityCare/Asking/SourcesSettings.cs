using CommunityCare.Store;

namespace CommunityCare.Asking;

/// <summary>The settings of <c>CommunityCare:Sources</c>.</summary>
public sealed record SourcesSettings
{
    private const int DaysLimit = 365;

    /// <summary>Whether the site asks by itself. Requests to others from somebody's machine are theirs to decide.</summary>
    public bool Ask { get; set; }

    /// <summary>For how many days a page is left alone after it was asked.</summary>
    public int Days { get; set; } = 30;

    /// <exception cref="StartException">A setting cannot be used.</exception>
    public void Check()
    {
        if (Days is < 1 or > DaysLimit)
        {
            throw new StartException($"CommunityCare__Sources__Days is `{Days}`, which is not a number of days from 1 to {DaysLimit}.");
        }
    }
}
