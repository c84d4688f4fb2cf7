using CommunityCare.Search;

namespace CommunityCare.Pages;

/// <param name="Query">What is asked for now; each link is a small change of it.</param>
/// <param name="Offer">What can be asked for.</param>
/// <param name="Without">A vocabulary that is not offered here.</param>
public sealed record FiltersModel(SearchQuery Query, Offer Offer, string? Without = null);
