using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>
/// What an address may ask for, as the catalogue had it at one stamp. Whoever only wants to know which page an address
/// means need not ask the database for it each time.
/// </summary>
public sealed class KnownVocabularies(IServiceScopeFactory scopes)
{
    private Snapshot? _known;

    /// <param name="stamp">The catalogue's stamp, read before.</param>
    /// <param name="stop">Ends the reading.</param>
    public async ValueTask<IReadOnlyList<Vocabulary>> AsOfAsync(string stamp, CancellationToken stop = default)
    {
        if (_known is { } known && known.Stamp == stamp)
        {
            return known.Vocabularies;
        }

        // Two that come at once both read: that is simpler than to wait, and they find the same.
        await using var scope = scopes.CreateAsyncScope();
        var vocabularies = await scope.ServiceProvider.GetRequiredService<CareDb>().PublicVocabulariesAsync(stop);
        _known = new(stamp, vocabularies);
        return vocabularies;
    }

    private sealed record Snapshot(string Stamp, IReadOnlyList<Vocabulary> Vocabularies);
}

internal static class PublicVocabularies
{
    /// <summary>In the order of the filters, with all their public terms.</summary>
    public static async Task<List<Vocabulary>> PublicVocabulariesAsync(this CareDb db, CancellationToken stop)
    {
        var vocabularies = await db.Vocabularies.AsNoTracking()
            .Where(v => v.Publication == Publication.Published)
            .Include(v => v.Terms).OrderBy(v => v.Order).ThenBy(v => v.Slug).ToListAsync(stop);
        vocabularies.ForEach(v => v.Terms.RemoveAll(t => !PublicView.IsPublic(t)));
        return vocabularies;
    }
}
