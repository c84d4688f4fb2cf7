namespace CommunityCare.Gazetteer;

/// <summary>A point on the earth.</summary>
/// <param name="Latitude">WGS 84, in degrees.</param>
/// <param name="Longitude">WGS 84, in degrees.</param>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    /// <summary>The earth's mean radius, in miles.</summary>
    public const double EarthRadius = 3_958.761;

    /// <summary>As the crow flies. The earth is taken for a ball, which is wrong by less than one mile in a hundred.</summary>
    public double MilesTo(GeoPoint other)
    {
        // Haversine: exact for near points too, where the law of cosines loses its digits.
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var north = Math.Sin((b - a) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt((north * north) + (Math.Cos(a) * Math.Cos(b) * east * east))));
    }
}

/// <summary>The smallest box of degrees that holds a circle: an index can cut it out. Its corners are farther than the circle.</summary>
public readonly record struct GeoBox(double South, double North, double West, double East)
{
    private const double HalfTurn = 180;

    /// <param name="center">The middle of the circle.</param>
    /// <param name="miles">Its radius.</param>
    public static GeoBox Around(GeoPoint center, double miles)
    {
        var angle = miles / GeoPoint.EarthRadius;
        var tall = double.RadiansToDegrees(angle);
        var (south, north) = (center.Latitude - tall, center.Latitude + tall);

        // Around a pole every longitude is near, and across the line of dates a box would have two parts: take them all.
        var reach = Math.Sin(angle) / Math.Cos(double.DegreesToRadians(center.Latitude));
        var wide = south > -90 && north < 90 && reach < 1 ? double.RadiansToDegrees(Math.Asin(reach)) : HalfTurn;
        var (west, east) = (center.Longitude - wide, center.Longitude + wide);
        return west < -HalfTurn || east > HalfTurn ? new(south, north, -HalfTurn, HalfTurn) : new(south, north, west, east);
    }
}
