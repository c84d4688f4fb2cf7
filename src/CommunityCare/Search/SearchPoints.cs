using CommunityCare.Catalog;
using CommunityCare.Gazetteer;

namespace CommunityCare.Search;

/// <summary>Writes down where an organization is, as exactly as the public may know. Distances are measured to these points only.</summary>
internal static class SearchPoints
{
    /// <summary>One point for each public location whose place is known; none if the organization is not public.</summary>
    public static async Task<List<SearchPoint>> OfAsync(Organization organization, Geocoder geocoder, CancellationToken stop)
    {
        var points = new List<GeoPoint>();
        foreach (var location in PublicView.Of(organization)?.Locations ?? [])
        {
            if (await PointAsync(location, geocoder, stop) is { } point)
            {
                points.Add(point);
            }
        }

        return [.. points.Distinct().Select(p => new SearchPoint { Organization = organization, Latitude = p.Latitude, Longitude = p.Longitude })];
    }

    // The first that is known. A place that is known by its area has lost the exact ones on its way through PublicView.
    private static async Task<GeoPoint?> PointAsync(Location location, Geocoder geocoder, CancellationToken stop) => location switch
    {
        { Visibility: LocationVisibility.Hidden } or { Country: not Location.HomeCountry } => null,
        { Latitude: { } latitude, Longitude: { } longitude } => new GeoPoint(latitude, longitude),
        _ => (await ZipCodeAsync(location, geocoder, stop) ?? await CityAsync(location, geocoder, stop))?.Point,
    };

    private static async Task<Place?> ZipCodeAsync(Location location, Geocoder geocoder, CancellationToken stop) =>
        location.PostalCode is { } code ? await geocoder.ZipCodeAsync(code, stop) : null;

    private static async Task<Place?> CityAsync(Location location, Geocoder geocoder, CancellationToken stop) =>
        location is { City: { } city, StateProvince: { } state } ? await geocoder.CityAsync(city, state, stop) : null;
}
