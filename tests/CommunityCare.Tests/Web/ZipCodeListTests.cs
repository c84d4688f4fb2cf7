using System.Globalization;
using System.Net;
using CommunityCare.Gazetteer;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>The list out of which js/near.js finds the nearest ZIP code, read here as the script reads it.</summary>
[Collection(ReaderSite.Name)]
public sealed class ZipCodeListTests(Walk walk)
{
    private const string Path = "/zip-codes.txt";

    [Theory]
    [InlineData(24.555, -81.78, "33040")] // Key West
    [InlineData(18.466, -66.106, "00901")] // Old San Juan, with its zeros
    [InlineData(13.475, 144.75, "96910")] // Hagåtña, in the east
    [InlineData(51.88, -176.65, "99546")] // Adak
    public async Task The_nearest_ZIP_code_is_found_with_it(double latitude, double longitude, string code)
    {
        var list = await ReadAsync();
        var here = new GeoPoint(latitude, longitude);

        Assert.Equal(code, list.MinBy(z => z.Point.MilesTo(here)).Code);
    }

    [Fact]
    public async Task Each_point_is_that_of_the_file_to_a_hundredth_of_a_degree()
    {
        var list = await ReadAsync();
        var file = ZipCodeFile.Read().ToDictionary(z => z.Code);

        Assert.True(list.Count > 33_000, $"{list.Count}");
        Assert.All(list, z =>
        {
            Assert.Equal(file[z.Code].Latitude, z.Point.Latitude, 0.00501);
            Assert.Equal(file[z.Code].Longitude, z.Point.Longitude, 0.00501);
        });
    }

    [Fact]
    public async Task It_is_small_on_its_way()
    {
        using var answer = await walk.SendAsync(HttpMethod.Get, Path, ("Accept-Encoding", "br"));

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(bytes.Length, 50_000, 150_000);
    }

    [Fact]
    public async Task It_is_sent_again_only_when_it_is_another()
    {
        using var first = await walk.GetAsync(Path);
        using var second = await walk.SendAsync(HttpMethod.Get, Path, ("If-None-Match", first.Header("ETag")));
        using var other = await walk.SendAsync(HttpMethod.Get, Path, ("If-None-Match", "\"other\""));

        Assert.Equal("no-cache", first.Header("Cache-Control"));
        Assert.Equal("text/plain", first.Header("Content-Type"));
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    private async Task<List<(string Code, GeoPoint Point)>> ReadAsync()
    {
        var lines = (await walk.AskAsync(Path)).Text.Split('\n').Select(line =>
        {
            var sum = 0;
            return line.Split(' ').Select(difference => sum += int.Parse(difference, CultureInfo.InvariantCulture)).ToList();
        }).ToList();
        Assert.Equal(3, lines.Count);
        return [.. lines[0].Select((code, i) => (code.ToString("00000", CultureInfo.InvariantCulture), new GeoPoint(lines[1][i] / 100.0, lines[2][i] / 100.0)))];
    }
}
