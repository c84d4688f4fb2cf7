namespace CommunityCare.Gazetteer;

internal static class GazetteerSetup
{
    public static IServiceCollection AddGazetteer(this IServiceCollection services) => services.AddScoped<Geocoder>();
}
