using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>What is not in the language of its page says so, or a screen reader reads English as if it were Spanish.</summary>
[Collection(ReaderSite.Name)]
public sealed class ContentLanguageTests(Walk walk)
{
    [Fact]
    public async Task English_texts_of_an_organization_are_marked_on_its_Spanish_page()
    {
        var folder = Path.Combine(Repository.Root, "seed-data");
        var complaints = new List<string>();
        foreach (var organization in SeedReader.Read(SeedFolder.Open(folder)).Organizations.Select(r => r.Entry))
        {
            var page = await walk.AskAsync($"/es/organizations/{organization.Slug}");
            complaints.AddRange(Untranslated(organization).SelectMany(text => Unmarked(page.Page, text)).Select(t => $"{page.Path}: {t}"));
        }

        Walk.Complaints(complaints);
    }

    [Fact]
    public async Task A_guide_without_a_Spanish_text_is_shown_in_English_and_marked()
    {
        using var files = new SeedFiles();
        files.Write("care-types/peer-support.es.md", "---\nname: Apoyo entre pares\nsummary: Qué es.\n---\nPrincipio.\n");
        await using var site = await Site.NewAsync(("CommunityCare:SeedData", files.Path));

        var english = await site.PageAsync("/es/care/mutual-aid");
        Assert.Equal("en", english.QuerySelector(".guide")!.GetAttribute("lang"));
        Assert.Equal("en", english.QuerySelector("h1")!.GetAttribute("lang"));
        Assert.Equal("en", english.QuerySelector(".lead")!.GetAttribute("lang"));
        Assert.Contains(Texts.Spanish["Care_EnglishOnly"], english.Body!.TextContent, StringComparison.Ordinal);

        var spanish = await site.PageAsync("/es/care/peer-support");
        Assert.Equal("Apoyo entre pares", spanish.QuerySelector("h1")!.TextContent);
        Assert.Null(spanish.QuerySelector(".guide")!.GetAttribute("lang"));
        Assert.DoesNotContain(Texts.Spanish["Care_EnglishOnly"], spanish.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_and_other_small_texts_in_English_are_marked_too()
    {
        using var files = new SeedFiles();
        files.Organization("small").Replace("organizations/small.md", "    description: People sit together.\n", """
                description: People sit together.
                application_process: Just come.
                fees_description: Pay what you can.
                eligibility_description: Adults only.
                schedules:
                  - byday: MO
                    opens_at: "18:00"
                    closes_at: "20:00"
                    description: Closed in bad weather.

            """);
        await using var site = await Site.NewAsync(("CommunityCare:SeedData", files.Path));

        var page = await site.PageAsync("/es/organizations/small");

        string[] texts = ["People sit together.", "Just come.", "Pay what you can.", "Adults only.", "Closed in bad weather."];
        Assert.All(texts, text => Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal));
        Walk.Complaints(texts.SelectMany(text => Unmarked(page, text)));
    }

    [Fact]
    public Task English_pages_hold_no_Spanish_but_the_way_to_it() => walk.EachPageAsync(page =>
        from element in page.Page.Body!.QuerySelectorAll("[lang]")
        where page.Language == "en" && element.GetAttribute("lang") != "en" && !element.Matches(".site-nav a[hreflang=es]")
        select element.OuterHtml);

    [Fact]
    public Task The_way_to_the_other_language_leads_to_the_same_page_and_names_itself_in_that_language() => walk.EachPageAsync(page =>
    {
        var other = page.Language == "en" ? "es" : "en";
        var link = page.Page.QuerySelector(".site-nav a[hreflang]")!;
        var path = link.GetAttribute("href")!;
        var same = new Answer(path, default, "", "").Language == other
            && walk.AskAsync(path).Result.All(".site-nav a[hreflang]", "href").Single() == Canonical(page.Path);
        return link.GetAttribute("lang") == other && link.GetAttribute("hreflang") == other && same ? [] : [link.OuterHtml];
    });

    private static string Canonical(string path) => path.Replace("?sort=best", "", StringComparison.Ordinal);

    private static IEnumerable<string> Untranslated(Organization organization)
    {
        if (!Has(organization.Translations, "summary"))
        {
            // Markdown is rendered on the way: a sentence without marks stands for the rest. "St." is none.
            yield return organization.Summary.Split("\n\n")[0].Split(". ").First(sentence => sentence.Length > 10);
        }

        foreach (var service in organization.Services)
        {
            foreach (var (field, text) in new[]
            {
                ("name", service.Name), ("description", service.Description), ("application_process", service.ApplicationProcess),
                ("fees_description", service.FeesDescription), ("eligibility_description", service.EligibilityDescription),
            })
            {
                // A name is the same in every language, and a service may be called like its organization.
                if (text is not null && !Has(service.Translations, field) && !organization.AlternateNames.Append(organization.Name).Any(name => name.Contains(text, StringComparison.Ordinal)))
                {
                    yield return text;
                }
            }
        }
    }

    private static bool Has(List<Translation> translations, string field) => translations.Exists(t => t.Language == "es" && t.Field == field);

    private static IEnumerable<string> Unmarked(IDocument page, string text) =>
        from node in page.Body!.Descendants<IText>()
        where node.ParentElement is { LocalName: not "script" } && node.Text.Contains(text, StringComparison.Ordinal)
        where node.ParentElement!.Closest("[lang]")?.GetAttribute("lang") != "en"
        select $"not marked as English: {text}";
}
