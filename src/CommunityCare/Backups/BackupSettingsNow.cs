using CommunityCare.Store;

namespace CommunityCare.Backups;

/// <summary>The settings of backups that are in force now: an admin may choose others at any time.</summary>
public delegate Task<BackupSettings> BackupSettingsNow(CancellationToken stop);

internal static class BackupSettingsReading
{
    public static BackupSettingsNow Of(IServiceProvider services) => async stop =>
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SettingsInForce>().ReadAsync<BackupSettings>("Backups", stop);
    };
}
