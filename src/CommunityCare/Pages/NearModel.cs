using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;

namespace CommunityCare.Pages;

/// <summary>The fields that ask where somebody is, and what came of it.</summary>
/// <param name="Typed">As the reader typed it; empty when nothing was.</param>
/// <param name="Within">In miles, one of <see cref="Radius.Offered"/>.</param>
/// <param name="Place">What was understood; null when nothing was typed or it is not known.</param>
public sealed record NearModel(string Typed, int Within, Place? Place)
{
    public static readonly NearModel Nowhere = new("", Radius.Default, null);

    public bool IsUnderstood => Typed.Length == 0 || Place is not null;

    /// <summary>Two letters, when only a state was typed.</summary>
    public string? WholeState { get; init; }

    /// <summary>Where to find those in that state; null to offer no way there.</summary>
    public string? WholeStateHref { get; init; }

    /// <summary>What may have been meant, and the list near it.</summary>
    public IReadOnlyList<(string Label, string Href)> Suggestions { get; init; } = [];

    public static async Task<NearModel> OfAsync(Geocoder geocoder, SearchQuery query, SearchResults results, Offer offer, string list, CancellationToken stop)
    {
        var near = new NearModel(query.Near, query.Within, results.Near);
        if (near.IsUnderstood)
        {
            return near;
        }

        var state = Geocoder.WholeState(query.Near);
        var term = offer.Vocabularies.FirstOrDefault(v => v.Slug == Vocabulary.Place)?.Terms.Find(t => state is not null && t.Words.Contains(state));
        return near with
        {
            WholeState = state,
            WholeStateHref = term is null ? null : list + query.WithoutNear().With(Vocabulary.Place, term.Slug).ToQueryString(),
            Suggestions = [.. (await geocoder.NearestAsync(query.Near, stop)).Select(place => (place.Label, list + query.NearTo(place.Name, query.Within).ToQueryString()))],
        };
    }
}
