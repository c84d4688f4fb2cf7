using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// How many can help today beside what is chosen already, for each term and for what is not stated: none is offered that
/// would lead to nobody. What is chosen in a vocabulary itself does not narrow its own terms, as two of one mean or. A place
/// counts those of its own, and not those who serve everywhere.
/// </summary>
public sealed class FacetCounts
{
    private readonly Dictionary<(string Vocabulary, string Slug), int> _counts = [];

    public int Of(string vocabulary, string slug) => _counts.GetValueOrDefault((vocabulary, slug));

    internal void Add(string vocabulary, string slug, int count) => _counts[(vocabulary, slug)] = count;
}
