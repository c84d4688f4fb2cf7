using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>Where organizations are written: gives forms to fill in, and takes them back without losing what another saved meanwhile.</summary>
public sealed class OrganizationDesk(CareDb db, CatalogEditor editor, TimeProvider clock)
{
    /// <summary>These have pages of their own.</summary>
    private static readonly HashSet<string> Apart =
        ["id", "publication", "compiled", "edited", "verified", "notice", "notice_until", "replaced_by"];

    public Task<Organization?> FindAsync(Guid id, CancellationToken stop) =>
        db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Id == id, stop);

    /// <summary>All the words that entries use, those that are no longer offered too.</summary>
    public async Task<Terminology> TerminologyAsync(CancellationToken stop) =>
        new(await db.Vocabularies.AsNoTracking().Include(v => v.Terms.OrderBy(t => t.Order)).ToListAsync(stop));

    /// <param name="text">What stands in it; a new entry if null.</param>
    /// <param name="stop">Ends it.</param>
    internal async Task<EntryForm<Organization>> FormAsync(EntryText? text, CancellationToken stop)
    {
        var form = new EntryForm<Organization>(Formats.Organizations, Apart, await TerminologyAsync(stop));
        if (text is null)
        {
            var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
            form.Fill(new Organization { Id = Guid.NewGuid(), Publication = Publication.Draft, Status = OrganizationStatus.Active, Compiled = today, Services = [new() { Id = Guid.NewGuid() }] });
        }
        else
        {
            form.Fill(text);
        }

        return form;
    }

    /// <summary>What a revision of an entry said; what it says now if there is none.</summary>
    internal async Task<EntryText> TextAsync(Organization entry, long revision, CancellationToken stop) =>
        await db.Revisions.Where(r => r.Number == revision && r.EntryId == entry.Id).Select(r => r.Text).FirstOrDefaultAsync(stop)
        ?? Formats.Organizations.Write(entry, withPrivate: true);

    /// <summary>Saves an entry that exists, if nobody else has saved it since.</summary>
    /// <param name="written">All of it.</param>
    /// <param name="basedOn">The revision that the form was made from.</param>
    /// <param name="who">The editor's name.</param>
    /// <param name="why">The reason, if any.</param>
    /// <param name="save">Saves it together with whatever belongs to the same transaction, if that is more than itself.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    /// <returns>What stands now if another saved it meanwhile, or if it is gone; then nothing was written.</returns>
    /// <exception cref="DoNotListException">The group asked not to be listed.</exception>
    public Task<Saved> SaveAsync(
        Organization written, long basedOn, string who, string? why, Func<CatalogWrite, Organization, Task<bool>>? save = null, CancellationToken stop = default) =>
        editor.WriteAsync(who, async write =>
        {
            if (await write.FindOrganizationAsync(written.Id, stop) is not { } current)
            {
                return new Saved(SaveResult.Gone, null);
            }

            if (current.Revision != basedOn)
            {
                return new Saved(SaveResult.Changed, current);
            }

            written.Slug = current.Slug;
            Parts.Renew(written, current);
            if (!Formats.Organizations.Write(written, withPrivate: true).Equals(Formats.Organizations.Write(current, withPrivate: true)))
            {
                written.Edited = Today;
            }

            var changed = save is null ? await write.SaveAsync(written, null, why, stop: stop) : await save(write, written);
            return new Saved(changed ? SaveResult.Saved : SaveResult.Same, current);
        }, stop);

    /// <summary>Saves a new entry, under an address made from its name.</summary>
    /// <exception cref="DoNotListException">The group asked not to be listed.</exception>
    public Task<Organization> AddAsync(Organization written, string who, string? why, CancellationToken stop = default) =>
        editor.WriteAsync(who, async write =>
        {
            written.Id = Guid.NewGuid();
            written.Slug = await FreeSlugAsync(written.Name, stop);
            Parts.Renew(written, null);
            await write.SaveAsync(written, null, why, stop: stop);
            return written;
        }, stop);

    /// <summary>Whose revision it is; null if there is none.</summary>
    public Task<string?> WhoAsync(long revision, CancellationToken stop) =>
        db.Revisions.Where(r => r.Number == revision).Select(r => r.Who).FirstOrDefaultAsync(stop);

    /// <summary>What two editors wrote at once: joined where only one of them changed a field, to be chosen where both did.</summary>
    internal async Task<Choosing> ClashAsync(EntryText mine, Organization current, long basedOn, CancellationToken stop)
    {
        var theirs = Formats.Organizations.Write(current, withPrivate: true);
        var (merged, clashes) = ThreeWay.Merge(await TextAsync(current, basedOn, stop), mine, theirs);
        return new(merged, current.Revision, [.. clashes.Where(c => c.Path != "edited").Select(c => new Choice(c.Path, c.Mine, c.Theirs, c.Base))]);
    }

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    private async Task<string> FreeSlugAsync(string name, CancellationToken stop)
    {
        var wanted = Slugs.Of(name);
        for (var number = 1; ; number++)
        {
            var slug = number == 1 ? wanted : Slugs.Numbered(wanted, number);
            if (!await db.Organizations.AnyAsync(o => o.Slug == slug, stop) && !await db.Redirects.AnyAsync(r => r.OldSlug == slug && r.Kind == Formats.Organizations.Folder, stop))
            {
                return slug;
            }
        }
    }
}

/// <param name="Result">What became of it.</param>
/// <param name="Before">What stood in the catalogue; null if it is gone.</param>
public sealed record Saved(SaveResult Result, Organization? Before);

public enum SaveResult
{
    Saved,

    /// <summary>It said already what was written.</summary>
    Same,

    /// <summary>Another has saved it since: nothing was written.</summary>
    Changed,

    /// <summary>There is no such entry.</summary>
    Gone,
}
