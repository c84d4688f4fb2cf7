namespace CommunityCare.Editing;

internal static class EditingSetup
{
    public static IServiceCollection AddEditing(this IServiceCollection services) => services
        .AddSingleton<WriteGate>()
        .AddScoped<CatalogEditor>()
        .AddScoped<OrganizationDesk>()
        .AddScoped<Versions>()
        .AddScoped<EntryList>()
        .AddScoped<BulkEditor>()
        .AddScoped<Attention>()
        .AddScoped<Alike>()
        .AddScoped<WordsDesk>()
        .AddScoped<DoNotListing>()
        .AddScoped<History>()
        .AddScoped<Restoring>();
}
