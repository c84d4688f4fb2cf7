namespace CommunityCare.Seeding;

internal static class SeedingSetup
{
    public static IServiceCollection AddSeeding(this IServiceCollection services) => services
        .AddScoped<Seeder>()
        .AddSingleton<Preparation>();
}
