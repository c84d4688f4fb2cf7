using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>The only class that knows FTS5.</summary>
internal static class TextIndex
{
    // A hit in a name counts for more than one in a text. The columns stand in the order of the index.
    private const string Rank = "bm25(SearchIndex, 10.0, 8.0, 4.0, 3.0, 1.0)";

    /// <summary>One row for each organization with all the words, whatever the language it has them in.</summary>
    /// <param name="db">The catalogue.</param>
    /// <param name="expression">Made by <see cref="Words"/>.</param>
    public static IQueryable<Hit> Match(CareDb db, string expression) => db.Database.SqlQueryRaw<Hit>(
        $$"""
        SELECT d.OrganizationKey, MIN(h.Rank) AS Rank, MAX(h.InName) AS InName
        FROM (
            SELECT rowid AS DocumentKey, {{Rank}} AS Rank, 0 AS InName FROM SearchIndex WHERE SearchIndex MATCH {0}
            UNION ALL
            SELECT rowid, {{Rank}}, 1 FROM SearchIndex WHERE SearchIndex MATCH {1}
        ) h
        JOIN SearchDocuments d ON d."Key" = h.DocumentKey
        GROUP BY d.OrganizationKey
        """,
        expression,
        $"{{Name OtherNames}} : ({expression})");
}

/// <param name="OrganizationKey">The organization's key in the database.</param>
/// <param name="Rank">Smaller is better.</param>
/// <param name="InName">Whether all words stand in its name or another name.</param>
internal sealed record Hit(long OrganizationKey, double Rank, bool InName);
