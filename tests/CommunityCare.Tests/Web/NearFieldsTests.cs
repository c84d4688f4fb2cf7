using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityCare.Gazetteer;
using CommunityCare.Pages;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Web;

/// <summary>The fields that ask where somebody is: <c>_Near.cshtml</c>.</summary>
[Collection(ReaderSite.Name)]
public sealed class NearFieldsTests(Walk walk)
{
    [Fact]
    public async Task The_fields_are_labeled_and_hold_what_was_asked_for()
    {
        var part = await ShowAsync("97201", 50);

        var field = part.QuerySelector<IHtmlInputElement>("input[name=near]")!;
        Assert.Equal("97201", field.Value);
        Assert.Equal("postal-code", field.Autocomplete);
        Assert.Equal(Geocoder.TypedLength, field.MaxLength);
        Assert.Null(field.GetAttribute("aria-invalid"));
        Assert.Equal("ZIP code or city", part.QuerySelector($"label[for={field.Id}]")!.TextContent);
        Assert.NotNull(part.GetElementById(field.GetAttribute("aria-describedby")!));

        var within = part.QuerySelector<IHtmlSelectElement>("select[name=within]")!;
        Assert.Equal("50", within.Value);
        Assert.Equal(["5 miles", "10 miles", "25 miles", "50 miles", "100 miles"], within.Options.Select(o => o.Text));
        Assert.Equal("Within", part.QuerySelector($"label[for={within.Id}]")!.TextContent);
        Assert.Empty(part.QuerySelectorAll(".near-problem"));
    }

    [Fact]
    public async Task A_place_that_is_not_known_is_said_so_and_the_likely_ones_are_a_link_away()
    {
        var part = await ShowAsync("Portlnd <b>", 10);

        var field = part.QuerySelector("input[name=near]")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.Contains("“Portlnd <b>”", part.GetElementById(field.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        var first = part.QuerySelector(".near-problem a")!;
        Assert.Equal("Portland, OR", first.TextContent);
        Assert.Equal("/list?near=Portland, OR", first.GetAttribute("href"));
    }

    [Fact]
    public async Task A_whole_state_is_said_to_be_one_and_everyone_in_it_is_a_link_away()
    {
        var near = await AskAsync("Oregon", 25);
        Assert.Equal("OR", near.WholeState);

        var with = await walk.PartialAsync("/Pages/Shared/_Near.cshtml", near with { WholeStateHref = "/list?place=oregon" });
        var without = await walk.PartialAsync("/Pages/Shared/_Near.cshtml", near);

        Assert.Contains("“Oregon” is a whole state", with.QuerySelector("#near-problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/list?place=oregon", with.QuerySelectorAll(".near-problem a").Single().GetAttribute("href"));
        Assert.Empty(without.QuerySelectorAll(".near-problem a"));
    }

    [Fact]
    public async Task The_button_is_for_those_with_a_script_and_has_a_sentence_for_each_end()
    {
        var english = await ShowAsync("", Radius.Default);
        var spanish = await ShowAsync("", Radius.Default, "es");

        var tools = english.QuerySelector<IHtmlElement>("#near-me")!;
        Assert.True(tools.IsHidden);
        Assert.Equal("button", tools.QuerySelector("button")!.GetAttribute("type"));
        Assert.Equal("/zip-codes.txt", tools.GetAttribute("data-list"));
        Assert.Equal("status", english.GetElementById("near-said")!.GetAttribute("role"));
        Assert.Empty(english.GetElementById("near-said")!.TextContent);
        foreach (var end in new[] { "asking", "found", "refused", "lost", "late", "far", "failed" })
        {
            var (said, dicho) = (english.GetElementById("near-said")!.GetAttribute("data-" + end), spanish.GetElementById("near-said")!.GetAttribute("data-" + end));
            Assert.False(string.IsNullOrWhiteSpace(said), end);
            Assert.False(string.IsNullOrWhiteSpace(dicho), end);
            Assert.NotEqual(said, dicho);
            Assert.Equal(end == "found", said!.Contains("{0}", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_script_sends_no_place_and_keeps_none()
    {
        var script = File.ReadAllText(Path.Combine(Repository.Root, "src", "CommunityCare", "wwwroot", "js", "near.js"));

        // The one request that it makes is for the list, and no part of it comes from the device.
        Assert.Equal(2, script.Split("fetch(").Length);
        Assert.Contains("fetch(tools.dataset.list)", script, StringComparison.Ordinal);
        foreach (var way in new[] { "localStorage", "sessionStorage", "cookie", "indexedDB", "caches", "sendBeacon", "XMLHttpRequest", "WebSocket", "location.", "history.", "submit", "watchPosition" })
        {
            Assert.DoesNotContain(way, script.Replace("geolocation.", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<NearModel> AskAsync(string typed, int within)
    {
        await using var scope = walk.Services.CreateAsyncScope();
        return await NearModel.AskAsync(
            scope.ServiceProvider.GetRequiredService<Geocoder>(), typed, within, near => "/list?near=" + near, TestContext.Current.CancellationToken);
    }

    private async Task<IHtmlDocument> ShowAsync(string typed, int within, string language = "en") =>
        await walk.PartialAsync("/Pages/Shared/_Near.cshtml", await AskAsync(typed, within), language);
}
