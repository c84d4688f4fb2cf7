namespace CommunityCare.Asking;

/// <summary>Asks a few pages each hour, so that each has its turn once in so many days and nobody is asked in a rush.</summary>
internal sealed class SlowRounds(IServiceScopeFactory scopes, SourcesSettings settings, TimeProvider clock, ILogger<SlowRounds> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    // Few directories are so small that fewer would do.
    private const int AtLeast = 5;

    public async Task<RoundReport?> RunAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var (book, age) = (scope.ServiceProvider.GetRequiredService<AnswerBook>(), TimeSpan.FromDays(settings.Days));
            var most = Math.Max(AtLeast, (int)Math.Ceiling(await book.CountAsync(stop) * (Often / age)));
            var report = await scope.ServiceProvider.GetRequiredService<Round>().RunAsync(age, most, stop);
            if (report.IsOffline)
            {
                log.LogWarning("No source answered, and none that answered before: this machine seems to be offline. Nothing was recorded");
            }

            return report;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The site goes on without it, and tries again in an hour.
            log.LogError(e, "Sources could not be asked");
            return null;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.Ask)
        {
            return;
        }

        // The first hour after a start belongs to readers: who starts the site often asks nobody often.
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await RunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }
}
