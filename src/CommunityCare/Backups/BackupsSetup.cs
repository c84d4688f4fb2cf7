namespace CommunityCare.Backups;

internal static class BackupsSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services) => services
        .AddSingleton(BackupSettingsReading.Of)
        .AddSingleton<BackupFolder>()
        .AddSingleton<Restore>()
        .AddHostedService<NightlyBackup>();
}
