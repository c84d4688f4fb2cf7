using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using CommunityCare.Catalog;
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

    public string Words { get; init; } = "";

    /// <summary>By vocabulary; several slugs of one mean or, and vocabularies together mean and.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> Filters { get; init; } =
        ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    public Sort Sort { get; init; }

    /// <summary>Counted from 1.</summary>
    public int Page { get; init; } = 1;

    public bool IsFiltered => Filters.Count > 0;

    /// <summary>Whether it holds anything in the reader's own words: such answers are kept nowhere.</summary>
    public bool IsTyped => Words.Length > 0;

    /// <summary>Takes what it knows and leaves the rest: an address may be old, mistyped or hostile.</summary>
    public static SearchQuery From(IEnumerable<KeyValuePair<string, StringValues>> parameters, IReadOnlyCollection<Vocabulary> vocabularies)
    {
        var query = Everything;
        foreach (var (name, values) in parameters)
        {
            query = name switch
            {
                WordsName => query with { Words = Clean(values.FirstOrDefault()) },
                SortName => query with { Sort = Enum.TryParse<Sort>(values.FirstOrDefault(), ignoreCase: true, out var sort) && Enum.IsDefined(sort) ? sort : default },
                PageName => query with { Page = PageOf(values.FirstOrDefault()) },
                _ => vocabularies.FirstOrDefault(v => v.Slug == name) is { } vocabulary
                    ? values.Take(ValuesLimit).OfType<string>().Where(slug => IsKnown(vocabulary, slug)).Aggregate(query, (q, slug) => q.With(name, slug))
                    : query,
            };
        }

        return query;
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

    public SearchQuery WithoutWords() => this with { Words = "", Page = 1 };

    public SearchQuery By(Sort sort) => this with { Sort = sort, Page = 1 };

    public SearchQuery On(int page) => this with { Page = page };

    public bool Has(string vocabulary, string slug) => Chosen(vocabulary).Contains(slug);

    public ImmutableSortedSet<string> Chosen(string vocabulary) =>
        Filters.GetValueOrDefault(vocabulary, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    /// <summary>The same for the same question, whatever the order in which it was put together; empty for everything.</summary>
    public string ToQueryString()
    {
        var parts = Filters.SelectMany(f => f.Value.Select(slug => KeyValuePair.Create(f.Key, (string?)slug))).ToList();
        if (Words.Length > 0)
        {
            parts.Insert(0, new(WordsName, Words));
        }

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

    // One line; a half letter reads as one that could not be read. Signs alone ask for nothing.
    private static string Clean(string? words)
    {
        var line = string.Concat(string.Concat((words ?? "").Take(WordsLength)).EnumerateRunes()
            .Select(r => Rune.IsControl(r) || r == Rune.ReplacementChar ? " " : r.ToString())).Trim();
        return Search.Words.Expression(line) is null ? "" : line;
    }

    private static int PageOf(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= PageLimit ? page : 1;
}

public enum Sort
{
    Best,
    Name,
    Fresh,
}
