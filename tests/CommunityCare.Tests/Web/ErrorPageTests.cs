using System.Net;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Whoever ends up where nothing is gets a page that leads on, in their language, with the status that it is.</summary>
[Collection(ReaderSite.Name)]
public sealed class ErrorPageTests(Walk walk)
{
    [Theory]
    [InlineData("/nowhere", "en")]
    [InlineData("/es/nowhere", "es")]
    [InlineData("/ES", "en")]
    [InlineData("/ES/care", "en")]
    [InlineData("/es-US/care", "en")]
    [InlineData("/español", "en")]
    [InlineData("/es/es", "es")]
    [InlineData("/es/es/care", "es")]
    [InlineData("/en", "en")]
    [InlineData("/care/nothing", "en")]
    [InlineData("/es/care/nothing", "es")]
    [InlineData("/organizations/nobody", "en")]
    [InlineData("/es/organizations/nobody", "es")]
    [InlineData("/organizations?page=9999", "en")]
    [InlineData("/es/organizations?page=9999", "es")]
    [InlineData("/status/404", "en")]
    [InlineData("/es/status/500", "es")]
    [InlineData("/status/200", "en")]
    [InlineData("/status/99999", "en")]
    [InlineData("/Shared/_Layout", "en")]
    [InlineData("/appsettings.json", "en")]
    [InlineData("/.env", "en")]
    public async Task What_is_not_there_is_told_in_the_language_of_its_address(string path, string language)
    {
        using var answer = await walk.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await IsHelpfulAsync(answer, language, "NotFound");
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("BREW")]
    public async Task Reader_pages_only_answer_to_reading(string method)
    {
        foreach (var path in new[] { "/", "/es", "/care", "/es/care/mutual-aid", "/organizations", "/organizations/988-lifeline", "/crisis", "/es/about", "/privacy" })
        {
            using var answer = await walk.SendAsync(new HttpMethod(method), path);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Contains("GET", answer.Content.Headers.Allow);
            await IsHelpfulAsync(answer, path.StartsWith("/es", StringComparison.Ordinal) ? "es" : "en", "Method");
        }
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task An_error_page_cannot_be_asked_for(string method)
    {
        using var answer = await walk.SendAsync(new HttpMethod(method), "/status/405");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/care/mutual-aid", "en")]
    [InlineData("/es/organizations/988-lifeline", "es")]
    public async Task A_failure_says_sorry_in_the_reader_s_language_and_tells_nothing_of_itself(string path, string language)
    {
        await using var broken = await Site.NewAsync();
        broken.BreakDatabase();

        using var answer = await broken.GetAsync(path);

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        await IsHelpfulAsync(answer, language, "Error");
        Assert.DoesNotContain("Sqlite", await answer.AllAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("no such table", await answer.AllAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_that_need_no_database_go_on_without_it()
    {
        await using var broken = await Site.NewAsync();
        broken.BreakDatabase();

        foreach (var path in new[] { "/about", "/es/privacy", "/accessibility", "/health/live", "/site.css" })
        {
            using var answer = await broken.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private static async Task IsHelpfulAsync(HttpResponseMessage answer, string language, string key)
    {
        Assert.Equal("text/html; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        var page = await answer.DocumentAsync();
        var texts = language == "es" ? Texts.Spanish : Texts.English;
        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(texts[key + "_Title"], Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Contains(texts[key + "_Help"], page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Null(page.QuerySelector("link[rel=canonical]"));
        var ways = page.QuerySelectorAll("main .ways a").Select(a => a.GetAttribute("href")).ToList();
        var prefix = language == "es" ? "/es" : "";
        Assert.Equal([language == "es" ? "/es" : "/", $"{prefix}/care", $"{prefix}/organizations", $"{prefix}/crisis"], ways);
    }
}
