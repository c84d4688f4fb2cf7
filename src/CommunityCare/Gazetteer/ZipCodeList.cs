using System.Globalization;
using System.Text;

namespace CommunityCare.Gazetteer;

/// <summary>
/// All ZIP codes that have an area, with their points, small enough to be sent to a browser, which finds the nearest one
/// by itself. Three lines of whole numbers: codes, latitudes and longitudes in hundredths of a degree, each as its
/// difference from the one before it.
/// </summary>
public static class ZipCodeList
{
    /// <summary>A hundredth of a degree is at most 0.7 miles.</summary>
    private const int Hundredths = 100;

    private static readonly Lazy<byte[]> Made = new(Make);

    /// <summary>In ASCII.</summary>
    public static ReadOnlyMemory<byte> Text => Made.Value;

    /// <summary>Another one when the text is another.</summary>
    public static string Version { get; } = ZipCodeFile.Version.ToString("x8", CultureInfo.InvariantCulture);

    private static byte[] Make()
    {
        var zipCodes = ZipCodeFile.Read(areasOnly: true).ToList();
        return Encoding.ASCII.GetBytes(string.Join('\n',
            Line(zipCodes.Select(z => int.Parse(z.Code, NumberStyles.None, CultureInfo.InvariantCulture))),
            Line(zipCodes.Select(z => Rounded(z.Latitude))),
            Line(zipCodes.Select(z => Rounded(z.Longitude)))));
    }

    private static string Line(IEnumerable<int> numbers)
    {
        var before = 0;
        return string.Join(' ', numbers.Select(number =>
        {
            var difference = number - before;
            before = number;
            return difference.ToString(CultureInfo.InvariantCulture);
        }));
    }

    private static int Rounded(double degrees) => (int)Math.Round(degrees * Hundredths);
}
