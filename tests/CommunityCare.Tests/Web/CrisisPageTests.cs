using AngleSharp.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using static CommunityCare.Tests.Web.ListPageTests;

namespace CommunityCare.Tests.Web;

/// <summary>The page for a crisis: what each line says, and the warm lines below.</summary>
public sealed class CrisisPageTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Vocabulary("how", 5, ("phone", "Phone", "call"), (Term.WarmLine, "Warm line", "talk line"));
    private readonly SmallSite _site;

    public CrisisPageTests() => _site = new(_files.Path);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        _files.Dispose();
    }

    [Fact]
    public async Task A_line_says_for_whom_it_is_how_to_reach_it_when_in_which_language_at_what_cost_and_how_fresh_that_is()
    {
        await _site.AddAsync("veterans", "place=everywhere cost=free", o =>
        {
            o.Phones =
            [
                new() { Id = Ids.Of("a"), Number = "988", Description = "Then press 1" },
                new() { Id = Ids.Of("b"), Number = "838255", Type = PhoneType.Text, Keyword = "HELLO" },
            ];
            o.AsOf = new(2025, 7);
            (o.Services[0].Crisis, o.Services[0].EligibilityDescription, o.Services[0].Description) = (1, "Veterans and families", "It may send help.");
            o.Services[0].Schedules = [new() { OpensAt = new(0, 0), ClosesAt = new(23, 59) }];
        });

        var line = (await _site.PageAsync("/crisis")).QuerySelector("#veterans")!;
        Assert.Equal(
            ["For: Veterans and families", "Hours: Around the clock, every day", "Languages: Not stated", "Cost: Free"],
            line.QuerySelectorAll("dt").Select(t => $"{Words(t)}: {Words(t.NextElementSibling!)}"));
        Assert.Equal(
            ["tel:988 Call 988: Name of veterans Then press 1", "sms:838255?body=HELLO Text HELLO to 838255: Name of veterans"],
            line.QuerySelectorAll(".line-ways li").Take(2).Select(li => $"{li.QuerySelector("a")!.GetAttribute("href")} {Words(li)}"));
        Assert.Contains("It may send help.", line.QuerySelectorAll("p").Select(Words));
        Assert.Contains("July 2025", Words(line.QuerySelector(".fresh")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_without_a_number_says_where_to_look_and_a_local_one_says_where_it_is()
    {
        await _site.AddAsync("local", "", o =>
        {
            (o.Services[0].Crisis, o.Services[0].ApplicationProcess, o.ServiceArea) = (1, "Look on the website.", "Miami-Dade");
        });

        var line = (await _site.PageAsync("/crisis")).QuerySelector("#local")!;
        Assert.Contains("Look on the website.", line.QuerySelectorAll("p").Select(Words));
        Assert.Contains("Where: Miami-Dade", line.QuerySelectorAll("dt").Select(t => $"{Words(t)}: {Words(t.NextElementSibling!)}"));
    }

    [Fact]
    public async Task Warm_lines_stand_in_their_own_part_those_with_a_number_first_and_none_twice()
    {
        await WarmAsync("a-site-alone");
        await WarmAsync("b-number", o => o.Phones = [Samples.Phone("555-010-0199")]);
        await WarmAsync("c-unknown", o => (o.Status, o.Phones) = (OrganizationStatus.Unknown, [Samples.Phone("555-010-0198")]));
        await WarmAsync("d-both", o => o.Services[0].Crisis = 1);
        await WarmAsync("e-closed", o => o.Status = OrganizationStatus.Closed);
        await _site.AddAsync("no-line", "how=phone");

        var page = await _site.PageAsync("/crisis");
        Assert.Equal(["d-both"], Lines(page, "lines"));
        Assert.Equal(["b-number", "a-site-alone", "c-unknown"], Lines(page, "warm-lines"));
        Assert.Contains("not for emergencies", page.QuerySelector("section[aria-labelledby=warm-lines]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/organizations?how=warm-line']"));
    }

    [Fact]
    public async Task The_service_that_answers_is_the_one_that_is_shown()
    {
        await _site.AddAsync("house", "", o =>
        {
            o.Services = [Samples.Service("House"), Samples.Service("Line")];
            (o.Services[0].Description, o.Services[1].Description) = ("Rest here.", "Talk with us.");
            o.Terms.Add(Samples.Link("how", Term.WarmLine, o.Services[1]));
        });

        var line = (await _site.PageAsync("/crisis")).QuerySelector("#house")!;
        Assert.Contains("Talk with us.", line.QuerySelectorAll("p").Select(Words));
        Assert.DoesNotContain("Rest here.", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_community_with_a_line_of_its_own_is_led_there_and_a_line_for_many_is_for_everybody()
    {
        await _site.AddAsync("one", "community=immigrants", o => o.Services[0].Crisis = 2);
        await _site.AddAsync("first", "community=people-of-color community=immigrants", o => o.Services[0].Crisis = 1);
        await _site.AddAsync("many", "kind=peer-support", o => o.Services[0].Crisis = 3);

        Assert.Equal(
            ["#first People of color", "#first Immigrants"],
            (await _site.PageAsync("/crisis")).QuerySelectorAll(".tags-go a").Select(a => $"{a.GetAttribute("href")} {Words(a)}"));
    }

    [Fact]
    public async Task Without_lines_there_is_no_empty_part()
    {
        var page = await _site.PageAsync("/crisis");

        Assert.Empty(page.QuerySelectorAll("#lines, #warm-lines, .results"));
        Assert.Equal(["#calling", "#sign-language"], page.QuerySelectorAll("main nav a").Select(a => a.GetAttribute("href")));
    }

    private static IEnumerable<string?> Lines(IParentNode page, string part) =>
        page.QuerySelectorAll($"section[aria-labelledby={part}] .result").Select(l => l.Id);

    private Task WarmAsync(string slug, Action<Organization>? change = null) => _site.AddAsync(slug, "", o =>
    {
        o.Terms.Add(Samples.Link("how", Term.WarmLine, o.Services[0]));
        change?.Invoke(o);
    });
}
