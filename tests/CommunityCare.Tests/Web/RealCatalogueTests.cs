using System.Xml.Linq;
using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web;

/// <summary>What a person expects to find in the curated files is found by the words they would use.</summary>
public sealed class RealCatalogueTests(Site site) : IClassFixture<Site>
{
    /// <param name="words">What is typed.</param>
    /// <param name="slug">What is meant.</param>
    /// <param name="after">Why it stands below others that hold the words.</param>
    [Theory]
    [InlineData("Fireweed Collective", "fireweed-collective")]
    [InlineData("Peer Support Space", "peer-support-space", "nobody can reach it yet")]
    [InlineData("Free African Society", "free-african-society", "it belongs to the past")]
    [InlineData("Black Panther Party", "black-panther-party-survival-programs")]
    [InlineData("the Okra Project", "the-okra-project")]
    [InlineData("Homies Empowerment FREEdom Store", "homies-empowerment-freedom-store")]
    [InlineData("Freedge", "freedge")]
    [InlineData("BEAM Collective", "beam-collective")]
    [InlineData("La Cura podcast", "la-cura-podcast")]
    [InlineData("Project South", "project-south")]
    [InlineData("Kindred Southern Healing Justice Collective", "kindred-southern-healing-justice-collective")]
    [InlineData("Sista Midwife Productions", "sista-midwife-productions")]
    [InlineData("Asian Birth Collective", "asian-birth-collective")]
    [InlineData("Center for Indigenous Midwifery", "center-for-indigenous-midwifery")]
    [InlineData("La Luna Doula", "la-luna-doula")]
    [InlineData("National Black Doulas Association", "national-black-doulas-association")]
    [InlineData("National Association of Certified Professional Midwives", "nacpm")]
    [InlineData("988", "988-lifeline")]
    public async Task It_is_found_by_its_name_and_opens(string words, string slug, string? after = null)
    {
        foreach (var language in new[] { "", "/es" })
        {
            var list = await site.PageAsync($"{language}/organizations?q={Uri.EscapeDataString(words)}");
            var results = list.QuerySelectorAll(".result").ToList();
            var found = results.FindIndex(r => r.QuerySelector("h3 a")!.GetAttribute("href") == $"{language}/organizations/{slug}");

            Assert.InRange(found, 0, after is null ? 0 : results.Count - 1);
            var link = results[found].QuerySelector("h3 a")!;
            Assert.Equal(Words(link), Words((await site.PageAsync(link.GetAttribute("href")!)).QuerySelector("h1")!));
        }
    }

    [Fact]
    public async Task Every_organization_and_every_guide_opens_in_both_languages()
    {
        using var answer = await site.GetAsync("/sitemap.xml");
        var map = XDocument.Parse(await answer.TextAsync());
        var paths = map.Descendants().Where(e => e.Name.LocalName == "loc").Select(e => new Uri(e.Value).AbsolutePath).ToList();

        Assert.True(paths.Count > 50, $"{paths.Count} paths");
        foreach (var path in paths)
        {
            Assert.NotEmpty((await site.PageAsync(path)).QuerySelectorAll("h1"));
        }
    }

    [Theory]
    [InlineData("/care/peer-support")]
    [InlineData("/care/community-health-workers")]
    [InlineData("/care/mutual-aid")]
    [InlineData("/care/healing-circles")]
    [InlineData("/care/healing-justice")]
    [InlineData("/care/doulas-midwives")]
    public async Task Each_guide_lists_its_headings(string path)
    {
        foreach (var language in new[] { "", "/es" })
        {
            var page = await site.PageAsync(language + path);
            Assert.Equal(page.QuerySelectorAll(".guide h2").Select(h => "#" + h.Id + Words(h)), page.QuerySelectorAll(".contents li a").SkipLast(1).Select(a => a.GetAttribute("href") + Words(a)));
            Assert.InRange(page.QuerySelectorAll(".guide h2").Length, 5, 20);
        }
    }

    [Fact]
    public async Task The_988_line_stands_first_among_the_crisis_lines() =>
        Assert.Equal("/organizations/988-lifeline", (await site.PageAsync("/crisis")).QuerySelector(".result h3 a")!.GetAttribute("href"));

    [Theory]
    [InlineData("lines", "988-lifeline veterans-crisis-line crisis-text-line trevor-project stronghearts-native-helpline national-domestic-violence-hotline "
        + "national-maternal-mental-health-hotline deaflead trans-lifeline blackline racial-equity-support-line samhsa-national-helpline healing-and-justice-center-miami")]
    [InlineData("warm-lines", "nami postpartum-support-international promise-resource-network youthline mental-health-association-of-san-francisco wildflower-alliance lgbt-national-help-center vets4warriors")]
    public async Task The_crisis_page_lists_the_lines_that_people_look_for(string part, string slugs)
    {
        foreach (var language in new[] { "", "/es" })
        {
            var shown = (await site.PageAsync(language + "/crisis")).QuerySelectorAll($"section[aria-labelledby={part}] .result").Select(l => l.Id).ToList();
            Assert.Equal(slugs.Split(' '), shown.Intersect(slugs.Split(' ')));
        }
    }

    [Theory]
    [InlineData("Línea Nacional contra la Violencia Doméstica", "national-domestic-violence-hotline")]
    [InlineData("National Domestic Violence Hotline", "national-domestic-violence-hotline")]
    [InlineData("Línea de Crisis para Veteranos", "veterans-crisis-line")]
    public async Task A_line_is_found_first_by_either_of_its_names(string words, string slug)
    {
        foreach (var language in new[] { "", "/es" })
        {
            var list = await site.PageAsync($"{language}/organizations?q={Uri.EscapeDataString(words)}");
            Assert.Equal($"{language}/organizations/{slug}", list.QuerySelector(".result h3 a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Every_word_of_the_curated_vocabularies_leads_to_somebody_or_is_not_offered()
    {
        var curated = SeedReader.Read(SeedFolder.Open(Path.Combine(Repository.Root, "seed-data")));
        var words = curated.Vocabularies.SelectMany(v => v.Entry.Terms.Select(t => (Vocabulary: v.Entry.Slug, t.Slug)))
            .Concat(curated.CareTypes.Select(c => (Vocabulary: Vocabulary.Kind, c.Entry.Slug))).ToList();
        Assert.True(words.Count > 100, $"{words.Count} words");
        foreach (var language in new[] { "", "/es" })
        {
            var offered = (await site.PageAsync($"{language}/organizations")).QuerySelectorAll(".facet a").Select(a => a.GetAttribute("href")).ToHashSet();
            foreach (var (vocabulary, slug) in words)
            {
                var path = $"{language}/organizations?{vocabulary}={slug}";
                Assert.True(!offered.Contains(path) || (await site.PageAsync(path)).QuerySelectorAll(".result").Length > 0, path);
            }
        }
    }

    [Theory]
    [InlineData("/care/peer-support")]
    [InlineData("/care/doulas-midwives")]
    [InlineData("/organizations?place=wyoming")]
    [InlineData("/organizations?cost=free&language=spanish")]
    [InlineData("/es/organizations?q=partera")]
    public async Task Whatever_is_offered_beside_a_choice_leads_to_somebody(string path)
    {
        var offered = (await site.PageAsync(path)).QuerySelectorAll(".facet a").ToList();

        Assert.NotEmpty(offered);
        foreach (var link in offered)
        {
            var count = int.Parse(link.QuerySelector(".count")!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            var results = (await site.PageAsync(link.GetAttribute("href")!)).QuerySelectorAll(".result").Length;
            Assert.True(link.HasAttribute("aria-current") || (count > 0 && results > 0), $"{link.GetAttribute("href")}: {count}, {results}");
        }
    }

    [Fact]
    public async Task Every_state_has_somebody_of_its_own()
    {
        var places = SeedReader.Read(SeedFolder.Open(Path.Combine(Repository.Root, "seed-data"))).Vocabularies.Single(v => v.Entry.Slug == Vocabulary.Place).Entry.Terms;
        string[] territories = ["guam", "us-virgin-islands", "american-samoa", "northern-mariana-islands"];
        var offered = (await site.PageAsync("/organizations")).QuerySelectorAll(".facet a").Select(a => a.GetAttribute("href")).ToHashSet();

        Assert.DoesNotContain(places.Select(p => p.Slug).Except(territories), slug => !offered.Contains($"/organizations?place={slug}"));
    }
}
