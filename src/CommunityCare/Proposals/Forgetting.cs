namespace CommunityCare.Proposals;

/// <summary>Deletes what was closed long ago: at each start and once a day, because a site may run for months.</summary>
internal sealed class Forgetting(IServiceScopeFactory scopes, TimeProvider clock, ILogger<Forgetting> log) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Often, clock);
        try
        {
            do
            {
                await ForgetAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops, or could not start.
        }
    }

    private async Task ForgetAsync(CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<Inbox>().ForgetAsync(stop);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The site goes on without it, and tries again tomorrow.
            log.LogError(e, "Closed proposals could not be deleted");
        }
    }
}
