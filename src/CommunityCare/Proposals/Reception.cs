using System.Net;

namespace CommunityCare.Proposals;

/// <summary>Hands out forms, and takes in what readers wrote on them, without knowing who they are.</summary>
public sealed class Reception(FormTokens tokens, Floodgate floodgate, Inbox inbox, TimeProvider clock)
{
    /// <param name="revision">Of the entry that the form is about.</param>
    public string NewForm(long revision = 0) => tokens.New(revision);

    /// <summary>Whether a form can still be sent.</summary>
    public bool IsGood(string token) => tokens.Read(token) is not null;

    /// <param name="proposal">What was written; its id, its time and the revision it is based on are filled in here.</param>
    /// <param name="token">As it stood on the form.</param>
    /// <param name="address">Where it comes from. It is not kept.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public async Task<Received> TakeAsync(Proposal proposal, string token, IPAddress? address, CancellationToken stop)
    {
        if (tokens.Read(token) is not { } form)
        {
            return new(Outcome.TooOld);
        }

        if (tokens.IsTooQuick(form))
        {
            return new(Outcome.TooQuick);
        }

        if (floodgate.Wait(address, form.Id) is { } wait)
        {
            return new(Outcome.TooMany, wait);
        }

        (proposal.Id, proposal.Since) = (form.Id, clock.GetUtcNow().UtcDateTime);
        proposal.BasedOn = proposal.EntryId is null ? null : form.Revision;
        await inbox.KeepAsync(proposal, stop);
        return new(Outcome.Kept);
    }
}

/// <param name="Outcome">What became of it.</param>
/// <param name="Wait">How long until it can be sent again, after too many.</param>
public readonly record struct Received(Outcome Outcome, TimeSpan Wait = default);

public enum Outcome
{
    Kept,
    TooQuick,

    /// <summary>Or not a form of ours.</summary>
    TooOld,
    TooMany,
}
