namespace CommunityCare.Search;

internal static class SearchSetup
{
    public static IServiceCollection AddSearch(this IServiceCollection services) => services
        .AddScoped<OrganizationSearch>()
        .AddSingleton<KnownVocabularies>()
        .AddScoped<PublicCatalog>();
}
