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
        var terminology = new Terminology(await db.Vocabularies.AsNoTracking().Include(v => v.Terms.OrderBy(t => t.Order)).ToListAsync(stop));
        var scopes = new List<Scope>();
        var entry = format.Read(revision.Slug, revision.Text, name =>
        {
            scopes.Add(new(name, terminology) { WithPrivate = true });
            return scopes[^1];
        });
        if (scopes.SelectMany(s => s.Problems).ToList() is { Count: > 0 } problems)
        {
            return new(Hindered.Unreadable, [.. problems.Select(p => p.What)]);
        }

        if (await new Addresses(db).HolderOfAsync<T>(format.Folder, entry.Slug, entry.Id, stop) is { } holder)
        {
            return new(Hindered.SlugTaken, [entry.Slug, holder]);
        }

        if (await Parts.OwnerAsync(db, entry, stop) is { } owner)
        {
            return new(Hindered.PartTaken, [owner]);
        }

        if (entry is Organization { ReplacedBy: { } other } && await Replacements.LeadsToAsync(db, other, entry.Id, stop))
        {
            return new(Hindered.Ring, []);
        }

        await save(entry, Act.Restored, why, basedOn, stop);
        return null;
    }
}

/// <summary>Why an older text cannot be brought back as it is.</summary>
public enum Hindered
{
    /// <summary>It uses words that are gone, or a form that is not read any more.</summary>
    Unreadable,

    /// <summary>Another entry has its address now.</summary>
    SlugTaken,

    /// <summary>A service, phone, place or contact of it belongs to another entry now.</summary>
    PartTaken,

    /// <summary>It would lead to an entry that leads back to it.</summary>
    Ring,
}

/// <param name="Why">The kind of hindrance.</param>
/// <param name="What">What is meant: the slug and its holder, or each problem of the text in the words of the format, in English.</param>
public sealed record Hindrance(Hindered Why, IReadOnlyList<string> What);
