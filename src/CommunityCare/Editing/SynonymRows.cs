using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Makes the rows of synonyms equal to what a document says.</summary>
internal static partial class SynonymRows
{
    /// <returns>Whether any row changed.</returns>
    public static async Task<bool> SyncAsync(CareDb db, IEnumerable<Synonym> incoming, CancellationToken stop)
    {
        var wanted = incoming.Select(s => (Word: Plain(s.Word), Means: Plain(s.Means)))
            .Where(s => s.Word.Length > 0 && s.Means.Length > 0 && s.Word != s.Means).ToHashSet();
        var current = await db.Synonyms.AsTracking().ToListAsync(stop);
        var gone = current.FindAll(s => !wanted.Contains((s.Word, s.Means)));
        wanted.ExceptWith(current.Select(s => (s.Word, s.Means)));
        db.RemoveRange(gone);
        db.AddRange(wanted.Select(s => new Synonym { Word = s.Word, Means = s.Means }));
        await db.SaveChangesAsync(stop);
        return gone.Count + wanted.Count > 0;
    }

    /// <summary>As the words that readers type are compared: folded, and nothing but one space between two of them.</summary>
    private static string Plain(string text) => Between().Replace(Fold.Letters(text), " ").Trim();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
