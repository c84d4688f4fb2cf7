using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>
/// The one door for writes. Whoever changes the catalogue, a person, a file or an import, does it here: one at a time,
/// in one transaction, with a revision for each change.
/// </summary>
public sealed class CatalogEditor(CareDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>For a form: all of an organization, with what is private. Whoever saves it names the revision that it had.</summary>
    public async Task<Organization?> FindOrganizationAsync(Guid id, CancellationToken stop = default) =>
        await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Id == id, stop);

    /// <param name="who">An account's name, or the name of what writes.</param>
    /// <param name="work">Reads and changes entries; all of it happens or none.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public Task<T> WriteAsync<T>(string who, Func<CatalogWrite, Task<T>> work, CancellationToken stop = default) => gate.WriteAsync(db, async () =>
    {
        var write = new CatalogWrite(db, who, clock);
        var result = await work(write);
        await write.FinishAsync(stop);
        return result;
    }, stop);

    public Task WriteAsync(string who, Func<CatalogWrite, Task> work, CancellationToken stop = default) =>
        WriteAsync(who, async write =>
        {
            await work(write);
            return true;
        }, stop);
}
