using CommunityCare.Catalog;
using CommunityCare.Search;

namespace CommunityCare.Pages;

/// <summary>The kinds of care with the number of organizations that can be reached and can help today.</summary>
internal static class KindCounts
{
    public static async Task<IReadOnlyList<(CareType Kind, int Count)>> ReadAsync(PublicCatalog catalog, OrganizationSearch search, CancellationToken stop)
    {
        var offer = await search.OfferAsync(stop);
        return [.. (await catalog.KindsAsync(stop)).Select(kind => (kind, offer.Reachable(Vocabulary.Kind, kind.Slug)))];
    }
}
