using System.Data.Common;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>
/// The only class that knows FTS5: what it is asked, and how. Every word is quoted, so that no operator can be typed; the
/// number of words and of their synonyms is bounded where they are made.
/// </summary>
internal static class TextIndex
{
    // In the order of the index's columns. Terms are signs for terms and no text: they find, and do not rank.
    private const string Weights = "10.0, 8.0, 0.0, 3.0, 1.0";

    private const string Names = "{Name OtherNames}";
    private const string Offered = "{Name OtherNames Services}";
    private const string Everything = "{Name OtherNames Services Summary}";

    /// <summary>How the index writes a term.</summary>
    public static string Sign(long term) => $"k{term}";

    /// <summary>All of it, as far as the tier reaches.</summary>
    public static string Expression(IEnumerable<Concept> concepts, Tier tier) => string.Join(" AND ", concepts.Select(c => $"({Expression(c, tier)})"));

    /// <summary>A word as it is, as one and as many.</summary>
    public static string AnyForm(string word, bool isName = false) => $"{(isName ? Names : Everything)} : {Any(WordForms.Of(word).Select(Quoted))}";

    /// <summary>What the concept says, and not what it means.</summary>
    public static string Said(Concept concept, bool isName = false) => $"{(isName ? Names : Everything)} : {Any(concept.Phrases.Select(Quoted))}";

    public static async Task<Bits> FindAsync(CareDb db, string expression, CancellationToken stop)
    {
        var found = new Bits();
        await using var reader = await ReadAsync(db, "SELECT rowid FROM SearchIndex WHERE SearchIndex MATCH @expression", expression, stop);
        while (await reader.ReadAsync(stop))
        {
            found.Add(reader.GetInt64(0));
        }

        return found;
    }

    /// <returns>Every key that is found, with its rank: smaller is better, 0 where only a term is found.</returns>
    public static async Task<List<(long Key, double Rank)>> RankAsync(CareDb db, string expression, CancellationToken stop)
    {
        var ranks = new List<(long, double)>();
        await using var reader = await ReadAsync(
            db, $"SELECT rowid, bm25(SearchIndex, {Weights}) FROM SearchIndex WHERE SearchIndex MATCH @expression", expression, stop);
        while (await reader.ReadAsync(stop))
        {
            ranks.Add((reader.GetInt64(0), reader.GetDouble(1)));
        }

        return ranks;
    }

    /// <summary>Joins what many writes left apart.</summary>
    public static Task OptimizeAsync(CareDb db, CancellationToken stop) =>
        db.Database.ExecuteSqlRawAsync("INSERT INTO SearchIndex (SearchIndex) VALUES ('optimize')", stop);

    private static string Expression(Concept concept, Tier tier)
    {
        var exact = Any(concept.Phrases.Select(Quoted));
        return tier switch
        {
            Tier.Names => $"{Names} : {exact}",
            Tier.Terms => Or($"{Names} : {exact}", Signs(concept.Terms)),
            Tier.Services => Or($"{Offered} : {exact}", Signs(concept.Terms)),
            Tier.Texts => Or($"{Everything} : {exact}", Signs(concept.Terms)),
            _ => Or(
                $"{Everything} : {Any(concept.Phrases.Concat(concept.WiderPhrases).Select(Quoted).Concat(concept.IsPrefix ? [Quoted(string.Join(' ', concept.Typed)) + " *"] : []))}",
                Signs([.. concept.Terms, .. concept.WiderTerms])),
        };
    }

    private static string? Signs(IReadOnlyCollection<long> terms) => terms.Count == 0 ? null : $"Terms : {Any(terms.Select(t => Quoted(Sign(t))))}";

    private static string Or(string text, string? terms) => terms is null ? text : $"({text}) OR ({terms})";

    private static string Any(IEnumerable<string> alternatives) => $"({string.Join(" OR ", alternatives)})";

    private static string Quoted(string words) => $"\"{words}\"";

    // The reader goes on with its command, and ends it.
    private static async Task<DbDataReader> ReadAsync(CareDb db, string sql, string expression, CancellationToken stop) =>
        await (await db.CommandAsync(sql, stop)).With("@expression", expression).ExecuteReaderAsync(stop);
}

/// <summary>Where all the words are found. Each holds the one before.</summary>
internal enum Tier
{
    Names,
    Terms,
    Services,
    Texts,

    /// <summary>Also as synonyms, or as the beginning of a longer word.</summary>
    Wider,
}
