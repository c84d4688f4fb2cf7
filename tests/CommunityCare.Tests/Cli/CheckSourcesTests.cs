using CommunityCare.Asking;
using CommunityCare.Tests.Asking;
using CommunityCare.Tests.Support;
using Answer = CommunityCare.Asking.Answer;

namespace CommunityCare.Tests.Cli;

/// <summary>One round from the command line; nobody outside this machine is asked.</summary>
[Collection(Processes.Name)]
public sealed class CheckSourcesTests : IAsyncLifetime
{
    private readonly Around _around = new();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        _around.With("CommunityCare__DataFolder", _catalogue.Data.Path);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _around.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_is_broken_is_printed_with_who_names_it_and_nobody_is_asked_twice_a_day()
    {
        await _catalogue.SaveAsync(Samples.Organization("weavers"));
        await _catalogue.ReadAsync(async db =>
        {
            var row = new PageAnswer { Address = "https://weavers.example.org" };
            row.Take(Answer.Gone, 404, DateTime.UtcNow.AddHours(-1));
            db.PageAnswers.Add(row);
            return await db.SaveChangesAsync(Stop);
        });

        var (code, output) = await SiteProgram.RunAsync(_around, "check-sources");

        Assert.True(code == 0, output);
        var lines = output.Split('\n');
        Assert.Matches(@"^https://weavers\.example\.org: gone \(404\), failing since \d{4}-\d\d-\d\d; named by Name of weavers$", lines[0]);
        Assert.Equal("0 asked now, 1 broken.", lines[1]);
    }

    [Fact]
    public async Task The_real_program_asks_nobody_inside()
    {
        await using var server = await OtherServer.StartAsync();
        var organization = Samples.Organization("weavers");
        organization.Website = server.Page("here", "127.0.0.1");
        organization.Sources = [server.Page("here", "localhost")];
        await _catalogue.SaveAsync(organization);

        var (code, output) = await SiteProgram.RunAsync(_around, "check-sources");

        Assert.Equal(1, code);
        Assert.Contains("0 asked now, 0 broken.", output, StringComparison.Ordinal);
        Assert.Contains("offline", output, StringComparison.Ordinal);
        Assert.Empty(server.Questions);
    }
}
