namespace CommunityCare.Catalog;

/// <summary>Where an organization is, as far as it is known and may be told.</summary>
public sealed class Location
{
    public const int LineLength = 150;

    public Guid Id { get; set; }

    public string? Name { get; set; }

    public string? Address1 { get; set; }

    public string? Address2 { get; set; }

    public string? City { get; set; }

    /// <summary>Two letters, as in CA.</summary>
    public string? StateProvince { get; set; }

    public string? PostalCode { get; set; }

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string Country { get; set; } = HomeCountry;

    /// <summary>WGS 84, in degrees.</summary>
    public double? Latitude { get; set; }

    /// <summary>WGS 84, in degrees.</summary>
    public double? Longitude { get; set; }

    public string? Description { get; set; }

    public string? Accessibility { get; set; }

    public string? Transportation { get; set; }

    public LocationVisibility Visibility { get; set; }

    public int Order { get; set; }

    public List<Translation> Translations { get; set; } = [];

    public const string HomeCountry = "US";

    public bool HasStreet => Address1 is not null && Visibility == LocationVisibility.Full;
}

/// <summary>How much of a location the public may know.</summary>
public enum LocationVisibility
{
    Full,

    /// <summary>City and state only.</summary>
    Area,

    /// <summary>Only that it exists.</summary>
    Hidden,
}
