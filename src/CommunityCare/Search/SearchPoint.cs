using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>Where an organization is, as exactly as the public may know: what distances are measured to. None for a confidential place.</summary>
public sealed class SearchPoint
{
    public long Key { get; set; }

    /// <summary>WGS 84, in degrees.</summary>
    public double Latitude { get; set; }

    /// <summary>WGS 84, in degrees.</summary>
    public double Longitude { get; set; }

    public Organization Organization { get; set; } = null!;
}
