using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench.Bulk;

/// <summary>
/// Writes many new organizations at once: the rows that the editor would write, in one transaction, with one revision for all
/// of them. What follows from them (search documents, columns to sort by) is left to the index's own building.
/// </summary>
/// <param name="db">The catalogue.</param>
/// <param name="terms">All terms, as the context tracks them.</param>
internal sealed class BulkWriter(CareDb db, IReadOnlyCollection<Term> terms)
{
    /// <summary>No entry has this id: the revision is of all of them.</summary>
    private static readonly Guid Batch = new("0d6f6c7e-5a0b-4f3e-9a52-7c1b0e2d9f11");

    public async Task WriteAsync(IEnumerable<Organization> organizations, DateTime when, CancellationToken stop)
    {
        var termKeys = terms.ToDictionary(t => t, t => db.Entry(t).Property<long>(Columns.Key).CurrentValue);
        var revision = (await db.Revisions.MaxAsync(r => (long?)r.Number, stop) ?? 0) + 1;

        // A power cut leaves nothing here that could not be made again.
        await db.Database.OpenConnectionAsync(stop);
        await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144;", stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        using (var rows = new Rows(db, termKeys))
        {
            rows.Revisions.Insert(new Revision
            {
                Number = revision,
                EntryId = Batch,
                Kind = Formats.Organizations.Folder,
                When = when,
                Who = "bench",
                Act = Act.Added,
                Why = "Made to be measured",
                Text = new("", []),
            });
            foreach (var organization in organizations)
            {
                stop.ThrowIfCancellationRequested();
                Sync.Number(organization);
                Derived.AddTerms(organization, terms);
                organization.Revision = revision;
                rows.Insert(organization);
            }
        }

        await transaction.CommitAsync(stop);
        await db.Database.CloseConnectionAsync();
    }
}
