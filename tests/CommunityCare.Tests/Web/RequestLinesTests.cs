using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.Extensions.Logging;

namespace CommunityCare.Tests.Web;

/// <summary>The log tells of each request, of those to kept pages too, and its lines look like all others.</summary>
[Collection(Processes.Name)]
public sealed partial class RequestLinesTests
{
    [Fact]
    public async Task Each_request_has_its_line_on_the_console_and_in_the_file_when_the_site_has_stopped()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There a process cannot be asked to stop.");
        const int Times = 300;
        using var around = await Around.SeededAsync();
        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, around);

        for (var i = 0; i < Times; i++)
        {
            using var answer = await program.Client.GetAsync(i % 2 == 0 ? "/es/crisis" : "/organizations?cost=free", TestContext.Current.CancellationToken);
            Assert.Equal(i >= 2, answer.IsKept());
        }

        Assert.Equal(0, await program.TerminateAsync());
        var file = string.Concat(Directory.GetFiles(Path.Combine(around.Data, "logs")).Select(File.ReadAllText)).Split('\n');
        var console = program.Output.Split('\n');
        foreach (var line in new[] { "GET /crisis es 200 in ", "GET /organizations en 200 in " })
        {
            Assert.Equal(Times / 2, console.Count(l => l.StartsWith("INF " + line, StringComparison.Ordinal)));
            Assert.Equal(Times / 2, file.Count(l => l.Contains(" INF CommunityCare.Web.RequestLog: " + line, StringComparison.Ordinal)));
        }

        Assert.All(file.Where(l => l.Length > 0), l => Assert.Matches(Line(), l));
    }

    [Fact]
    public async Task A_keeper_can_silence_them()
    {
        using var around = (await Around.SeededAsync()).With("Serilog__MinimumLevel__Override__CommunityCare.Web.RequestLog", "Warning");
        await using var program = await SiteProgram.ServeAsync(SiteProgram.Built, around);

        (await program.Client.GetAsync("/crisis", TestContext.Current.CancellationToken)).Dispose();
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.Contains("Now listening on", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("GET /crisis", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task None_is_lost_when_more_come_than_can_wait_or_the_end_comes_at_once()
    {
        const int Many = 25_000;
        var log = new Pages();
        using var lines = new RequestLines(log);

        // It was not started: whatever is written, is written by those who find no room, and at the end.
        for (var i = 0; i < Many; i++)
        {
            lines.Add(new(DateTimeOffset.UnixEpoch, "GET", "/", "en", i, TimeSpan.FromMilliseconds(1.5)));
        }

        await lines.StopAsync(TestContext.Current.CancellationToken);

        var written = log.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Enumerable.Range(0, Many).Select(i => $" GET / en {i} in 1.5 ms"), written.Select(l => l[RequestLines.TimeLength..]));
    }

    private sealed class Pages : ILogger<RequestLog>
    {
        public string Text { get; private set; } = "";

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Text += formatter(state, exception);
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3} [+-]\d\d:\d\d (INF|WRN) [\w.]+: \S")]
    private static partial Regex Line();
}
