using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web;

/// <summary>What a reader of Spanish sees of an entry that is translated in part.</summary>
public sealed class SpanishReaderTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task A_translated_name_is_the_title_and_the_English_one_stands_below_it()
    {
        await LineAsync();

        foreach (var (path, title) in new[] { ("/es/organizations/line", "h1"), ("/es/organizations", ".result h3") })
        {
            var page = await _site.PageAsync(path);
            Assert.Equal("Línea de la Esperanza", Words(page.QuerySelector(title)!));
            var english = Assert.Single(page.QuerySelectorAll(".english-name"));
            Assert.Equal(("Hope Line", "en"), (Words(english), english.GetAttribute("lang")));
        }

        Assert.StartsWith("Línea de la Esperanza", (await _site.PageAsync("/es/organizations/line")).Title, StringComparison.Ordinal);
        Assert.EndsWith(": Línea de la Esperanza", Words((await _site.PageAsync("/es/organizations")).QuerySelector(".actions a")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task English_pages_show_the_English_name_alone()
    {
        await LineAsync();

        foreach (var (path, title) in new[] { ("/organizations/line", "h1"), ("/organizations", ".result h3") })
        {
            var page = await _site.PageAsync(path);
            Assert.Equal("Hope Line", Words(page.QuerySelector(title)!));
            Assert.DoesNotContain("Esperanza", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("hope+line")]
    [InlineData("linea+de+la+esperanza")]
    public async Task Both_names_find_it_in_both_languages_even_when_it_has_closed(string words)
    {
        await LineAsync(o => o.Status = OrganizationStatus.Closed);

        foreach (var language in new[] { "", "/es" })
        {
            var page = await _site.PageAsync($"{language}/organizations?q={words}");
            Assert.Equal($"{language}/organizations/line", Assert.Single(page.QuerySelectorAll(".result h3 a")).GetAttribute("href"));
        }
    }

    [Fact]
    public async Task A_card_whose_text_is_English_says_so_on_Spanish_pages_alone()
    {
        await LineAsync();
        await _site.AddAsync("english");

        var cards = (await _site.PageAsync("/es/organizations")).QuerySelectorAll(".result");
        Assert.Equal(
            ["Línea de la Esperanza: ", "Name of english: Solo en inglés"],
            cards.Select(c => $"{Words(c.QuerySelector("h3")!)}: {(c.QuerySelector(".only-english") is { } mark ? Words(mark) : "")}").Order(StringComparer.Ordinal));
        Assert.All(cards.SelectMany(c => c.QuerySelectorAll(".only-english")), mark => Assert.Null(mark.Closest("[lang=en]")));
        Assert.Empty((await _site.PageAsync("/organizations")).QuerySelectorAll(".only-english"));
    }

    [Fact]
    public async Task The_label_of_another_website_is_translated_or_marked_as_English()
    {
        await LineAsync(o => o.AdditionalWebsites =
        [
            new() { Url = "https://chat.example.org", Label = "Chat", Translations = [new("es", "label", "Chatee aquí")] },
            new() { Url = "https://more.example.org", Label = "More" },
        ]);

        var page = await _site.PageAsync("/es/organizations/line");
        string? Lang(string url) => page.QuerySelector($".step[href='{url}'] strong")!.GetAttribute("lang");
        Assert.Equal("Chatee aquí", Words(page.QuerySelector(".step[href='https://chat.example.org'] strong")!));
        Assert.Equal((null, "en"), (Lang("https://chat.example.org"), Lang("https://more.example.org")));
    }

    private Task LineAsync(Action<Organization>? change = null) => _site.AddAsync("line", "", o =>
    {
        o.Name = "Hope Line";
        o.Translations = [new("es", "name", "Línea de la Esperanza"), new("es", "summary", "Escuchamos.")];
        change?.Invoke(o);
    });
}
