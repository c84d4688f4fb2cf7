using System.Globalization;
using System.Xml.Linq;
using CommunityCare.Search;

namespace CommunityCare.Web;

/// <summary>The addresses that search engines may know, in both languages.</summary>
internal static class Sitemap
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Html = "http://www.w3.org/1999/xhtml";
    private static readonly string[] Pages = ["/", "/care", "/organizations", "/crisis", "/suggest-an-organization", "/about", "/privacy", "/accessibility"];

    public static void MapSitemap(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/sitemap.xml", async (PublicCatalog catalog, PublicAddress address, CancellationToken stop) =>
        {
            var kinds = await catalog.KindsAsync(stop);
            var organizations = await catalog.AddressesAsync(stop);
            var paths = Pages.Select(path => (Path: path, Changed: (DateTime?)null))
                .Concat(kinds.Select(k => (Path: $"/care/{k.Slug}", Changed: (DateTime?)null)))
                .Concat(organizations.Select(o => (Path: $"/organizations/{o.Slug}", o.Changed)));
            var map = new XElement(
                Map + "urlset",
                new XAttribute(XNamespace.Xmlns + "xhtml", Html),
                paths.SelectMany(p => Language.All.Select(language => Url(address, language, p.Path, p.Changed))));
            return Results.Text("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + map, "application/xml; charset=utf-8");
        }).WithMetadata(KeptPage.Large);

        endpoints.MapGet("/robots.txt", (PublicAddress address) =>
            Results.Text($"User-agent: *\nDisallow: /*?q=\nDisallow: /*&q=\nDisallow: /*?near=\nDisallow: /*&near=\n\nSitemap: {address.Of("/sitemap.xml")}\n")).WithMetadata(KeptPage.ByPath);
    }

    private static XElement Url(PublicAddress address, Language language, string path, DateTime? changed) => new(
        Map + "url",
        new XElement(Map + "loc", address.Of(language, path)),
        changed is null ? null : new XElement(Map + "lastmod", changed.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Language.All.Select(other => new XElement(
            Html + "link",
            new XAttribute("rel", "alternate"),
            new XAttribute("hreflang", other.Code),
            new XAttribute("href", address.Of(other, path)))));
}
