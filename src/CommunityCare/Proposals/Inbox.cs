using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Proposals;

/// <summary>
/// What readers sent and what became of it. It is no part of the catalogue and has no history; its writes wait at the same
/// gate, because SQLite knows one writer.
/// </summary>
public sealed class Inbox(CareDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>How long a closed proposal is kept, without its contact.</summary>
    public static readonly TimeSpan KeptAfterwards = TimeSpan.FromDays(90);

    /// <summary>How many nobody has answered yet.</summary>
    public Task<int> WaitingAsync(CancellationToken stop = default) => Waiting.CountAsync(stop);

    /// <summary>Those that nobody has answered yet, the oldest first, each with what the entry is called.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="stop">Ends the work.</param>
    public async Task<IReadOnlyList<(Proposal Proposal, string? EntryName)>> ListAsync(int limit, CancellationToken stop = default)
    {
        var found = await Waiting.OrderBy(p => p.Since).ThenBy(p => p.Key).Take(limit)
            .Select(p => new { Proposal = p, Name = db.Organizations.Where(o => o.Id == p.EntryId).Select(o => o.Name).FirstOrDefault() })
            .ToListAsync(stop);
        return [.. found.Select(f => (f.Proposal, f.Name))];
    }

    /// <summary>The proposal, with the entry as it is now; null if there is none or it was forgotten.</summary>
    public async Task<(Proposal Proposal, Organization? Entry)?> FindAsync(Guid id, CancellationToken stop = default)
    {
        if (await db.Proposals.AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, stop) is not { } found)
        {
            return null;
        }

        var entry = found.EntryId is null ? null
            : await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().FirstOrDefaultAsync(o => o.Id == found.EntryId, stop);
        return (found, entry);
    }

    /// <summary>Takes it in. What was written on the same form before gives way, as long as nobody has answered it.</summary>
    public Task KeepAsync(Proposal proposal, CancellationToken stop = default) => WriteAsync(async () =>
    {
        var before = await db.Proposals.FirstOrDefaultAsync(p => p.Id == proposal.Id, stop);
        if (before is null)
        {
            db.Proposals.Add(proposal);
        }
        else if (before.State == ProposalState.Waiting)
        {
            (before.Kind, before.EntryId, before.BasedOn, before.Language) = (proposal.Kind, proposal.EntryId, proposal.BasedOn, proposal.Language);
            (before.Fields, before.Message, before.Source, before.Contact) = (proposal.Fields, proposal.Message, proposal.Source, proposal.Contact);
        }

        return true;
    }, stop);

    /// <summary>Answers it, and forgets how its writer can be reached.</summary>
    /// <param name="id">Of the proposal.</param>
    /// <param name="state">Accepted or declined.</param>
    /// <param name="who">An account's name.</param>
    /// <param name="why">At most <see cref="Proposal.WhyLength"/> characters.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    /// <returns>Whether it was still waiting.</returns>
    public Task<bool> CloseAsync(Guid id, ProposalState state, string who, string? why, CancellationToken stop = default) => WriteAsync(async () =>
    {
        if (await db.Proposals.FirstOrDefaultAsync(p => p.Id == id && p.State == ProposalState.Waiting, stop) is not { } proposal)
        {
            return false;
        }

        (proposal.State, proposal.ClosedAt, proposal.ClosedBy, proposal.Why) = (state, clock.GetUtcNow().UtcDateTime, who, why);
        proposal.Contact = null;
        return true;
    }, stop);

    /// <summary>Deletes what was closed long enough ago.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetAsync(CancellationToken stop = default)
    {
        var before = clock.GetUtcNow().UtcDateTime - KeptAfterwards;
        var old = db.Proposals.Where(p => p.State != ProposalState.Waiting && p.ClosedAt < before);
        return await old.AnyAsync(stop) ? await WriteAsync(() => old.ExecuteDeleteAsync(stop), stop) : 0;
    }

    private IQueryable<Proposal> Waiting => db.Proposals.AsNoTracking().Where(p => p.State == ProposalState.Waiting);

    private Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken stop) => gate.WriteAsync(db, work, stop);
}
