namespace CommunityCare.Backups;

internal static class BackupsSetup
{
    public static IServiceCollection AddBackups(this IServiceCollection services, BackupSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton<BackupFolder>()
        .AddSingleton<Restore>()
        .AddHostedService<NightlyBackup>();
}
