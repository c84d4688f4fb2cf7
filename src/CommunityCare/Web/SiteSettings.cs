using CommunityCare.Asking;
using CommunityCare.Backups;
using CommunityCare.Catalog;
using CommunityCare.Store;

namespace CommunityCare.Web;

/// <summary>The settings of section <c>CommunityCare</c>, as the configuration gives them.</summary>
public sealed record SiteSettings
{
    public const string Section = "CommunityCare";

    /// <summary>Where the database, the cookie keys and the logs live; <c>data</c> beside the program, or in its repository, if not set.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The curated files; found from the program if not set.</summary>
    public string? SeedData { get; set; }

    /// <summary>The one source of absolute addresses, as in <c>https://care.example.org</c>; the listening address if not set.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>Where readers can write to the people who run this copy; not shown if not set.</summary>
    public string? ContactEmail { get; set; }

    /// <summary>Whether pages are kept in memory; if not, each is made anew.</summary>
    public bool PageCache { get; set; } = true;

    /// <summary>The addresses of proxies that may say who asks and by which scheme, with spaces or commas between; nobody if not set.</summary>
    public string? Proxies { get; set; }

    public VerifyAfter VerifyAfter { get; set; } = new();

    public BackupSettings Backups { get; set; } = new();

    public SourcesSettings Sources { get; set; } = new();

    /// <summary>Whether readers come over https: then cookies are for that alone.</summary>
    public bool IsHttps => PublicUrl?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The cookie by which somebody is signed in; nobody else has one. Over https, browsers take it from this host alone.</summary>
    public string SessionCookie => IsHttps ? "__Host-care-session" : "care-session";

    /// <exception cref="StartException">A setting cannot be used.</exception>
    public static SiteSettings Of(IConfiguration configuration)
    {
        try
        {
            var settings = configuration.GetSection(Section).Get<SiteSettings>() ?? new();
            settings.Check();
            return settings;
        }
        catch (InvalidOperationException e)
        {
            throw new StartException($"A setting cannot be used: {e.Message}", e);
        }
    }

    /// <exception cref="StartException">A setting cannot be used.</exception>
    public void Check()
    {
        CheckDays("CrisisDays", VerifyAfter.CrisisDays);
        CheckDays("Days", VerifyAfter.Days);
        Backups.Check();
        Sources.Check();
        TrustedProxies.Of(Proxies);
        ContactEmail = string.IsNullOrWhiteSpace(ContactEmail) ? null : ContactEmail.Trim();
        if (ContactEmail is not null && !System.Net.Mail.MailAddress.TryCreate(ContactEmail, out _))
        {
            throw new StartException($"CommunityCare__ContactEmail is `{ContactEmail}`, which is not an e-mail address.");
        }

        if (PublicUrl is { Length: > 0 } && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var url)
            && url.Scheme is "http" or "https" && url is { Query: "", Fragment: "", UserInfo: "", AbsolutePath: "/" }))
        {
            throw new StartException($"CommunityCare__PublicUrl is `{PublicUrl}`, which is not an address such as https://care.example.org.");
        }
    }

    private static void CheckDays(string name, int days)
    {
        if (days is < 1 or > VerifyAfter.Limit)
        {
            throw new StartException($"CommunityCare__VerifyAfter__{name} is `{days}`, which is not a number of days from 1 to {VerifyAfter.Limit}.");
        }
    }
}
