namespace CommunityCare.Editing;

internal static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddSingleton<WriteGate>()
        .AddScoped<CatalogEditor>()
        .AddScoped<DoNotListing>()
        .AddScoped<History>()
        .AddScoped<Restoring>();
}
