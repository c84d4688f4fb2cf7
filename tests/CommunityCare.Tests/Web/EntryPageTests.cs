using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web;

/// <summary>The page of one organization, of one kind of care, and the one for a crisis.</summary>
public sealed class EntryPageTests : IAsyncLifetime
{
    private readonly SmallSite _site = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Who_cannot_be_reached_says_so_first_with_city_and_sources()
    {
        await _site.AddAsync("silent", "kind=mutual-aid", o =>
        {
            (o.Website, o.Locations, o.Sources) = (null, [new() { Id = Ids.Of("l"), City = "Oakland", StateProvince = "CA" }], ["https://news.example.org/about"]);
        });
        await _site.AddAsync("nothing", "", o => o.Website = null);

        var notice = (await _site.PageAsync("/organizations/silent")).QuerySelector(".entry-head")!.NextElementSibling!;
        Assert.Equal("We could not confirm any way to reach them.", Words(notice.QuerySelector("h2")!));
        Assert.Equal(["We read that they are in Oakland, CA.", "The pages below are where we read about them. They may lead you further."], notice.QuerySelectorAll("p").Select(Words));
        Assert.Equal("https://news.example.org/about", Assert.Single(notice.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.Single((await _site.PageAsync("/organizations/silent")).QuerySelectorAll("a[href='https://news.example.org/about']"));
        Assert.Contains("found no page of theirs", (await _site.PageAsync("/organizations/nothing")).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(OrganizationStatus.Active, null, "What they offer")]
    [InlineData(OrganizationStatus.Unknown, "We could not confirm that this group is active. They moved.", "What they offer")]
    [InlineData(OrganizationStatus.Closed, "This group has closed. They moved. See groups that can help today", "What they did")]
    [InlineData(OrganizationStatus.Historical, "This group is part of history. It is no longer active. They moved. See groups that can help today", "What they did")]
    public async Task The_status_is_said_first(OrganizationStatus status, string? notice, string services)
    {
        await _site.AddAsync("care", "kind=mutual-aid", o => (o.Status, o.StatusNote) = (status, "They moved."));

        var page = await _site.PageAsync("/organizations/care");
        Assert.Equal(notice, page.QuerySelector(".entry-head + .notice") is { } said ? Words(said) : null);
        Assert.Equal(services, Words(page.QuerySelector("#offer")!));
        Assert.Equal(status is OrganizationStatus.Active or OrganizationStatus.Unknown, page.QuerySelector(".next-step") is not null);
        if (page.QuerySelector(".notice a") is { } others)
        {
            Assert.Equal("/organizations?kind=mutual-aid", others.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task What_is_in_English_alone_is_marked_on_Spanish_pages()
    {
        await _site.AddAsync("english", "cost=free");
        await _site.AddAsync("both", "", o => o.Translations.Add(new("es", "summary", "Nos sentamos.")));

        var english = await _site.PageAsync("/es/organizations/english");
        Assert.Equal("en", english.QuerySelector(".entry-summary")!.GetAttribute("lang"));
        Assert.Contains("Solo en inglés", english.QuerySelectorAll("main p.small").Select(Words));
        Assert.Equal("en", english.QuerySelector(".service h3 span")!.GetAttribute("lang"));
        var both = await _site.PageAsync("/es/organizations/both");
        Assert.Null(both.QuerySelector(".entry-summary")!.GetAttribute("lang"));
        Assert.Equal("Nos sentamos.", Words(both.QuerySelector(".entry-summary")!));
        Assert.DoesNotContain("Solo en inglés", both.QuerySelectorAll("main p.small").Select(Words));
        var list = await _site.PageAsync("/es/organizations");
        Assert.Equal([null, "en"], list.QuerySelectorAll("dl.answers dd:first-of-type span").Select(d => d.GetAttribute("lang")));
        Assert.Empty((await _site.PageAsync("/organizations/english")).QuerySelectorAll("main [lang]"));
    }

    [Fact]
    public async Task An_old_address_leads_to_the_new_one_in_both_languages()
    {
        await _site.AddAsync("old-name");
        await _site.WriteAsync(async write =>
        {
            var organization = (await write.FindOrganizationAsync(Ids.Of("old-name")))!;
            organization.Slug = "new-name";
            await write.SaveAsync(organization);
        });

        Assert.Equal("/organizations/new-name", (await _site.AskAsync("/organizations/old-name")).Text.Trim());
        Assert.Equal("/es/organizations/new-name", (await _site.AskAsync("/es/organizations/old-name")).Text.Trim());
    }

    [Fact]
    public async Task A_guide_lists_its_headings()
    {
        await _site.WriteAsync(async write =>
        {
            var kind = (await write.FindCareTypeAsync(Ids.Of("mutual-aid")))!;
            kind.Guide = "# What it is\n\nText.\n\n## Part\n\n# Q&amp;A with `code`\n\n# What it is\n\n# What <b>it</b> *costs*";
            await write.SaveAsync(kind);
        });

        var page = await _site.PageAsync("/care/mutual-aid");
        var headings = page.QuerySelectorAll(".guide h2").Select(h => $"#{h.Id} {Words(h)}").ToList();
        Assert.Equal(4, headings.Count);
        Assert.Equal([.. headings, "#organizations Organizations of this kind"], page.QuerySelectorAll(".contents li a").Select(a => $"{a.GetAttribute("href")} {Words(a)}"));
        Assert.All(page.QuerySelectorAll(".contents a"), a => Assert.Single(page.QuerySelectorAll("[id]"), e => "#" + e.Id == a.GetAttribute("href")));
    }

    [Fact]
    public async Task In_a_crisis_988_and_911_stand_first_and_then_the_lines_of_the_directory()
    {
        await _site.AddAsync("second", "", o => o.Services[0].Crisis = 2);
        await _site.AddAsync("first", "", o => o.Services = [Samples.Service("plain"), new() { Id = Ids.Of("line"), Name = "Line", Crisis = 1 }]);
        await _site.AddAsync("no-line");
        await _site.AddAsync("closed-line", "", o => (o.Status, o.Services[0].Crisis) = (OrganizationStatus.Closed, 1));
        await _site.AddAsync("draft-line", "", o => (o.Publication, o.Services[0].Crisis) = (Publication.Draft, 1));

        foreach (var (language, text) in new[] { ("", "sms:988"), ("/es", "sms:988?body=AYUDA") })
        {
            var page = await _site.PageAsync(language + "/crisis");
            Assert.Equal(["tel:988", text, "tel:911"], page.QuerySelectorAll("main a").Take(3).Select(a => a.GetAttribute("href")));
            Assert.Equal(["Name of first", "Name of second"], page.QuerySelectorAll(".result h3").Select(Words));
        }
    }
}
