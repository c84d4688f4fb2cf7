using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <param name="Total">How many can help today, on all pages.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Here">Of this page, those in the place that was asked for; all of them when none was.</param>
/// <param name="Everywhere">Of this page, those that serve the whole country.</param>
/// <param name="NoLongerActive">Closed and historical groups whose name was typed; on the last page.</param>
public sealed record SearchResults(
    int Total,
    int Page,
    int Pages,
    IReadOnlyList<Organization> Here,
    IReadOnlyList<Organization> Everywhere,
    IReadOnlyList<Organization> NoLongerActive)
{
    /// <summary>How many of all are in the place that was asked for, and not only everywhere; null if none was.</summary>
    public int? TotalHere { get; init; }

    public bool IsBeyondTheEnd => Page > Pages;
}
