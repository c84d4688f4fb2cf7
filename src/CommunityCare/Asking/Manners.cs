using System.Net;

namespace CommunityCare.Asking;

/// <summary>How the site behaves as a guest of others.</summary>
internal sealed record Manners
{
    /// <summary>After which a page has not answered.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Between two questions to one host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How many hosts are asked at once.</summary>
    public int AtOnce { get; init; } = 4;

    /// <summary>How often a page may send on to another.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>Names the site to who reads the log of another.</summary>
    public string Name { get; init; } = "CommunityCare";

    /// <summary>Which machines may be asked. Servers of tests listen where nobody else may be asked.</summary>
    public Func<IPAddress, bool> IsPublic { get; init; } = PublicInternet.Has;

    /// <summary>The machines with a name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> FindAsync { get; init; } = Dns.GetHostAddressesAsync;

    /// <param name="publicUrl">Where the site can be read; null if that is not set.</param>
    public static Manners Of(string? publicUrl) => new()
    {
        Name = string.IsNullOrEmpty(publicUrl)
            ? "CommunityCare (asks whether a source is still there)"
            : $"CommunityCare (asks whether a source is still there; +{publicUrl})",
    };
}
