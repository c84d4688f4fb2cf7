using System.Net;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Admin;

/// <summary>What holds for a while is shown until its day, and then somebody is asked.</summary>
public sealed class NoticeTests : IAsyncLifetime
{
    private static readonly string Page = $"/admin/organizations/{Ids.Of("care")}/notice";

    private readonly SmallSite _site = new();
    private SignedIn _ana = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _site.AddAsync("care", "", o => o.Services[0].Crisis = 10);
        _ana = await SignedIn.AsEditorAsync(_site);
    }

    public async ValueTask DisposeAsync()
    {
        _ana.Dispose();
        await _site.DisposeAsync();
    }

    [Fact]
    public async Task It_stands_on_the_entry_the_card_and_the_crisis_page_until_its_last_day_has_passed()
    {
        using var put = await SendAsync(("Notice", " Closed for\r\nthe <b>holidays</b> "), ("Spanish", "Cerrado por las fiestas"), ("Until", "2026-11-24"));
        Assert.Equal(HttpStatusCode.Redirect, put.StatusCode);

        foreach (var day in new[] { 22, 23, 24 })
        {
            _site.Clock.Now = new(2026, 11, day, 23, 59, 59, TimeSpan.Zero);
            foreach (var path in new[] { "/organizations/care", "/organizations", "/crisis" })
            {
                Assert.Equal("Closed for the <b>holidays</b> · until November 24, 2026", Words((await _site.PageAsync(path)).QuerySelector(".entry-notice")!));
                Assert.Equal("Cerrado por las fiestas · hasta el 24 de noviembre de 2026", Words((await _site.PageAsync("/es" + path)).QuerySelector(".entry-notice")!));
            }
        }

        // The kept pages of the day before are not shown any more.
        _site.Clock.Now = _site.Clock.Now.AddSeconds(1);
        foreach (var path in new[] { "/organizations/care", "/es/organizations", "/crisis" })
        {
            Assert.Null((await _site.PageAsync(path)).QuerySelector(".entry-notice"));
        }
    }

    [Fact]
    public async Task After_its_day_it_asks_again_and_can_be_extended_or_taken_down()
    {
        (await SendAsync(("Notice", "Full"), ("Spanish", "Sin cupo"), ("Until", "2026-11-22"))).Dispose();
        Assert.Empty(await OverdueAsync());

        _site.Clock.Now = _site.Clock.Now.AddDays(1);
        using var browser = await SignedIn.AsEditorAsync(_site, "Rosa Editor");
        Assert.Equal(["care"], await OverdueAsync());
        var page = await browser.PageAsync(Page);
        Assert.Contains("Does it still hold?", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Full", page.QuerySelector("#Notice")!.GetAttribute("value"));

        (await browser.SendFormAsync(Page, page, ("Notice", "Full"), ("Spanish", "Sin cupo"), ("Until", "2026-12-24"))).Dispose();
        Assert.Empty(await OverdueAsync());
        Assert.NotNull((await _site.PageAsync("/organizations/care")).QuerySelector(".entry-notice"));

        (await browser.SendFormAsync(Page, await browser.PageAsync(Page), ("Notice", "Full"), ("Until", "2026-12-24"), ("Remove", "yes"))).Dispose();
        Assert.Null((await _site.PageAsync("/organizations/care")).QuerySelector(".entry-notice"));
        var saved = await SavedAsync();
        Assert.Equal((null, null, 0), (saved.Notice, saved.NoticeUntil, saved.Translations.Count));
    }

    [Theory]
    [InlineData("", "2026-12-24", "Notice")]
    [InlineData("Full", "", "Until")]
    [InlineData("Full", "2026-11-21", "Until")]
    [InlineData("Full", "2027-11-23", "Until")]
    [InlineData("Full", "tomorrow", "Until")]
    [InlineData("Full", "0000-99-99", "Until")]
    public async Task What_is_missing_or_does_not_fit_is_told_beside_the_field_and_nothing_is_lost(string notice, string until, string field)
    {
        using var answer = await SendAsync(("Notice", notice), ("Spanish", "Sin cupo"), ("Until", until), ("Why", "they told us"));
        var page = await answer.DocumentAsync();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("true", page.QuerySelector("#" + field)!.GetAttribute("aria-invalid"));
        Assert.Equal($"#{field}", Assert.Single(page.QuerySelectorAll("[role=alert] a")).GetAttribute("href"));
        Assert.Equal(["Sin cupo", until], new[] { "#Spanish", "#Until" }.Select(id => page.QuerySelector(id)!.GetAttribute("value") ?? ""));
        Assert.Equal("they told us", page.QuerySelector("#Why")!.TextContent.Trim());
        Assert.Null((await SavedAsync()).Notice);
    }

    [Fact]
    public async Task A_notice_is_at_most_so_long_in_each_language()
    {
        using var answer = await SendAsync(("Notice", new('a', 301)), ("Spanish", new('b', 301)), ("Until", "2026-12-24"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(2, (await answer.DocumentAsync()).QuerySelectorAll(".field .error").Length);

        using var longest = await SendAsync(("Notice", new('a', 300)), ("Spanish", new('b', 300)), ("Until", "2027-11-22"));
        Assert.Equal(HttpStatusCode.Redirect, longest.StatusCode);
    }

    private async Task<HttpResponseMessage> SendAsync(params (string Name, string Value)[] fields) =>
        await _ana.SendFormAsync(Page, await _ana.PageAsync(Page), fields);

    private Task<List<string>> OverdueAsync() => _site.ReadAsync(db =>
        db.Organizations.NoticesOverdue(DateOnly.FromDateTime(_site.Clock.Now.UtcDateTime)).Select(o => o.Slug).ToListAsync(Stop));

    private Task<Organization> SavedAsync() => _site.ReadAsync(db => db.Organizations.AsNoTracking().SingleAsync(o => o.Slug == "care", Stop));
}
