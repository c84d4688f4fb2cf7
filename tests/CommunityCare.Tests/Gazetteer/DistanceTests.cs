using CommunityCare.Gazetteer;

namespace CommunityCare.Tests.Gazetteer;

public sealed class DistanceTests
{
    private static readonly GeoPoint Portland = new(45.5152, -122.6784);

    [Theory]
    [InlineData(45.5152, -122.6784, 0)]
    [InlineData(44.9429, -123.0351, 43.2)] // Salem
    [InlineData(47.6062, -122.3321, 145.4)] // Seattle
    [InlineData(40.7128, -74.0060, 2445)] // New York
    [InlineData(-45.5152, 57.3216, 12437)] // the other side of the earth
    public void Miles_are_those_of_the_map(double latitude, double longitude, double miles)
    {
        Assert.InRange(Portland.MilesTo(new(latitude, longitude)), miles * 0.995, (miles * 1.005) + 0.001);
        Assert.Equal(Portland.MilesTo(new(latitude, longitude)), new GeoPoint(latitude, longitude).MilesTo(Portland), 6);
    }

    [Fact]
    public void Near_points_do_not_lose_their_digits() => Assert.Equal(0.0069, Portland.MilesTo(new(45.5153, -122.6784)), 4);

    [Fact]
    public void Miles_do_not_end_where_the_date_begins() => Assert.InRange(new GeoPoint(52, 179.9).MilesTo(new(52, -179.9)), 8, 9);

    [Theory]
    [InlineData(45.5, -122.7)]
    [InlineData(0, 0)]
    [InlineData(71.3, -156.8)]
    [InlineData(-14.3, -170.7)]
    [InlineData(52.0, 179.5)]
    [InlineData(52.0, -179.5)]
    [InlineData(89.9, 20)]
    [InlineData(-89.9, 20)]
    public void A_box_holds_its_whole_circle_and_little_more(double latitude, double longitude)
    {
        var center = new GeoPoint(latitude, longitude);
        var box = GeoBox.Around(center, 100);

        for (var degree = 0; degree < 360; degree++)
        {
            var point = Going(center, degree, 99.9);
            Assert.True(point.Latitude >= box.South && point.Latitude <= box.North && point.Longitude >= box.West && point.Longitude <= box.East, $"{degree}: {point}");
        }

        Assert.Equal(100, center.MilesTo(new(box.South, longitude)), 1);
        if (box.West > -180)
        {
            Assert.InRange(center.MilesTo(new(latitude, box.East)), 100, 110);
        }
    }

    [Theory]
    [InlineData("5", 5)]
    [InlineData("100", 100)]
    [InlineData(null, 25)]
    [InlineData("", 25)]
    [InlineData("26", 25)]
    [InlineData("-5", 25)]
    [InlineData("1e2", 25)]
    [InlineData("99999999999999999999", 25)]
    public void A_radius_is_one_of_those_that_are_offered(string? text, int miles) => Assert.Equal(miles, Radius.Of(text));

    private static GeoPoint Going(GeoPoint from, int degree, double miles)
    {
        var (far, way) = (miles / GeoPoint.EarthRadius, double.DegreesToRadians(degree));
        var (latitude, longitude) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(from.Longitude));
        var there = Math.Asin((Math.Sin(latitude) * Math.Cos(far)) + (Math.Cos(latitude) * Math.Sin(far) * Math.Cos(way)));
        var east = Math.Atan2(Math.Sin(way) * Math.Sin(far) * Math.Cos(latitude), Math.Cos(far) - (Math.Sin(latitude) * Math.Sin(there)));
        return new(double.RadiansToDegrees(there), double.RadiansToDegrees(Math.IEEERemainder(longitude + east, 2 * Math.PI)));
    }
}
