namespace CommunityCare.Asking;

internal static class AskingSetup
{
    /// <param name="services">Of the site.</param>
    /// <param name="settings">Of the sources.</param>
    /// <param name="publicUrl">By which the site introduces itself; null if that is not set.</param>
    public static IServiceCollection AddAsking(this IServiceCollection services, SourcesSettings settings, string? publicUrl) => services
        .AddSingleton(settings)
        .AddSingleton(Manners.Of(publicUrl))
        .AddSingleton<Asker>()
        .AddScoped<AnswerBook>()
        .AddScoped<BrokenSources>()
        .AddScoped<Round>()
        .AddHostedService<SlowRounds>();
}
