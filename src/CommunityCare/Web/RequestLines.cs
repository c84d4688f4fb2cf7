using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace CommunityCare.Web;

/// <summary>What the log says of one request.</summary>
internal readonly record struct RequestLine(DateTimeOffset When, string Method, string Route, string Language, int Status, TimeSpan Took);

/// <summary>
/// Writes the lines of the requests together, some twenty times a second: one by one they would take longer than the kept
/// pages that they tell of. None is lost when the site stops as it should.
/// </summary>
internal sealed class RequestLines(ILogger<RequestLog> log) : BackgroundService
{
    /// <summary>The name under which the log gets the lines, each with its time before it.</summary>
    public const string Name = "Requests";

    public const string TimeFormat = "yyyy-MM-dd HH:mm:ss.fff zzz";
    public const int TimeLength = 30;

    private const int Limit = 10_000;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly Channel<RequestLine> _waiting = Channel.CreateBounded<RequestLine>(Limit);
    private readonly Lock _writing = new();

    public void Add(RequestLine line)
    {
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        // Whoever finds no room makes some.
        while (!_waiting.Writer.TryWrite(line))
        {
            Write();
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // The server was stopped before: nothing is added any more.
        await base.StopAsync(cancellationToken);
        Write();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                await Task.Delay(Pause, stoppingToken);
                Write();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or could not start: what waits is written by StopAsync.
        }
    }

    private void Write()
    {
        lock (_writing)
        {
            var lines = new StringBuilder();
            var (time, last) = ("", -1L);
            while (_waiting.Reader.TryRead(out var line))
            {
                // Under load many share a millisecond, and to put it into words is most of the work.
                var now = line.When.Ticks / TimeSpan.TicksPerMillisecond;
                (time, last) = now == last ? (time, last) : (line.When.ToLocalTime().ToString(TimeFormat, CultureInfo.InvariantCulture), now);
                lines.Append(
                    CultureInfo.InvariantCulture,
                    $"{time} {line.Method} {line.Route} {line.Language} {line.Status} in {line.Took.TotalMilliseconds:F1} ms\n");
            }

            if (lines.Length > 0)
            {
                log.LogInformation($"{{{Name}:l}}", lines.ToString());
            }
        }
    }
}
