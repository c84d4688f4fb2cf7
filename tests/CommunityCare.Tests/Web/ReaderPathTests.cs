using System.Net;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Small kindnesses on the way: an address in capitals, a line in one's own language, a page on paper.</summary>
[Collection(ReaderSite.Name)]
public sealed class ReaderPathTests(Walk walk)
{
    [Theory]
    [InlineData("/organizations/PEER-Support-Space", "/organizations/peer-support-space")]
    [InlineData("/es/organizations/Freedge", "/es/organizations/freedge")]
    [InlineData("/care/Mutual-Aid", "/care/mutual-aid")]
    public async Task An_address_in_capitals_leads_on(string typed, string path)
    {
        using var answer = await walk.GetAsync(typed);

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal(path, answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/organizations?q=988", "sms:988")]
    [InlineData("/es/organizations?q=988", "sms:988?body=AYUDA")]
    public async Task A_card_offers_the_text_line_in_the_reader_s_language(string path, string line)
    {
        var card = (await walk.AskAsync(path)).Page.QuerySelector(".result")!;

        Assert.Equal(["tel:988", line], card.QuerySelectorAll(".actions a").Select(a => a.GetAttribute("href")!));
    }

    [Fact]
    public async Task A_printed_page_says_where_it_comes_from_and_whom_to_call()
    {
        var page = (await walk.AskAsync("/organizations/freedge")).Page;

        var foot = page.QuerySelector(".print-foot")!.TextContent;
        Assert.Contains(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href")!, foot, StringComparison.Ordinal);
        Assert.Contains("988", foot, StringComparison.Ordinal);
        using var nowhere = await walk.GetAsync("/nowhere");
        Assert.Null((await nowhere.DocumentAsync()).QuerySelector(".print-foot"));
    }

    [Theory]
    [InlineData("/organizations?q=zzzz")]
    [InlineData("/es/organizations?q=quiero+morir")]
    public async Task Where_nothing_fits_the_crisis_line_comes_first(string path)
    {
        var way = (await walk.AskAsync(path)).Page.QuerySelector(".notice a")!;

        Assert.EndsWith("/crisis", way.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("988", way.TextContent, StringComparison.Ordinal);
    }
}
