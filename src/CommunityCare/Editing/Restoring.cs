using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Brings the text of an older revision back, as a new revision: nothing of the history goes.</summary>
public sealed class Restoring(CareDb db, CatalogEditor editor)
{
    private delegate Task<bool> Save<T>(T entry, Act? act, string? why, long? basedOn, CancellationToken stop);

    /// <param name="number">Of the revision.</param>
    /// <param name="basedOn">The newest revision of the entry when it was decided.</param>
    /// <param name="who">An account's name.</param>
    /// <param name="why">The reason.</param>
    /// <param name="stop">Ends the wait.</param>
    /// <returns>What is in the way; null if it was done, or there was nothing to do.</returns>
    /// <exception cref="EntryChangedException">There is a newer revision.</exception>
    /// <exception cref="DoNotListException">The group asked not to be listed.</exception>
    public Task<Hindrance?> RestoreAsync(long number, long basedOn, string who, string? why, CancellationToken stop = default) =>
        editor.WriteAsync(who, async write =>
        {
            var revision = await db.Revisions.AsNoTracking().FirstAsync(r => r.Number == number, stop);
            return revision.Kind switch
            {
                "organizations" => await BringAsync(Formats.Organizations, revision, write.SaveAsync, basedOn, why, stop),
                "care-types" => await BringAsync(Formats.CareTypes, revision, write.SaveAsync, basedOn, why, stop),
                "vocabulary" => await BringAsync(Formats.Vocabularies, revision, write.SaveAsync, basedOn, why, stop),
                _ => new(Hindered.Unreadable, []),
            };
        }, stop);

    private async Task<Hindrance?> BringAsync<T>(
        EntryFormat<T> format, Revision revision, Save<T> save, long basedOn, string? why, CancellationToken stop)
        where T : Entry, new()
    {
        var (entry, hindrance) = await new OlderTexts(db).ReadAsync(format, revision.Slug, revision.Text, stop);
        if (entry is null)
        {
            return hindrance;
        }

        await save(entry, Act.Restored, why, basedOn, stop);
        return null;
    }
}
