using CommunityCare.Asking;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CommunityCare.Tests.Asking;

/// <summary>By itself the site asks a few pages at a time, and only if its keeper wants it.</summary>
public sealed class SlowRoundsTests : IAsyncLifetime
{
    private OtherServer _server = null!;
    private SmallSite _site = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await OtherServer.StartAsync();
        _site = new(change: builder => builder.ConfigureTestServices(services => services.AddSingleton(OtherServer.Manners)));
        await _site.AddAsync("one", change: o => (o.Website, o.Sources) = (null, [.. Enumerable.Range(0, 12).Select(i => _server.Page($"here/{i}"))]));

        // Nobody outside is asked.
        Database.Run(_site.Database, "UPDATE Organizations SET Publication = 'Draft' WHERE Slug <> 'one'; UPDATE CareTypes SET Publication = 'Draft'");
    }

    public async ValueTask DisposeAsync()
    {
        await _site.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_few_are_asked_at_a_time_until_each_had_its_turn()
    {
        Assert.Equal([5, 5, 2, 0], await HoursAsync(4));
        _site.Clock.Now += TimeSpan.FromDays(9);
        Assert.Equal([0], await HoursAsync(1));
        _site.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal([5, 5, 2], await HoursAsync(3));
        Assert.Equal(24, _server.Questions.Count);
    }

    [Fact]
    public async Task A_failure_of_its_own_does_not_end_the_site()
    {
        Database.Break(_site.Database);

        Assert.Equal([null], await HoursAsync(1));
    }

    [Fact]
    public async Task Without_its_keeper_s_word_the_site_asks_nobody()
    {
        Assert.False(new SourcesSettings().Ask);
        using var rounds = Rounds(new());
        await rounds.StartAsync(Stop);

        await rounds.ExecuteTask!.WaitAsync(SiteProgram.Patience, Stop);
        Assert.Empty(_server.Questions);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(366)]
    public void A_setting_that_cannot_be_is_told(int days)
    {
        var told = Assert.Throws<StartException>(new SourcesSettings { Days = days }.Check);

        Assert.Contains("CommunityCare__Sources__Days", told.Message, StringComparison.Ordinal);
    }

    private async Task<List<int?>> HoursAsync(int hours)
    {
        using var rounds = Rounds(new() { Ask = true, Days = 10 });
        var asked = new List<int?>();
        for (var i = 0; i < hours; i++)
        {
            asked.Add((await rounds.RunAsync(Stop))?.Asked);
        }

        return asked;
    }

    private SlowRounds Rounds(SourcesSettings settings) =>
        new(_site.Services.GetRequiredService<IServiceScopeFactory>(), settings, _site.Clock, NullLogger<SlowRounds>.Instance);
}
