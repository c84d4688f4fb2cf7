using CommunityCare.Gazetteer;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>An organization near somebody.</summary>
internal sealed class Nearby
{
    private const double Radians = Math.PI / 180;

    /// <summary>The organization's key in the database.</summary>
    public long OrganizationKey { get; init; }

    /// <summary>To the nearest of its points.</summary>
    public double Miles { get; init; }

    /// <summary>Each organization that has a point in the circle, once: a query to be joined with others.</summary>
    public static IQueryable<Nearby> Within(CareDb db, GeoPoint center, int miles)
    {
        var box = GeoBox.Around(center, miles);
        var (latitude, longitude, cosine) = (center.Latitude * Radians, center.Longitude * Radians, Math.Cos(center.Latitude * Radians));

        // The same haversine as GeoPoint.MilesTo, in words that the database has too.
        return db.SearchPoints
            .Where(p => p.Latitude >= box.South && p.Latitude <= box.North && p.Longitude >= box.West && p.Longitude <= box.East)
            .Select(p => new
            {
                Key = EF.Property<long>(p, Columns.OrganizationKey),
                North = Math.Sin(((p.Latitude * Radians) - latitude) / 2),
                East = Math.Sin(((p.Longitude * Radians) - longitude) / 2),
                Cosines = cosine * Math.Cos(p.Latitude * Radians),
            })
            .Select(p => new { p.Key, Miles = 2 * GeoPoint.EarthRadius * Math.Asin(Math.Sqrt((p.North * p.North) + (p.Cosines * p.East * p.East))) })
            .Where(p => p.Miles <= miles)
            .GroupBy(p => p.Key)
            .Select(g => new Nearby { OrganizationKey = g.Key, Miles = g.Min(p => p.Miles) });
    }
}
