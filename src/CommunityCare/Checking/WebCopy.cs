using System.Text.RegularExpressions;

namespace CommunityCare.Checking;

/// <summary>An address that is not the one of the page itself.</summary>
/// <param name="Why">What it is instead.</param>
/// <param name="Original">The page's own address, where it can be told from this one.</param>
internal sealed partial record WebCopy(string Why, string? Original)
{
    // Keys that say where a reader comes from, and nothing about the page.
    private static readonly HashSet<string> Trackers =
    [
        "fbclid", "gclid", "gbraid", "wbraid", "dclid", "msclkid", "yclid", "twclid", "ttclid", "mc_cid", "mc_eid",
        "hss_channel", "_hsenc", "_hsmi", "mkt_tok", "rcid", "igshid", "igsh", "ref", "ref_src", "ref_url", "srsltid", "share", "rssfeed", "ncid", "cmpid",
    ];

    // Hosts that show pages of others. Everybodywiki is not one: it keeps articles that Wikipedia dropped.
    private static readonly string[] Copiers =
    [
        "mdsite.deno.dev", "profilpelajar.com", "wikimili.com", "wikisum.wiki", "wikipedianews.com", "docslib.org", "paperzz.com",
        "pdfslide.net", "pdfslide.us", "pdfkul.com", "fdocuments.net", "123doc.top", "vdocuments.us", "vdocuments.net", "vdocuments.mx",
        "studylib.net", "headtopics.com", "hitato.online", "rssing.com", "podcast24.dk", "translate.goog", "tdgwebhost.com",
        "webcache.googleusercontent.com", "ampproject.org", "r.jina.ai", "12ft.io", "archive.ph", "archive.is", "archive.today", "wikiless.org",
    ];

    // Those that anybody can make. Youtu.be and forms.gle lead to one site only, and say which.
    private static readonly string[] Shorteners =
        ["bit.ly", "tinyurl.com", "t.co", "goo.gl", "ow.ly", "buff.ly", "is.gd", "lnkd.in"];

    private static readonly HashSet<string> Workshops = ["dev", "stg", "staging"];

    // Libraries keep pages that are gone, under the address that these had. Others (archive.ph) copy pages that still stand.
    private static readonly string[] Archives = ["web.archive.org", "cybercemetery.unt.edu", "webarchive.loc.gov", "arquivo.pt", "perma.cc"];

    /// <summary>Null if nothing is wrong with the address, or if it is none.</summary>
    public static WebCopy? Of(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || Is(address.Host, Archives))
        {
            return null;
        }

        var found = Wrapped(url) ?? Shortened(address) ?? Copied(address) ?? TrailingDot(url, address) ?? Amp(url, address) ?? Mobile(url, address) ?? Tracked(url);
        if (found?.Original is { } original && Of(original) is { } more)
        {
            return found with { Original = more.Original };
        }

        return found;
    }

    private static WebCopy? Wrapped(string url)
    {
        const string Why = "wraps another address";
        return Inner().Match(url) is { Success: true } inner ? new(Why, inner.Value)
            : InnerEncoded().Match(url) is { Success: true } encoded ? new(Why, Uri.UnescapeDataString(encoded.Value))
            : null;
    }

    private static WebCopy? Shortened(Uri address) =>
        Is(address.Host, Shorteners) ? new("is a short link, which hides where it leads and may end one day", null) : null;

    private static WebCopy? Copied(Uri address)
    {
        var labels = address.Host.Split('.');
        return Is(address.Host, Copiers) || labels.Any(label => label == "kiwix" || label.EndsWith("2cdn", StringComparison.Ordinal))
            ? new("leads to a copy of somebody else's page", null)
            : labels.SkipLast(2).Any(Workshops.Contains)
                ? new("leads to a site's workshop, which is not meant for readers", null)
                : null;
    }

    private static WebCopy? TrailingDot(string url, Uri address) => address.Host.EndsWith('.')
        ? new("has a dot after its host", ReplaceFirst(url, address.Host, address.Host.TrimEnd('.')))
        : null;

    private static WebCopy? Amp(string url, Uri address)
    {
        const string Why = "leads to the AMP copy of a page";
        if (address.Host.StartsWith("amp.", StringComparison.Ordinal))
        {
            return new(Why, null);
        }

        if (AmpStep().IsMatch(address.AbsolutePath))
        {
            // A search engine's copy has the page's address within its own.
            return new(Why, address.Host.Contains("google.", StringComparison.Ordinal) ? null
                : ReplaceFirst(url, address.AbsolutePath, AmpStep().Replace(address.AbsolutePath, "")));
        }

        return WithoutKeys(url, (key, value) => key == "amp" || (key is "format" or "outputtype" && value == "amp")) is { } original
            ? new(Why, original)
            : null;
    }

    private static WebCopy? Mobile(string url, Uri address)
    {
        const string Why = "leads to the copy of a page for phones";
        return address.Host.Contains(".m.wikipedia.", StringComparison.Ordinal) ? new(Why, ReplaceFirst(url, ".m.", "."))
            : address.Host.StartsWith("m.", StringComparison.Ordinal) || address.Host.StartsWith("mobile.", StringComparison.Ordinal) ? new(Why, null)
            : WithoutKeys(url, (key, value) => key == "m" && value is "true" or "1") is { } original ? new(Why, original)
            : null;
    }

    private static WebCopy? Tracked(string url) =>
        WithoutKeys(url, (key, _) => Trackers.Contains(key) || key.StartsWith("utm_", StringComparison.Ordinal)) is { } original
            ? new("says where a reader comes from", original)
            : null;

    private static string? WithoutKeys(string url, Func<string, string, bool> isNone)
    {
        var (address, fragment) = url.Split('#', 2) is [var before, var after] ? (before, "#" + after) : (url, "");
        if (address.Split('?', 2) is not [var page, var query])
        {
            return null;
        }

        var all = query.Split('&');
        var kept = all.Where(pair => !isNone(pair.Split('=')[0].ToLowerInvariant(), pair.Split('=', 2).Last().ToLowerInvariant())).ToList();
        return kept.Count == all.Length ? null : page + (kept.Count > 0 ? "?" + string.Join('&', kept) : "") + fragment;
    }

    private static bool Is(string host, string[] hosts) =>
        Array.Exists(hosts, h => host == h || host.EndsWith("." + h, StringComparison.Ordinal));

    private static string ReplaceFirst(string address, string old, string @new) =>
        address.IndexOf(old, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? address.Remove(at, old.Length).Insert(at, @new) : address;

    [GeneratedRegex("(?<=.)https?://.+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Inner();

    [GeneratedRegex("(?<=.)https?%3A%2F%2F[^&]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex InnerEncoded();

    // "/amp" as a step of the path, wherever it stands, and "page.amp.html".
    [GeneratedRegex(@"/amp(?=/|$)/?$|/amp(?=/)|\.amp(?=\.html$|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AmpStep();
}
