using CommunityCare.Gazetteer;

namespace CommunityCare.Pages;

/// <summary>The fields that ask where somebody is, and what came of it.</summary>
/// <param name="Typed">As the reader typed it; empty when nothing was.</param>
/// <param name="Within">In miles, one of <see cref="Radius.Offered"/>.</param>
/// <param name="Place">What was understood; null when nothing was typed or it is not known.</param>
public sealed record NearModel(string Typed, int Within, Place? Place)
{
    public bool IsUnderstood => Typed.Length == 0 || Place is not null;

    /// <summary>Two letters, when only a state was typed.</summary>
    public string? WholeState { get; init; }

    /// <summary>Where to find those in that state; null to offer no way there.</summary>
    public string? WholeStateHref { get; init; }

    /// <summary>What may have been meant, and the list near it.</summary>
    public IReadOnlyList<(string Label, string Href)> Suggestions { get; init; } = [];

    /// <param name="geocoder">Knows the places.</param>
    /// <param name="typed">By the reader.</param>
    /// <param name="within">In miles.</param>
    /// <param name="link">From what is to be typed to the address of the same list near there.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<NearModel> AskAsync(Geocoder geocoder, string? typed, int within, Func<string, string> link, CancellationToken stop)
    {
        var near = new NearModel(typed?.Trim() ?? "", within, await geocoder.FindAsync(typed, stop));
        return near.IsUnderstood ? near : near with
        {
            WholeState = Geocoder.WholeState(typed),
            Suggestions = [.. (await geocoder.NearestAsync(typed, stop)).Select(place => (place.Label, link(place.Name)))],
        };
    }
}
