using System.Collections.Concurrent;
using System.Net;

namespace CommunityCare.Asking;

/// <summary>Asks the pages that are due, a few hosts at once and each host one page after the other, and keeps what they say.</summary>
internal sealed class Round(AnswerBook book, Asker asker, Manners manners)
{
    /// <summary>So many are asked before their answers are kept: what a killed process loses, and how long others wait for the write.</summary>
    private const int Portion = 50;

    private const int Witnesses = 3;

    /// <param name="age">Pages that were asked less long ago are left alone.</param>
    /// <param name="most">At most so many are asked.</param>
    /// <param name="stop">Ends it; answers that were kept stay.</param>
    public async Task<RoundReport> RunAsync(TimeSpan age, int most, CancellationToken stop)
    {
        await book.ForgetAsync(stop);
        var kept = 0;
        foreach (var portion in (await book.DueAsync(age, most, stop)).Chunk(Portion))
        {
            var asked = await AskAsync(portion, stop);
            if (await IsOfflineAsync(asked, stop))
            {
                return new(kept, IsOffline: true);
            }

            await book.KeepAsync(asked, stop);
            kept += asked.Count;
        }

        return new(kept, IsOffline: false);
    }

    // Where nobody is there, not even who was there before, it is this machine that has lost the net, its clock or its certificates.
    private async Task<bool> IsOfflineAsync(IReadOnlyCollection<Asked> asked, CancellationToken stop) =>
        !asked.Any(IsHere) && !(await AskAsync(await book.WitnessesAsync(Witnesses, stop), stop)).Any(IsHere);

    private static bool IsHere(Asked asked) => asked.Answer == Answer.Here;

    private async Task<IReadOnlyCollection<Asked>> AskAsync(IEnumerable<string> addresses, CancellationToken stop)
    {
        var asked = new ConcurrentBag<Asked>();
        var hosts = addresses.GroupBy(a => Uri.TryCreate(a, UriKind.Absolute, out var page) ? page.IdnHost : "", StringComparer.OrdinalIgnoreCase);
        await Parallel.ForEachAsync(hosts, new ParallelOptions { MaxDegreeOfParallelism = manners.AtOnce, CancellationToken = stop }, async (host, stopped) =>
        {
            foreach (var (address, index) in host.Select((address, index) => (address, index)))
            {
                if (index > 0)
                {
                    await Task.Delay(manners.Pause, stopped);
                }

                var (answer, status) = await asker.AskAsync(address, stopped);
                asked.Add(new(address, answer, status));
                if (status == (int)HttpStatusCode.TooManyRequests)
                {
                    // They ask to be left alone; the rest of theirs has its turn another time.
                    return;
                }
            }
        });
        return asked;
    }
}

/// <param name="Asked">How many answers were kept.</param>
/// <param name="IsOffline">Whether it ended early, because nobody was there at all.</param>
internal sealed record RoundReport(int Asked, bool IsOffline);
