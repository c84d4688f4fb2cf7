using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityCare.Gazetteer;

/// <summary>The ZIP codes that the program carries: <c>us-zip-codes.csv</c>. Where they come from stands in <c>NOTICE.md</c>.</summary>
internal static class ZipCodeFile
{
    private const string Name = "us-zip-codes.csv";
    private const string Census = "census";

    /// <summary>To be raised when <see cref="PlaceName.Key(string)"/> folds names otherwise: the keys in the table are made anew then.</summary>
    private const byte Folding = 1;

    /// <summary>A number that is another when the table would be another; never 0, which stands for an empty one.</summary>
    public static int Version { get; } = MakeVersion();

    /// <summary>In the order of the codes.</summary>
    /// <param name="areasOnly">Only those that have an area, where somebody can live; not those of post office boxes.</param>
    public static IEnumerable<ZipCode> Read(bool areasOnly = false)
    {
        using var reader = new StreamReader(Open(), Encoding.UTF8);
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            if (line.Split(',') is [var code, var latitude, var longitude, var city, var state, var source] && (!areasOnly || source == Census))
            {
                yield return new()
                {
                    Code = code,
                    City = city,
                    CityKey = PlaceName.Key(city),
                    StateProvince = state,
                    Latitude = double.Parse(latitude, CultureInfo.InvariantCulture),
                    Longitude = double.Parse(longitude, CultureInfo.InvariantCulture),
                };
            }
        }
    }

    private static Stream Open() => typeof(ZipCodeFile).Assembly.GetManifestResourceStream(Name)!;

    private static int MakeVersion()
    {
        using var file = Open();
        return BinaryPrimitives.ReadInt32LittleEndian(SHA256.HashData([.. SHA256.HashData(file), Folding])) | 1;
    }
}
