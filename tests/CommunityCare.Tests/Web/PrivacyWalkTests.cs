using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Web;

/// <summary>Each thing that the public must not know holds a word that stands nowhere else, and no output says any of them.</summary>
public sealed class PrivacyWalkTests : IAsyncLifetime
{
    private static readonly string[] Markers =
    [
        "zqdraft", "zqarchived", "zqhstreet", "zqhcity", "zqhname", "zqhtext", "zqhtexto", "zqaname", "zqastreet", "zqatext", "zqatexto", "12.345678", "98.765432", "99501", "99502",
        "555-0177", "5550177", "zqkeyword", "zqphone", "zqcontact", "zqtitle", "zqtitulo", "zqkind", "zqtipo", "zqretired",
    ];

    private readonly SmallSite _site = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.WriteAsync(write => write.SaveAsync(new CareType
        {
            Id = Ids.Of("draft kind"),
            Slug = "spare-kind",
            Name = "Zqkind",
            Summary = "zqkind",
            Guide = "zqkind",
            Words = ["zqkind"],
            Order = 9,
            Publication = Publication.Draft,
            Translations = [new("es", "name", "Zqtipo")],
        }));
        await _site.AddAsync("zqdraft-group", "cost=free place=california", o => Fill(o, "zqdraft", Publication.Draft));
        await _site.AddAsync("zqarchived-group", "cost=free place=california", o => Fill(o, "zqarchived", Publication.Archived));
        await _site.AddAsync("zqretired-name", "cost=free");
        await _site.AddAsync("visible", "kind=mutual-aid kind=spare-kind cost=free", o =>
        {
            o.Phones = [Samples.Phone("510-555-0100"), new() { Id = Ids.Of("p"), Number = "510-555-0177", Keyword = "zqkeyword", Description = "zqphone", Private = true }];
            o.Contacts = [new() { Id = Ids.Of("c"), Name = "Zqcontact", Title = "zqtitle", Email = "zqcontact@example.org", Private = true, Translations = [new("es", "title", "zqtitulo")] }];
            o.Locations = [Place("zqh", LocationVisibility.Hidden, "Zqhcity", "CA", "99501"), Place("zqa", LocationVisibility.Area, "Areatown", "NY", "99502")];
            o.Services[0].Crisis = 1;
        });
        await _site.WriteAsync(async write =>
        {
            var organization = (await write.FindOrganizationAsync(Ids.Of("zqretired-name")))!;
            (organization.Slug, organization.Name, organization.Website) = ("gone", "zqdraft", null);
            (organization.Summary, organization.Publication) = ("zqdraft", Publication.Draft);
            await write.SaveAsync(organization);
        });
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task No_output_says_what_the_public_must_not_know()
    {
        var paths = await PathsAsync();
        Assert.True(paths.Count > 25, $"{paths.Count} paths");
        foreach (var path in paths.SelectMany(p => new[] { p, "/es" + p }))
        {
            var (status, text) = await _site.AskAsync(path);
            Assert.Equal((path, HttpStatusCode.OK), (path, status));
            AssertSilent(path, text);
            foreach (var data in new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text).QuerySelectorAll("script[type='application/ld+json']"))
            {
                AssertSilent(path, JsonDocument.Parse(data.TextContent).RootElement.ToString());
            }
        }
    }

    [Theory]
    [InlineData("/organizations/zqdraft-group")]
    [InlineData("/organizations/zqarchived-group")]
    [InlineData("/organizations/zqretired-name")]
    [InlineData("/organizations/gone")]
    [InlineData("/care/spare-kind")]
    public async Task What_is_not_published_has_no_page(string path)
    {
        foreach (var language in new[] { "", "/es" })
        {
            var page = await _site.PageAsync(language + path, HttpStatusCode.NotFound);
            AssertSilent(path, page.Body!.TextContent);
        }
    }

    [Fact]
    public async Task Looking_for_it_finds_nothing()
    {
        foreach (var marker in Markers)
        {
            foreach (var language in new[] { "", "/es" })
            {
                var page = await _site.PageAsync($"{language}/organizations?q={marker}&exact=1&sort=name");
                Assert.Empty(page.QuerySelectorAll(".result, .results-heading"));
                AssertSilent(marker, page.Body!.InnerHtml.Replace(marker, "", StringComparison.OrdinalIgnoreCase));
                Assert.Empty(Suggesting.Read((await _site.AskAsync(Suggesting.Path(marker, language))).Text));
            }

            Assert.True((await _site.ReadAsync(db => new TextIndex(db).FindAsync(Match.AnyForm(marker), Stop))).IsEmpty);
        }
    }

    [Fact]
    public async Task Neither_the_search_documents_nor_the_points_nor_an_export_hold_it()
    {
        Assert.Empty(await _site.ReadAsync(db => db.SearchPoints.ToListAsync(Stop)));

        var documents = await _site.ReadAsync(db => db.SearchDocuments.Select(d => $"{d.Name} {d.OtherNames} {d.Terms} {d.Services} {d.Summary}").ToListAsync(Stop));
        Assert.Contains("areatown", Assert.Single(documents), StringComparison.Ordinal);
        AssertSilent("search documents", documents[0]);
        AssertSilent("search names", string.Concat(await _site.ReadAsync(db => db.SearchNames.Select(n => n.Text).ToListAsync(Stop))));

        var whole = await _site.ReadAsync(db => db.WholeOrganizations().AsNoTrackingWithIdentityResolution().SingleAsync(o => o.Slug == "visible", Stop));
        var text = Formats.Organizations.Write(whole, withPrivate: false);

        // A file says what a private number or person is for, and not which or who.
        AssertSilent("export", string.Concat(text.Others.Values.Prepend(text.English)), except: ["zqphone", "zqtitle", "zqtitulo"]);
        Assert.Contains("Areatown", text.English, StringComparison.Ordinal);
        Assert.Contains("private: true", text.English, StringComparison.Ordinal);
        Assert.Contains("visibility: hidden", text.English, StringComparison.Ordinal);
        var withPrivate = Formats.Organizations.Write(whole, withPrivate: true);
        Assert.Contains("zqhstreet", withPrivate.English, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_may_be_known_is_shown()
    {
        var page = (await _site.PageAsync("/organizations/visible")).Body!;

        Assert.Contains("This place is kept private", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("Areatown, NY", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("The exact address is not shown.", page.TextContent, StringComparison.Ordinal);
        Assert.Contains("510-555-0100", page.TextContent, StringComparison.Ordinal);
        Assert.Single((await _site.PageAsync("/organizations?place=new-york")).QuerySelectorAll(".result"));
        Assert.Empty((await _site.PageAsync("/organizations?place=california")).QuerySelectorAll(".result"));
    }

    private async Task<List<string>> PathsAsync()
    {
        var map = XDocument.Parse((await _site.AskAsync("/sitemap.xml")).Text.Trim());
        var pages = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).Where(p => !p.StartsWith("/es", StringComparison.Ordinal));
        var terms = await _site.ReadAsync(db => db.Terms.Select(t => $"/organizations?{t.Vocabulary.Slug}={t.Slug}").ToListAsync(Stop));
        var words = new[] { "group", "name", "free", "safe", "california", "kind" }.Select(w => $"/organizations?q={w}");
        return
        [
            .. pages, .. terms, .. words, "/organizations?sort=fresh", "/organizations?cost=not-stated&kind=not-stated", "/sitemap.xml", "/robots.txt", "/health/live", "/health/ready",
        ];
    }

    private static void AssertSilent(string where, string text, params string[] except) =>
        Assert.All(Markers.Except(except), marker => Assert.False(text.Contains(marker, StringComparison.OrdinalIgnoreCase), $"{where} says {marker}"));

    private static Location Place(string marker, LocationVisibility visibility, string city, string state, string code) => new()
    {
        Id = Ids.Of(marker),
        Name = marker + "name",
        Address1 = $"12 {marker}street",
        Address2 = marker + "street",
        City = city,
        StateProvince = state,
        PostalCode = code,
        Latitude = 12.345678,
        Longitude = 98.765432,
        Description = marker + "text",
        Accessibility = marker + "text",
        Transportation = marker + "text",
        Visibility = visibility,
        Translations = [new("es", "description", marker + "texto"), new("es", "name", marker + "texto")],
    };

    private static void Fill(Organization organization, string marker, Publication publication)
    {
        organization.Publication = publication;
        (organization.Name, organization.Summary, organization.Email) = (marker, marker, marker + "@example.org");
        (organization.AlternateNames, organization.ServiceArea, organization.StatusNote) = ([marker], marker, marker);
        (organization.Services[0].Name, organization.Services[0].Description, organization.Services[0].Crisis) = (marker, marker, 1);
        organization.Translations = [new("es", "summary", marker)];
    }
}
