using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace CommunityCare.Search;

/// <summary>
/// What a reader asks for, and nothing else: the query string is the state. Each change is a new query, and so a plain link.
/// </summary>
public sealed record SearchQuery
{
    public const int WordsLength = 200;
    public const int ValuesLimit = 20;
    public const int PageLimit = 10_000;

    public static readonly SearchQuery Everything = new();

    private const string WordsName = "q";
    private const string SortName = "sort";
    private const string PageName = "page";
    private const string ExactName = "exact";
    private const string NearName = "near";
    private const string WithinName = "within";

    /// <summary>What has a meaning of its own in addresses, so that no filter can have these names.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string> { WordsName, ExactName, NearName, WithinName, SortName, PageName };

    public string Words { get; init; } = "";

    /// <summary>The words are meant as they are spelled.</summary>
    public bool IsExact { get; init; }

    /// <summary>A ZIP code or a city, as it was typed; empty if none was.</summary>
    public string Near { get; init; } = "";

    /// <summary>How far around <see cref="Near"/>, in miles: one of <see cref="Radius.Offered"/>.</summary>
    public int Within { get; init; } = Radius.Default;

    /// <summary>By vocabulary; several slugs of one mean or, and vocabularies together mean and.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Filters { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    public Sort Sort { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => Filters.Count > 0;

    /// <summary>It holds what a reader typed, which is nobody's business: no answer to it is kept.</summary>
    public bool IsTyped => Words.Length > 0 || Near.Length > 0;

    /// <summary>Takes what it knows and leaves the rest: an address may be old, mistyped or hostile.</summary>
    public static SearchQuery From(IEnumerable<KeyValuePair<string, StringValues>> parameters, IReadOnlyCollection<Vocabulary> vocabularies)
    {
        var query = Everything;
        foreach (var (name, values) in parameters)
        {
            query = name switch
            {
                WordsName => query with { Words = WithAWord(Clean(values.FirstOrDefault(), WordsLength)) },
                ExactName => query with { IsExact = values.FirstOrDefault() == "1" },
                NearName => query with { Near = Clean(values.FirstOrDefault(), Geocoder.TypedLength) },
                WithinName => query with { Within = Radius.Of(values.FirstOrDefault()) },
                SortName => query with { Sort = Enum.TryParse<Sort>(values.FirstOrDefault(), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : default },
                PageName => query with { Page = PageOf(values.FirstOrDefault()) },
                _ => vocabularies.FirstOrDefault(v => v.Slug == name) is { } vocabulary
                    ? values.Take(ValuesLimit).OfType<string>().Where(slug => IsKnown(vocabulary, slug)).Aggregate(query, (q, slug) => q.With(name, slug))
                    : query,
            };
        }

        return query.Canonical();
    }

    public SearchQuery With(string vocabulary, string slug) => this with
    {
        Filters = Filters.SetItem(vocabulary, Chosen(vocabulary).Add(slug)),
        Page = 1,
    };

    public SearchQuery Without(string vocabulary, string slug)
    {
        var left = Chosen(vocabulary).Remove(slug);
        return this with { Filters = left.IsEmpty ? Filters.Remove(vocabulary) : Filters.SetItem(vocabulary, left), Page = 1 };
    }

    public SearchQuery Without(string vocabulary) => this with { Filters = Filters.Remove(vocabulary), Page = 1 };

    public SearchQuery WithoutWords() => this with { Words = "", IsExact = false, Page = 1 };

    public SearchQuery WithWords(string words) => this with { Words = words, IsExact = false, Page = 1 };

    public SearchQuery AsTyped() => this with { IsExact = true, Page = 1 };

    public SearchQuery WithoutNear() => (this with { Near = "", Page = 1 }).Canonical();

    public SearchQuery NearTo(string place, int within) => this with { Near = place, Within = within, Page = 1 };

    public SearchQuery By(Sort sort) => (this with { Sort = sort, Page = 1 }).Canonical();

    /// <summary>The orders that make a difference, the usual one first.</summary>
    /// <param name="hasPlace">Whether the place that was typed is known.</param>
    public IReadOnlyList<Sort> Sorts(bool hasPlace) =>
    [
        // Without words nothing matches better than anything else: the best is then the nearest, or the name.
        .. hasPlace ? [Sort.Nearest] : Words.Length > 0 ? [Sort.Best] : Array.Empty<Sort>(),
        Sort.Name, Sort.Fresh,
    ];

    public SearchQuery On(int page) => this with { Page = page };

    public bool Has(string vocabulary, string slug) => Chosen(vocabulary).Contains(slug);

    public ImmutableSortedSet<string> Chosen(string vocabulary) =>
        Filters.GetValueOrDefault(vocabulary, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>The same for the same question, whatever the order in which it was put together; empty for everything.</summary>
    public string ToQueryString()
    {
        var parts = Filters.SelectMany(f => f.Value.Select(slug => KeyValuePair.Create(f.Key, (string?)slug))).ToList();
        var typed = new List<KeyValuePair<string, string?>>();
        if (Words.Length > 0)
        {
            typed.Add(new(WordsName, Words));
        }

        if (IsExact)
        {
            typed.Add(new(ExactName, "1"));
        }

        if (Near.Length > 0)
        {
            typed.Add(new(NearName, Near));
            if (Within != Radius.Default)
            {
                typed.Add(new(WithinName, Within.ToString(CultureInfo.InvariantCulture)));
            }
        }

        parts.InsertRange(0, typed);

        if (Sort != Sort.Best)
        {
            parts.Add(new(SortName, Sort.ToString().ToLowerInvariant()));
        }

        if (Page != 1)
        {
            parts.Add(new(PageName, Page.ToString(CultureInfo.InvariantCulture)));
        }

        return QueryHelpers.AddQueryString("", parts);
    }

    private static bool IsKnown(Vocabulary vocabulary, string slug) =>
        slug == Term.NotStated || vocabulary.Terms.Exists(t => t.Slug == slug);

    // What says nothing without something else is left out.
    private SearchQuery Canonical() => this with
    {
        IsExact = IsExact && Words.Length > 0,
        Within = Near.Length > 0 ? Within : Radius.Default,
        Sort = Sort == Sort.Nearest ? Sort.Best : Sort,
    };

    // One line; a half letter reads as one that could not be read.
    private static string Clean(string? typed, int length) => string.Concat(string.Concat((typed ?? "").Take(length)).EnumerateRunes()
        .Select(r => Rune.IsControl(r) || r == Rune.ReplacementChar ? " " : r.ToString())).Trim();

    // Signs alone ask for nothing.
    private static string WithAWord(string line) => Search.Words.Tokens(line).Any() ? line : "";

    private static int PageOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= PageLimit ? page : 1;
}

public enum Sort
{
    Best,
    Name,
    Fresh,

    /// <summary>What is best where a place was typed: another word for <see cref="Best"/>.</summary>
    Nearest,
}
