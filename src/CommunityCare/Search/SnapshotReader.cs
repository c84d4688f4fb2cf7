using System.Data.Common;
using System.Runtime.CompilerServices;
using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>Reads a <see cref="Snapshot"/>: all of it, or what changed since an older one.</summary>
internal sealed class SnapshotReader(CareDb db)
{
    private const string OrganizationsFolder = "organizations";

    // Each in the order of the organizations, so that the three are read side by side.
    private const string OrganizationsSql =
        """SELECT "Key", Publication, Status, Reachable FROM Organizations WHERE Revision > @since ORDER BY "Key" """;

    private const string ServicesSql =
        """
        SELECT OrganizationKey, "Key" FROM Services
        WHERE @since < 0 OR OrganizationKey IN (SELECT "Key" FROM Organizations WHERE Revision > @since)
        ORDER BY OrganizationKey, "Order", "Key"
        """;

    private const string TermsSql =
        """
        SELECT OrganizationKey, TermKey, ServiceKey, Derived FROM TermLinks
        WHERE @since < 0 OR OrganizationKey IN (SELECT "Key" FROM Organizations WHERE Revision > @since)
        ORDER BY OrganizationKey
        """;

    /// <summary>The newest revision and when it was made.</summary>
    public async Task<(long Number, string Moment)> StampAsync(CancellationToken stop)
    {
        await using var command = await db.CommandAsync("SELECT Number, \"When\" FROM Revisions ORDER BY Number DESC LIMIT 1", stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        return await reader.ReadAsync(stop) ? (reader.GetInt64(0), reader.GetString(1)) : (0, "");
    }

    public async Task<Snapshot> ReadAsync((long Number, string Moment) stamp, Snapshot? older, CancellationToken stop)
    {
        if (older is null || !await IsOfThisHistoryAsync(older, stop) || await WordsChangedAsync(older.Stamp, stop))
        {
            return await ReadAllAsync(stamp, stop);
        }

        var terms = older.Terms.Copy();
        await foreach (var (key, row) in RowsAsync(older.Stamp, stop))
        {
            terms.Remove(key);
            if (row is not null)
            {
                terms.Add(row);
            }
        }

        return new() { Stamp = stamp.Number, Moment = stamp.Moment, Terms = terms, Lexicon = older.Lexicon, Offer = older.Offer.With(terms) };
    }

    // What was read before a restore says nothing of what comes after it.
    private async Task<bool> IsOfThisHistoryAsync(Snapshot older, CancellationToken stop)
    {
        await using var command = (await db.CommandAsync("SELECT \"When\" FROM Revisions WHERE Number = @number", stop)).With("@number", older.Stamp);
        return await command.ExecuteScalarAsync(stop) as string == older.Moment;
    }

    private async Task<Snapshot> ReadAllAsync((long Number, string Moment) stamp, CancellationToken stop)
    {
        var vocabularies = await db.PublicVocabulariesAsync(stop);
        var keys = await db.Terms
            .Select(t => new { Vocabulary = t.Vocabulary.Slug, t.Slug, Key = EF.Property<long>(t, Columns.Key) })
            .ToDictionaryAsync(t => (t.Vocabulary, t.Slug), t => t.Key, stop);
        var synonyms = await db.Synonyms.AsNoTracking().ToListAsync(stop);
        var terms = new TermSets();
        await foreach (var (_, row) in RowsAsync(-1, stop))
        {
            if (row is not null)
            {
                terms.Add(row);
            }
        }

        return new() { Stamp = stamp.Number, Moment = stamp.Moment, Terms = terms, Lexicon = new(vocabularies, keys, synonyms), Offer = new(vocabularies, keys, terms) };
    }

    // Places follow from words, and so organizations change without a revision of their own.
    private Task<bool> WordsChangedAsync(long since, CancellationToken stop) =>
        db.Revisions.AnyAsync(r => r.Number > since && r.Kind != OrganizationsFolder, stop);

    /// <summary>Those that changed since; without a row where they are not public.</summary>
    private async IAsyncEnumerable<(long Key, OrganizationRow? Row)> RowsAsync(long since, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var organizations = await ReaderAsync(OrganizationsSql, since, stop);
        await using var services = await ReaderAsync(ServicesSql, since, stop);
        await using var terms = await ReaderAsync(TermsSql, since, stop);
        var (hasService, hasTerm) = (await services.ReadAsync(stop), await terms.ReadAsync(stop));
        while (await organizations.ReadAsync(stop))
        {
            var key = organizations.GetInt64(0);
            var listed = organizations.GetString(2) is nameof(OrganizationStatus.Active) or nameof(OrganizationStatus.Unknown);
            var row = new OrganizationRow(key, listed, organizations.GetBoolean(3));
            for (; hasService && services.GetInt64(0) <= key; hasService = await services.ReadAsync(stop))
            {
                if (services.GetInt64(0) == key)
                {
                    row.Services.Add(services.GetInt64(1));
                }
            }

            for (; hasTerm && terms.GetInt64(0) <= key; hasTerm = await terms.ReadAsync(stop))
            {
                if (terms.GetInt64(0) == key)
                {
                    row.Terms.Add((terms.GetInt64(1), await terms.IsDBNullAsync(2, stop) ? null : terms.GetInt64(2)));
                    if (terms.GetBoolean(3))
                    {
                        row.Derived.Add(terms.GetInt64(1));
                    }
                }
            }

            yield return (key, organizations.GetString(1) == nameof(Publication.Published) ? row : null);
        }
    }

    // The reader goes on with its command, and ends it.
    private async Task<DbDataReader> ReaderAsync(string sql, long since, CancellationToken stop) =>
        await (await db.CommandAsync(sql, stop)).With("@since", since).ExecuteReaderAsync(stop);
}
