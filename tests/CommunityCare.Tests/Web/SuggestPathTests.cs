using System.Net;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>The suggestions of the catalogue that ships, and the search box that shows them.</summary>
[Collection(ReaderSite.Name)]
public sealed class SuggestPathTests(Walk walk)
{
    private static readonly string[] Typed =
        ["he", "peer", "doula", "partera", "pa", "hawaii", "CA", "free", "gratis", "espa", "BIPOC", "warm", "linea", "trans", "freedom store", "988", "la", "com", "re", "st"];

    [Fact]
    public async Task Every_suggestion_leads_to_a_page_of_its_language_that_is_not_empty()
    {
        var complaints = new List<string>();
        foreach (var language in new[] { "", "/es" })
        {
            foreach (var typed in Typed)
            {
                var found = Suggesting.Read((await walk.AskAsync(Suggesting.Path(typed, language))).Text);
                Assert.InRange(found.Count, 1, 8);
                foreach (var suggestion in found)
                {
                    var page = await walk.AskAsync(suggestion.Href);
                    var isEmpty = suggestion.Href.Contains('?', StringComparison.Ordinal) && page.Page.QuerySelector(".result") is null;
                    if (page.Status != HttpStatusCode.OK || isEmpty || !suggestion.Href.StartsWith(language + "/", StringComparison.Ordinal))
                    {
                        complaints.Add($"{language} {typed}: {suggestion} answers {page.Status}");
                    }
                }
            }
        }

        Walk.Complaints(complaints);
    }

    [Theory]
    [InlineData("partera", "/care/doulas-midwives")]
    [InlineData("doulas y pa", "/care/doulas-midwives")]
    [InlineData("hawaii", "/organizations?place=hawaii")]
    [InlineData("TX", "/organizations?place=texas")]
    [InlineData("homies emp", "/organizations/homies-empowerment-freedom-store")]
    [InlineData("trevor", "/organizations/trevor-project")]
    public async Task What_people_type_leads_where_they_mean(string typed, string href)
    {
        foreach (var language in new[] { "", "/es" })
        {
            Assert.Equal(language + href, Suggesting.Read((await walk.AskAsync(Suggesting.Path(typed, language))).Text)[0].Href);
        }
    }

    [Theory]
    [InlineData("/", "/suggest", "Suggestions")]
    [InlineData("/es", "/es/suggest", "Sugerencias")]
    [InlineData("/organizations?q=care", "/suggest", "Suggestions")]
    [InlineData("/es/organizations?cost=free", "/es/suggest", "Sugerencias")]
    [InlineData("/nowhere", "/suggest", "Suggestions")]
    public async Task The_search_box_is_a_plain_form_and_has_room_for_suggestions(string path, string from, string label)
    {
        var box = (await walk.AskAsync(path)).Page.QuerySelector("form[role=search]")!;
        var (field, list) = (box.QuerySelector("input[name=q]")!, box.QuerySelector("ul[role=listbox]")!);

        Assert.Equal("get", box.GetAttribute("method"));
        Assert.Equal("off", field.GetAttribute("autocomplete"));

        // Without the script nobody is told of a list that never opens.
        Assert.All(field.Attributes, a => Assert.False(a.Name == "role" || a.Name.StartsWith("aria-", StringComparison.Ordinal), a.Name));
        Assert.True(list.HasAttribute("hidden"));
        Assert.Empty(list.Children);
        Assert.Equal((from, label), (list.GetAttribute("data-from"), list.GetAttribute("aria-label")));
        Assert.Equal("", box.QuerySelector("[role=status]")!.TextContent);
        Assert.Contains(box.QuerySelectorAll("script[type=module]"), s => s.GetAttribute("src")!.StartsWith("/js/suggest.", StringComparison.Ordinal));
    }
}
