namespace CommunityCare.Web;

/// <summary>What a page is kept by: its canonical address, how it is sent, and all that it was made from.</summary>
internal sealed class PageKey
{
    /// <param name="edition">What it is made from.</param>
    /// <param name="encoding">How it is sent.</param>
    /// <param name="request">With a path in canonical form.</param>
    /// <param name="query">As <c>SearchQuery</c> writes it; empty for a page that knows no parameter.</param>
    public PageKey(Edition edition, string encoding, HttpRequest request, string query)
    {
        Encoding = encoding;
        Prefix = string.Concat(edition.Name, encoding, query);
        Tag = $"\"{Fingerprint.Of(Prefix, request.PathBase.Value, request.Path.Value)}\"";
    }

    public string Encoding { get; }

    /// <summary>All but the path, which the framework's cache adds.</summary>
    public string Prefix { get; }

    /// <summary>For the header <c>ETag</c>.</summary>
    public string Tag { get; }
}
