using CommunityCare.Asking;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Answer = CommunityCare.Asking.Answer;

namespace CommunityCare.Tests.Asking;

/// <summary>Who is asked, what is kept of it, and when a page counts as broken.</summary>
public sealed class RoundTests : IAsyncLifetime
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private Catalogue _catalogue = null!;
    private OtherServer _server = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => (_catalogue, _server) = (await Catalogue.NewAsync(), await OtherServer.StartAsync());

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _catalogue.Dispose();
    }

    [Fact]
    public async Task Every_page_that_a_public_entry_names_is_asked_once_and_nothing_else()
    {
        await _catalogue.SaveAsync(Naming("one", "here/source", "here/both"));
        await _catalogue.EditAsync(Ids.Of("one"), o =>
        {
            o.Website = _server.Page("here/website");
            o.AdditionalWebsites = [new() { Url = _server.Page("here/other") }];
            o.Services[0].Url = _server.Page("here/service");
        });
        await _catalogue.SaveAsync(Naming("two", "here/both"));
        await _catalogue.SaveAsync(Naming("draft", "here/draft", o => o.Publication = Publication.Draft));
        await _catalogue.SaveAsync(Naming("gone", "here/gone", o => o.Publication = Publication.Archived));
        await _catalogue.WriteAsync(write => write.SaveAsync(new CareType { Id = Ids.Of("kind"), Slug = "kind", Name = "Kind", Sources = [_server.Page("here/kind"), "ftp://files.example.org"] }));

        Assert.Equal(new(6, IsOffline: false), await RunAsync());

        string[] asked = ["both", "kind", "other", "service", "source", "website"];
        Assert.Equal(asked.Select(a => $"HEAD /here/{a}"), _server.Questions.Order());
        Assert.Equal(asked.Select(a => _server.Page($"here/{a}")), (await AnswersAsync()).Select(a => a.Address));
        Assert.All(await AnswersAsync(), a => Assert.Equal((Answer.Here, 200, null, 0, false, Now), (a.Answer, a.Status, a.FailingSince, a.Failures, a.IsBroken, a.AskedAt)));
    }

    [Fact]
    public async Task It_changes_nothing_in_the_catalogue()
    {
        await _catalogue.SaveAsync(Naming("one", "here", "404"));
        var stamp = await _catalogue.StampAsync();

        await RunAsync();

        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task A_page_is_left_alone_until_its_turn_comes_again()
    {
        await _catalogue.SaveAsync(Naming("one", "here", "404"));
        await RunAsync();

        Pass(Month - TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await RunAsync()).Asked);
        Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await RunAsync(most: 1)).Asked);
        Assert.Equal(1, (await RunAsync()).Asked);
    }

    [Fact]
    public async Task What_is_gone_is_broken_at_once_and_stays_so_until_it_is_there_again()
    {
        await _catalogue.SaveAsync(Naming("one", "here", "404"));
        await _catalogue.SaveAsync(Naming("nobody", o => o.Sources = ["http://nobody.example.org/"]));
        await RunAsync();
        var since = Now;
        Assert.Equal([_server.Page("404"), "http://nobody.example.org/"], (await BrokenAsync()).Select(b => b.Address).OrderDescending());
        Assert.All(await BrokenAsync(), b => Assert.Equal(since, b.FailingSince));

        await KeepAsync(_server.Page("404"), Answer.NoAnswer);
        Assert.Equal(since, (await BrokenAsync()).Single(b => b.Address == _server.Page("404")).FailingSince);

        await KeepAsync(_server.Page("404"), Answer.Here);
        Assert.DoesNotContain(await BrokenAsync(), b => b.Address == _server.Page("404"));
    }

    [Fact]
    public async Task What_fails_for_another_reason_is_broken_after_three_times_in_a_row()
    {
        await _catalogue.SaveAsync(Naming("one", "here", "500"));
        await RunAsync();
        var since = Now;
        await AgainAsync();
        Assert.Empty(await BrokenAsync());

        // Being there once begins the count anew.
        await KeepAsync(_server.Page("500"), Answer.Here);
        for (var i = 1; i <= PageAnswer.Patience; i++)
        {
            Assert.Empty(await BrokenAsync());
            await AgainAsync();
            since = i == 1 ? Now : since;
        }

        var broken = Assert.Single(await BrokenAsync());
        Assert.Equal((_server.Page("500"), Answer.Other, 500, since), (broken.Address, broken.Answer, broken.Status, broken.FailingSince));
    }

    [Fact]
    public async Task Where_nobody_is_there_this_machine_is_offline_and_nothing_is_recorded()
    {
        await _catalogue.SaveAsync(Naming("one", "here", "404"));
        await RunAsync();
        var before = await AnswersAsync();

        _server.IsIll = true;
        Pass(Month);
        Assert.Equal(new(0, IsOffline: true), await RunAsync());

        Assert.Equal(before.Select(a => (a.Address, a.AskedAt, a.Answer)), (await AnswersAsync()).Select(a => (a.Address, a.AskedAt, a.Answer)));
    }

    [Fact]
    public async Task In_the_very_first_round_too()
    {
        await _catalogue.SaveAsync(Naming("one", o => o.Sources = ["http://nobody.example.org/", "http://later.example.org/"]));

        Assert.True((await RunAsync()).IsOffline);

        Assert.Empty(await AnswersAsync());
    }

    [Fact]
    public async Task A_page_that_fails_alone_is_recorded_if_another_that_was_there_still_is()
    {
        await _catalogue.SaveAsync(Naming("one", "here"));
        await RunAsync();
        await _catalogue.SaveAsync(Naming("two", "404"));

        Assert.Equal(new(1, IsOffline: false), await RunAsync());

        Assert.Equal(_server.Page("404"), Assert.Single(await BrokenAsync()).Address);
    }

    [Fact]
    public async Task What_no_public_entry_names_any_more_is_forgotten()
    {
        await _catalogue.SaveAsync(Naming("one", "here", "404"));
        await _catalogue.SaveAsync(Naming("two", "410"));
        await RunAsync();
        Assert.Equal(2, (await BrokenAsync()).Count);

        // Editors see it at once; the row goes with the next round.
        await _catalogue.EditAsync(Ids.Of("one"), o => o.Sources = [_server.Page("here")]);
        await _catalogue.EditAsync(Ids.Of("two"), o => o.Publication = Publication.Archived);
        Assert.Empty(await BrokenAsync());
        Assert.Equal(3, (await AnswersAsync()).Count);

        await RunAsync();
        Assert.Equal(_server.Page("here"), Assert.Single(await AnswersAsync()).Address);
    }

    [Fact]
    public async Task A_host_is_asked_one_page_after_the_other_and_left_alone_when_it_says_so()
    {
        await _catalogue.SaveAsync(Naming("one", [.. Enumerable.Range(0, 8).Select(i => $"here/{i}")]));
        await _catalogue.SaveAsync(Naming("busy", o => o.Sources = [.. Enumerable.Range(0, 5).Select(i => _server.Page($"429/{i}", "busy.example.org"))]));

        Assert.Equal(9, (await RunAsync()).Asked);

        Assert.Equal(1, _server.AtOnce);
        Assert.Single(_server.Questions, q => q.Contains("/429/", StringComparison.Ordinal));
    }

    private DateTime Now => _catalogue.Clock.Now.UtcDateTime;

    private void Pass(TimeSpan time) => _catalogue.Clock.Now += time;

    private Organization Naming(string slug, params string[] paths) => Naming(slug, o => o.Sources = [.. paths.Select(p => _server.Page(p))]);

    private Organization Naming(string slug, string path, Action<Organization> change) => Naming(slug, o =>
    {
        o.Sources = [_server.Page(path)];
        change(o);
    });

    private static Organization Naming(string slug, Action<Organization> change)
    {
        var organization = Samples.Organization(slug);
        organization.Website = null;
        change(organization);
        return organization;
    }

    private Task<RoundReport> AgainAsync()
    {
        Pass(Month);
        return RunAsync();
    }

    private Task<RoundReport> RunAsync(int most = int.MaxValue) => InBookAsync(book => new Round(book, new(OtherServer.Manners), OtherServer.Manners).RunAsync(Month, most, Stop));

    private Task<bool> KeepAsync(string address, Answer answer) => InBookAsync(async book =>
    {
        Pass(Month);
        await book.KeepAsync([new(address, answer, null)], Stop);
        return true;
    });

    private Task<T> InBookAsync<T>(Func<AnswerBook, Task<T>> work) => _catalogue.ReadAsync(db => work(new(db, _catalogue.Gate, _catalogue.Clock)));

    private Task<List<PageAnswer>> AnswersAsync() => _catalogue.ReadAsync(db => db.PageAnswers.AsNoTracking().OrderBy(a => a.Address).ToListAsync(Stop));

    private Task<List<NamedPage>> BrokenAsync() => _catalogue.ReadAsync(db => db.NamedPages.Where(p => p.IsBroken).ToListAsync(Stop));
}
