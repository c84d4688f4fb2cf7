namespace CommunityCare.Search;

internal static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddSingleton<Snapshots>()
        .AddScoped<OrganizationSearch>()
        .AddSingleton<KnownVocabularies>()
        .AddScoped<PublicCatalog>()
        .AddSingleton<SuggestedTerms>()
        .AddScoped<Suggestions>();
}
