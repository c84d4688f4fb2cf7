using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityCare.Catalog;
using Microsoft.AspNetCore.Html;

namespace CommunityCare.Web;

/// <summary>What a page is about, for machines, in the words of schema.org.</summary>
public static class JsonLd
{
    public static IHtmlContent Of(Organization organization, string address) => Script(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Organization",
        ["@id"] = address,
        ["identifier"] = $"urn:uuid:{organization.Id}",
        ["name"] = organization.LocalName().Text,
        ["alternateName"] = Array(organization.AlternateNames.Prepend(organization.Name).Except([organization.LocalName().Text])),
        ["description"] = SafeMarkdown.PlainText(organization.LocalSummary().Text),
        ["url"] = organization.WebsiteKind == WebsiteKind.Own ? organization.Website : null,
        ["email"] = organization.Email,
        ["telephone"] = organization.Phones.Find(p => p.Type == PhoneType.Voice)?.Number,
        ["foundingDate"] = organization.Founded?.ToString("D4", System.Globalization.CultureInfo.InvariantCulture),
        ["areaServed"] = organization.ServiceArea,
        ["address"] = organization.Locations.Find(l => l.Visibility != LocationVisibility.Hidden) is { } location ? Address(location) : null,
        ["knowsLanguage"] = Array(organization.TermsOf(Vocabulary.Language).Select(t => t.Name)),
        ["makesOffer"] = new JsonArray([.. organization.Services.Select(service => (JsonNode)new JsonObject
        {
            ["@type"] = "Offer",
            ["itemOffered"] = WithoutNulls(new JsonObject
            {
                ["@type"] = "Service",
                ["name"] = service.Local("name", service.Name).Text,
                ["description"] = service.Description is null ? null : service.Local("description", service.Description).Text,
            }),
        })]),
    });

    public static IHtmlContent Of(CareType kind, string address) => Script(new JsonObject
    {
        ["@context"] = "https://schema.org",
        ["@type"] = "Article",
        ["@id"] = address,
        ["mainEntityOfPage"] = address,
        ["headline"] = kind.LocalName().Text,
        ["description"] = kind.LocalSummary().Text,
        ["inLanguage"] = kind.LocalGuide().Language,
        ["isAccessibleForFree"] = true,
        ["citation"] = Array(kind.Sources),
        ["publisher"] = new JsonObject { ["@type"] = "Organization", ["name"] = "CommunityCare" },
        ["license"] = "https://creativecommons.org/licenses/by/4.0/",
    });

    private static JsonObject Address(Location location) => WithoutNulls(new JsonObject
    {
        ["@type"] = "PostalAddress",
        ["streetAddress"] = location.Address1,
        ["addressLocality"] = location.City,
        ["addressRegion"] = location.StateProvince,
        ["postalCode"] = location.PostalCode,
        ["addressCountry"] = location.Country,
    });

    private static JsonArray? Array(IEnumerable<string> values)
    {
        var array = new JsonArray([.. values.Select(v => (JsonNode)JsonValue.Create(v))]);
        return array.Count == 0 ? null : array;
    }

    private static JsonObject WithoutNulls(JsonObject item)
    {
        foreach (var name in item.Where(p => p.Value is null).Select(p => p.Key).ToList())
        {
            item.Remove(name);
        }

        return item;
    }

    // The default encoder writes < and > as escapes, so that no text can end the element.
    private static HtmlString Script(JsonObject item) =>
        new($"<script type=\"application/ld+json\">{WithoutNulls(item).ToJsonString(JsonSerializerOptions.Default)}</script>");
}
