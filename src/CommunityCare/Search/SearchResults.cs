using CommunityCare.Catalog;
using CommunityCare.Gazetteer;

namespace CommunityCare.Search;

/// <param name="Total">How many can help today, on all pages.</param>
/// <param name="Page">Counted from 1.</param>
/// <param name="Pages">At least 1.</param>
/// <param name="Parts">Of this page: those in the place that was asked for, then those that serve it, then those that serve the whole country.</param>
public sealed record SearchResults(int Total, int Page, int Pages, IReadOnlyList<ResultPart> Parts)
{
    /// <summary>How many of all there are in each part; one part alone if no place was asked for.</summary>
    public required IReadOnlyDictionary<Reach, int> Totals { get; init; }

    /// <summary>Closed and historical groups whose name was typed; on the last page, or on the first if the whole name was.</summary>
    public IReadOnlyList<Organization> NoLongerActive { get; init; } = [];

    /// <summary>A group that is no longer active bears the whole name that was typed.</summary>
    public bool IsNoLongerActiveFirst { get; init; }

    /// <summary>When few have all the words: those that have the most telling of them.</summary>
    public IReadOnlyList<Organization> Partly { get; init; } = [];

    public FacetCounts Facets { get; init; } = new();

    /// <summary>The slugs of the kinds of care that the words name.</summary>
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>What was searched for instead of what was typed; null if it was searched as it is.</summary>
    public string? Corrected { get; init; }

    /// <summary>When nothing fits the words as they are spelled: what may have been meant.</summary>
    public string? Spelling { get; init; }

    /// <summary>The words and terms that were searched for, to be shown where they stand.</summary>
    public Sought Sought { get; init; } = Sought.Nothing;

    /// <summary>When nothing fits: what to leave out, and how many would fit then.</summary>
    public IReadOnlyList<Relaxation> Relaxed { get; init; } = [];

    /// <summary>The place to be near to, if one was typed and is known.</summary>
    public Place? Near { get; init; }

    /// <summary>When nobody is as near as was asked: how far to go to find somebody; null if that is too far.</summary>
    public Farther? Farther { get; init; }

    /// <summary>In miles, by the id of the organization.</summary>
    public IReadOnlyDictionary<Guid, double> Distances { get; init; } = new Dictionary<Guid, double>();

    public bool IsBeyondTheEnd => Page > Pages;

    public IReadOnlyList<Organization> In(Reach reach) => Parts.FirstOrDefault(p => p.Reach == reach)?.Organizations ?? [];
}

public sealed record ResultPart(Reach Reach, IReadOnlyList<Organization> Organizations);

/// <summary>How an organization has to do with the place that was asked for.</summary>
public enum Reach
{
    /// <summary>It is there. Everybody, if no place was asked for.</summary>
    Here,

    /// <summary>It is elsewhere and serves the place.</summary>
    Area,

    /// <summary>It serves the whole country.</summary>
    Everywhere,
}

/// <param name="Query">The question without it.</param>
/// <param name="Count">How many fit then.</param>
/// <param name="Vocabulary">Of the value that is left out; null if it is something typed.</param>
/// <param name="Value">The slug that is left out, or the words.</param>
public sealed record Relaxation(SearchQuery Query, int Count, string? Vocabulary, string Value);
