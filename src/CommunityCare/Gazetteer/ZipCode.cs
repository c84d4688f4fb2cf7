namespace CommunityCare.Gazetteer;

/// <summary>A ZIP code and the middle of the area that its mail goes to.</summary>
public sealed class ZipCode
{
    public const int CodeLength = 5;

    public string Code { get; set; } = "";

    public string City { get; set; } = "";

    /// <summary>The city's name folded, to be looked up by.</summary>
    public string CityKey { get; set; } = "";

    /// <summary>Two letters, as in CA.</summary>
    public string StateProvince { get; set; } = "";

    /// <summary>WGS 84, in degrees.</summary>
    public double Latitude { get; set; }

    /// <summary>WGS 84, in degrees.</summary>
    public double Longitude { get; set; }
}
