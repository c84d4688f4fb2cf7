using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Where the other version of an entry comes from, and what becomes of it when somebody has chosen.</summary>
public sealed class Versions(CareDb db, OrganizationDesk desk)
{
    /// <summary>Facts about the entry itself, which no other version can bring.</summary>
    private static readonly string[] Own = ["id", "publication", "compiled", "edited", "verified", "notice", "notice_until", "replaced_by", "es:notice"];

    /// <param name="entry">As it stands.</param>
    /// <param name="from">One of the names of <see cref="Origin"/>; null for another editor's version, which comes with its form.</param>
    /// <param name="other">The proposal or the other entry.</param>
    /// <param name="stop">Ends it.</param>
    /// <returns>Null if there is no such version. What a reader proposed is for the caller to find.</returns>
    public async Task<Chooser?> ChooserAsync(Organization entry, string? from, Guid? other, CancellationToken stop)
    {
        var origin = Enum.TryParse<Origin>(from, ignoreCase: true, out var known) ? known : Origin.Editor;
        return origin switch
        {
            Origin.Entry => other is { } id && id != entry.Id && await desk.FindAsync(id, stop) is { } twin && Merging.CanTakeOver(entry.Publication, twin.Publication) ? new(origin, entry.Id, id, twin.Name) : null,
            _ => new(origin, entry.Id, other, null),
        };
    }

    /// <param name="entry">As it stands.</param>
    /// <param name="from">As in <see cref="ChooserAsync"/>.</param>
    /// <param name="other">The proposal or the other entry.</param>
    /// <param name="proposed">What a reader says, by paths.</param>
    /// <param name="stop">Ends it.</param>
    public async Task<(Chooser Chooser, Choosing Choosing)?> FindAsync(
        Organization entry, string? from, Guid? other, IEnumerable<(string Path, string Text)> proposed, CancellationToken stop)
    {
        if (await ChooserAsync(entry, from, other, stop) is not { Origin: not Origin.Editor } chooser)
        {
            return null;
        }

        var now = Formats.Organizations.Write(entry, withPrivate: true);
        var choices = chooser.Origin switch
        {
            Origin.Files => (await db.IncomingChanges.Where(c => c.EntryId == entry.Id).OrderBy(c => c.Path).ToListAsync(stop))
                .Select(c => new Choice(c.Path, ThreeWay.At(now, c.Path), c.Theirs, c.Base)),
            Origin.Entry => Of(now, await TwinAsync(chooser.Other!.Value, stop)),
            _ => proposed.Select(p => new Choice(p.Path, ThreeWay.At(now, p.Path), p.Text)),
        };
        return (chooser, new(now, entry.Revision, [.. choices]));
    }

    /// <summary>Saves what was chosen, and settles in the same transaction where the other version came from.</summary>
    public async Task<bool> SaveAsync(CatalogWrite write, Organization chosen, Chooser chooser, long basedOn, string? why, CancellationToken stop)
    {
        if (chooser.Origin == Origin.Entry && await write.FindOrganizationAsync(chooser.Other!.Value, stop) is { } twin)
        {
            return await write.MergeAsync(chosen, twin.Id, why, (basedOn, twin.Revision), stop);
        }

        if (chooser.Origin == Origin.Files)
        {
            await db.IncomingChanges.Where(c => c.EntryId == chosen.Id).ExecuteDeleteAsync(stop);
        }

        return await write.SaveAsync(chosen, null, why, stop: stop);
    }

    private async Task<EntryText> TwinAsync(Guid id, CancellationToken stop) =>
        Formats.Organizations.Write((await desk.FindAsync(id, stop))!, withPrivate: true);

    private static IEnumerable<Choice> Of(EntryText mine, EntryText theirs) => Differences.Between(mine, theirs)
        .Where(d => !Own.Contains(d.Path))
        .Select(d => new Choice(d.Path, ThreeWay.At(mine, d.Path), ThreeWay.At(theirs, d.Path)))
        .Where(c => c.Theirs is not null && c.Theirs != c.Mine);
}

/// <summary>Where another version of an entry comes from.</summary>
public enum Origin
{
    /// <summary>Another editor saved it first.</summary>
    Editor,

    /// <summary>The curated files.</summary>
    Files,

    /// <summary>A reader.</summary>
    Proposal,

    /// <summary>Another entry about the same organization.</summary>
    Entry,
}

/// <param name="Origin">Where it comes from.</param>
/// <param name="EntryId">The entry that is chosen for.</param>
/// <param name="Other">The proposal or the other entry.</param>
/// <param name="Name">Of the other entry, or of the other editor as far as that is known.</param>
public sealed record Chooser(Origin Origin, Guid EntryId, Guid? Other, string? Name);
