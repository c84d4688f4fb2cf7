using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Asking;

/// <summary>
/// Keeps what pages answered. It is no part of the catalogue and has no history; its writes wait at the same gate, because
/// SQLite knows one writer.
/// </summary>
public sealed class AnswerBook(CareDb db, WriteGate gate, TimeProvider clock)
{
    /// <summary>How many pages public entries name.</summary>
    public Task<int> CountAsync(CancellationToken stop) => Addresses(db.NamedPages).CountAsync(stop);

    /// <summary>Pages that nobody has asked for so long, by chance: who cannot be asked now stands in nobody's way.</summary>
    /// <param name="age">Since they were asked.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="stop">Ends the work.</param>
    public Task<List<string>> DueAsync(TimeSpan age, int most, CancellationToken stop)
    {
        var before = clock.GetUtcNow().UtcDateTime - age;
        return Addresses(db.NamedPages.Where(p => p.AskedAt == null || p.AskedAt <= before))
            .OrderBy(_ => EF.Functions.Random()).Take(most).ToListAsync(stop);
    }

    /// <summary>Pages that were there when they were last asked, the newest first.</summary>
    public Task<List<string>> WitnessesAsync(int most, CancellationToken stop) => db.PageAnswers
        .Where(a => a.Answer == Answer.Here).OrderByDescending(a => a.AskedAt).Take(most).Select(a => a.Address).ToListAsync(stop);

    internal Task KeepAsync(IReadOnlyCollection<Asked> asked, CancellationToken stop) => WriteAsync(async () =>
    {
        var (now, addresses) = (clock.GetUtcNow().UtcDateTime, asked.Select(a => a.Address).ToList());
        var known = await db.PageAnswers.Where(a => addresses.Contains(a.Address)).ToDictionaryAsync(a => a.Address, stop);
        foreach (var (address, answer, status) in asked)
        {
            if (!known.TryGetValue(address, out var row))
            {
                db.PageAnswers.Add(row = new() { Address = address });
            }

            row.Take(answer, status, now);
        }
    }, stop);

    /// <summary>An editor looked, and the page is there. It is asked again when its turn comes.</summary>
    public Task WorksAsync(string address, CancellationToken stop) => WriteAsync(async () =>
    {
        if (await db.PageAnswers.FindAsync([address], stop) is { } row)
        {
            row.Take(Answer.Here, null, clock.GetUtcNow().UtcDateTime);
        }
    }, stop);

    /// <summary>Forgets the answers of pages that no public entry names any more.</summary>
    public async Task ForgetAsync(CancellationToken stop)
    {
        var unused = db.PageAnswers.Where(a => !db.NamedPages.Select(p => p.Address).Contains(a.Address));
        if (await unused.AnyAsync(stop))
        {
            await WriteAsync(() => unused.ExecuteDeleteAsync(stop), stop);
        }
    }

    private static IQueryable<string> Addresses(IQueryable<NamedPage> pages) => pages.Select(p => p.Address).Distinct();

    private Task<bool> WriteAsync(Func<Task> work, CancellationToken stop) => gate.WriteAsync(db, async () =>
    {
        await work();
        return true;
    }, stop);
}

/// <summary>One question and its answer.</summary>
internal sealed record Asked(string Address, Answer Answer, int? Status);
