using System.Globalization;

namespace CommunityCare.Gazetteer;

/// <summary>How far somebody is ready to go, in miles.</summary>
public static class Radius
{
    public const int Default = 25;

    public static readonly IReadOnlyList<int> Offered = [5, 10, Default, 50, 100];

    /// <summary>What was chosen, or the usual one when the text is none of those that are offered.</summary>
    public static int Of(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var miles) && Offered.Contains(miles) ? miles : Default;
}
