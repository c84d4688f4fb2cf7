using CommunityCare.Bench.Making;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Questions;

/// <summary>The words of the made catalogue, and how many organizations have them.</summary>
internal sealed class KnownWords
{
    private const int Shortest = 4;

    // What no text is without; the search leaves them out.
    private static readonly HashSet<string> Small =
    [
        "about", "after", "also", "been", "each", "from", "have", "here", "into", "more", "most", "other", "some", "than", "that", "their", "them", "there", "they",
        "this", "what", "when", "where", "which", "with", "your", "como", "cuando", "donde", "entre", "esta", "este", "para", "pero", "puede", "sobre", "tambien", "tiene",
    ];

    private readonly CareDb _db;
    private readonly Func<OrganizationSearch> _search;
    private readonly HashSet<string> _everything;
    private readonly HashSet<string> _plain;
    private readonly long _newestText;

    private KnownWords(CareDb db, Func<OrganizationSearch> search, List<IndexedWord> words, HashSet<string> terms, long newestText)
    {
        (_db, _search, _newestText) = (db, search, newestText);
        _everything = [.. words.Select(w => w.Word)];
        All = [.. words
            .Where(w => w.Word.Length >= Shortest && w.Word.All(char.IsAsciiLetterLower) && !Small.Contains(w.Word))
            .OrderBy(w => w.Documents).ThenBy(w => w.Word, StringComparer.Ordinal)];
        Plain = [.. All.Where(w => !terms.Contains(w.Word))];
        _plain = [.. Plain.Select(w => w.Word)];
    }

    /// <summary>The rarest first.</summary>
    public IReadOnlyList<IndexedWord> All { get; }

    /// <summary>Without those that name a term or have a synonym, and so find more than themselves.</summary>
    public IReadOnlyList<IndexedWord> Plain { get; }

    /// <param name="db">The catalogue.</param>
    /// <param name="search">A search that remembers nothing.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<KnownWords> ReadAsync(CareDb db, Func<OrganizationSearch> search, CancellationToken stop)
    {
        // The table of words belongs to the connection.
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync(IndexSql.MakeWords, stop);
        var words = await db.Database.SqlQueryRaw<IndexedWord>(IndexSql.Words).ToListAsync(stop);
        var terms = await db.Terms.AsNoTracking().ToListAsync(stop);
        var synonyms = await db.Synonyms.Select(s => s.Word).Union(db.Synonyms.Select(s => s.Means)).ToListAsync(stop);
        var phrases = terms.SelectMany(t => t.Words.Append(t.Name).Concat(t.Translations.SelectMany(x => x.Text.Split('\n')))).Concat(synonyms);
        return new(db, search, words, [.. phrases.Select(Fold.Letters)], await db.SearchDocuments.MaxAsync(d => EF.Property<long>(d, Columns.OrganizationKey), stop));
    }

    public bool Knows(string word) => _everything.Contains(word);

    public bool IsPlain(string word) => _plain.Contains(word);

    /// <summary>How many organizations the list would show.</summary>
    public Task<int> HitsAsync(string words, CancellationToken stop) =>
        _search().CountAsync(SearchQuery.Everything with { Words = words, IsExact = true }, stop);

    /// <summary>The text of some organization.</summary>
    public Task<string?> TextAsync(Chance chance, CancellationToken stop)
    {
        var key = 1 + (long)(chance.Share() * _newestText);
        return _db.SearchDocuments.Where(d => EF.Property<long>(d, Columns.OrganizationKey) == key).Select(d => d.Summary).SingleOrDefaultAsync(stop);
    }
}

internal sealed record IndexedWord(string Word, long Documents);
