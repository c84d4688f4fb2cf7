namespace CommunityCare.Backups;

/// <summary>
/// Makes a backup each night, or as soon as the site runs again if the machine was off, and removes the old ones. It looks
/// at the clock each minute: clocks are set, and machines sleep.
/// </summary>
internal sealed class NightlyBackup(BackupFolder backups, BackupSettingsNow now, TimeProvider clock, ILogger<NightlyBackup> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    private DateTimeOffset _notBefore;

    /// <returns>Whether one was made.</returns>
    public async Task<bool> RunIfDueAsync(CancellationToken stop)
    {
        try
        {
            var settings = await now(stop);
            var due = LastDue(settings.At);
            if (!settings.Nightly || clock.GetUtcNow() < _notBefore || backups.All().Any(b => b.Kind == BackupKind.Nightly && b.Made >= due))
            {
                return false;
            }

            var made = await backups.MakeAsync(BackupKind.Nightly, stop);
            log.LogInformation("Made the backup {Name}, {Size} bytes", made.Name, made.Size);
            backups.Retire(settings.Keep);
            return true;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is, the site goes on.
            _notBefore = clock.GetUtcNow() + AfterFailure;
            log.LogError(e, "The backup of the night failed; it is tried again in an hour");
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                // The first requests after a start have the machine for themselves.
                await Task.Delay(Pause, stoppingToken);
                await RunIfDueAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The site stops.
        }
    }

    private DateTimeOffset LastDue(int hour)
    {
        var now = TimeZoneInfo.ConvertTime(clock.GetUtcNow(), clock.LocalTimeZone);
        var today = now.Date.AddHours(hour);
        var due = today <= now.DateTime ? today : today.AddDays(-1);

        // In the night in which clocks are put forward, the hour may not exist.
        while (clock.LocalTimeZone.IsInvalidTime(due))
        {
            due = due.AddHours(1);
        }

        return new(due, clock.LocalTimeZone.GetUtcOffset(due));
    }
}
