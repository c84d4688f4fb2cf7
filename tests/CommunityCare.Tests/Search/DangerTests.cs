using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Search;

/// <summary>Over the curated catalogue: who may be in danger is led to where somebody answers, and others are not.</summary>
public sealed class DangerTests(Site site) : IClassFixture<Site>
{
    [Theory]
    [InlineData("/organizations?q=i+dont+want+to+live+anymore")]
    [InlineData("/organizations?q=better+off+dead+in+portland")]
    [InlineData("/organizations?q=grandmothers+and+weavers+want+to+die")]
    [InlineData("/es/organizations?q=hace+meses+que+me+quiero+matar")]
    public async Task Whatever_else_is_said_the_crisis_line_comes_first(string address)
    {
        var page = await site.PageAsync(address);

        Assert.NotNull(page.QuerySelector("section .notice a[href$='/crisis']"));
        Assert.EndsWith("/988-lifeline", page.QuerySelector(".result h3 a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/organizations?q=live")]
    [InlineData("/organizations?q=housing")]
    [InlineData("/organizations?q=doula")]
    public async Task Everyday_words_are_no_danger(string address)
    {
        var page = await site.PageAsync(address);

        Assert.NotEmpty(page.QuerySelectorAll(".result"));
        Assert.DoesNotContain(page.QuerySelectorAll(".notice a"), a => a.GetAttribute("href")!.EndsWith("/crisis", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("near me")]
    [InlineData("hi")]
    [InlineData("ok")]
    public async Task The_letters_of_a_state_that_are_a_word_name_no_state(string typed)
    {
        var page = await site.PageAsync($"/organizations?q={Uri.EscapeDataString(typed)}");

        Assert.DoesNotContain("place you chose", page.Body!.TextContent, StringComparison.Ordinal);
    }
}
