using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

internal static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder)
        .AddSingleton<Stamp>()
        .AddScoped<SettingsInForce>()
        .AddDbContextPool<CareDb>(options => options.UseCatalogue(folder.Database));
}
