namespace CommunityCare.Gazetteer;

/// <summary>A place that we know, and its middle.</summary>
/// <param name="Name">What to type to get exactly this place: <c>97201</c>, or <c>Portland, OR</c>.</param>
/// <param name="City">As in <c>Portland</c>; of a ZIP code too.</param>
/// <param name="StateProvince">Two letters, as in OR.</param>
/// <param name="Point">Its middle.</param>
/// <param name="IsZipCode">Whether it is a ZIP code, and not a whole city.</param>
public sealed record Place(string Name, string City, string StateProvince, GeoPoint Point, bool IsZipCode)
{
    /// <summary>What to call it: <c>97201 (Portland, OR)</c>, or <c>Portland, OR</c>.</summary>
    public string Label => IsZipCode ? $"{Name} ({City}, {StateProvince})" : Name;
}
