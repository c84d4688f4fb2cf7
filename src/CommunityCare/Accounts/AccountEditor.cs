using CommunityCare.Editing;
using CommunityCare.Store;

namespace CommunityCare.Accounts;

/// <summary>
/// The one door for changes of accounts: one writer at a time, shared with the catalogue's, in one transaction, with a record
/// for the audit page. What is changed has to be read inside.
/// </summary>
public sealed class AccountEditor(CareDb db, WriteGate gate, TimeProvider clock)
{
    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="work">All of it happens or none. It may save in between.</param>
    /// <param name="stop">Ends the wait for other writers.</param>
    public Task<T> WriteAsync<T>(Func<Task<T>> work, CancellationToken stop = default) => gate.WriteAsync(db, work, stop);

    /// <summary>To be called within a write.</summary>
    public void Record(string who, AuditAct act, string about) => db.Audit.Add(new() { When = Now, Who = who, Act = act, About = about });
}
