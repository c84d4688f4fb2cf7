using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.AspNetCore.Html;

namespace CommunityCare.Tests.Web;

/// <summary>What a page says to machines.</summary>
public sealed class JsonLdTests
{
    private const string Payload = "</script><script>alert(1)</script>\"'&\u2028<!--";

    [Fact]
    public void An_organization_is_said_with_what_is_known_of_it()
    {
        var said = Json(JsonLd.Of(
            new Organization
            {
                Id = Ids.Of("care"),
                Name = "Care",
                AlternateNames = ["Cuidado"],
                Website = "https://care.example.org",
                Email = "care@example.org",
                Founded = 1787,
                Summary = "We **care**.",
                ServiceArea = "Bay Area",
                Phones = [new() { Number = "1", Type = PhoneType.Text }, new() { Number = "988" }],
                Locations = [new() { Visibility = LocationVisibility.Hidden, City = "Nowhere" }, Samples.Location("Oakland", "CA")],
                Services = [new() { Name = "Group", Description = "People sit together." }, new() { Name = "Kitchen" }],
            },
            "https://site.example.org/organizations/care"));

        Assert.Equal("Organization", (string?)said["@type"]);
        Assert.Equal("https://site.example.org/organizations/care", (string?)said["@id"]);
        Assert.Equal($"urn:uuid:{Ids.Of("care")}", (string?)said["identifier"]);
        Assert.Equal(("Care", "We care.", "988", "1787"), ((string?)said["name"], (string?)said["description"], (string?)said["telephone"], (string?)said["foundingDate"]));
        Assert.Equal("12 Secret Street, Oakland, CA 94601 US", $"{said["address"]!["streetAddress"]}, {said["address"]!["addressLocality"]}, {said["address"]!["addressRegion"]} {said["address"]!["postalCode"]} {said["address"]!["addressCountry"]}");
        Assert.Equal(["Group", "Kitchen"], said["makesOffer"]!.AsArray().Select(o => (string?)o!["itemOffered"]!["name"]));
        Assert.Null(said["makesOffer"]![1]!["itemOffered"]!["description"]);
    }

    [Fact]
    public void What_is_not_known_is_not_said()
    {
        var said = Json(JsonLd.Of(new Organization { Name = "Care", Locations = [new() { Visibility = LocationVisibility.Hidden }] }, "https://site.example.org/"));

        Assert.Equal("@context @id @type description identifier makesOffer name", string.Join(' ', said.Select(p => p.Key).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData(WebsiteKind.Own, "https://care.example.org")]
    [InlineData(WebsiteKind.Host, null)]
    [InlineData(WebsiteKind.Platform, null)]
    [InlineData(WebsiteKind.Unconfirmed, null)]
    public void Only_its_own_page_is_its_address(WebsiteKind kind, string? url) => Assert.Equal(
        url, (string?)Json(JsonLd.Of(new Organization { Website = "https://care.example.org", WebsiteKind = kind }, "x"))["url"]);

    [Fact]
    public void No_text_can_end_the_element()
    {
        var organization = new Organization
        {
            Name = Payload,
            AlternateNames = [Payload],
            ServiceArea = Payload,
            Summary = Payload,
            Services = [new() { Name = Payload, Description = Payload }],
        };
        var kind = new CareType { Name = Payload, Summary = Payload, Sources = ["https://example.org/" + Payload] };

        foreach (var content in new[] { JsonLd.Of(organization, "x"), JsonLd.Of(kind, "x") })
        {
            Assert.Equal(1, Text(content).Split("<script").Length - 1);
            Assert.Equal(1, Text(content).Split("</script").Length - 1);
            Assert.DoesNotContain("<!--", Text(content), StringComparison.Ordinal);
            Assert.Equal(Payload, (string?)Json(content)["name"] ?? (string?)Json(content)["headline"]);
        }
    }

    [Fact]
    public void A_guide_is_an_article_in_the_language_in_which_it_is_written()
    {
        var kind = new CareType { Name = "Care", Guide = "What it is.", Translations = [new("es", "name", "Cuidado")] };

        var said = Reading.In("es", () => Json(JsonLd.Of(kind, "x")));
        Assert.Equal(("Article", "Cuidado", "en"), ((string?)said["@type"], (string?)said["headline"], (string?)said["inLanguage"]));
    }

    private static JsonObject Json(IHtmlContent content) =>
        JsonNode.Parse(Text(content)["<script type=\"application/ld+json\">".Length..^"</script>".Length])!.AsObject();

    private static string Text(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
