using System.Globalization;
using CommunityCare.Store;

namespace CommunityCare.Search;

/// <summary>Which organizations of a set come first: those who can be reached, then in the order that was asked for.</summary>
internal sealed class Ordering(CareDb db, TextIndex index, TermSets sets)
{
    /// <summary>Up to here it is quicker to look each one up than to go through all in their order.</summary>
    private const int Few = 400;

    // A word in a text of somebody who can be reached is worth that much more.
    private const double ReachableBonus = 1.25;

    private const double OtherWords = 0.001;

    /// <summary>Of more than these, what they say in other words makes no difference that is worth its time.</summary>
    private const int ManyToCompare = 5_000;

    public Task<List<long>> ByNameAsync(Bits set, int skip, int take, CancellationToken stop) =>
        ReachableFirstAsync(set, skip, take, "SortName, \"Key\"", stop);

    public Task<List<long>> ByFreshnessAsync(Bits set, int skip, int take, CancellationToken stop) =>
        ReachableFirstAsync(set, skip, take, "FreshOn DESC, SortName, \"Key\"", stop);

    /// <summary>The better the words fit, the further up: see <see cref="Tier"/>.</summary>
    public async Task<List<long>> ByWordsAsync(Bits set, IReadOnlyList<Concept> concepts, int skip, int take, CancellationToken stop)
    {
        var (keys, left) = (new List<long>(), set.Copy());
        foreach (var tier in Enum.GetValues<Tier>())
        {
            if (keys.Count == take || left.IsEmpty)
            {
                break;
            }

            if (tier == Tier.Texts && left.Count is > 1 and <= Few)
            {
                // Whoever is left will be ranked by this, and the ranks tell who is found.
                await index.RankAsync(Match.Expression(concepts, tier), stop);
            }

            // A single one needs no looking up; with frequent words that would take most of the time.
            var here = left.Count == 1 ? left.Copy() : (await index.FindAsync(Match.Expression(concepts, tier), stop)).And(left);
            var count = here.Count;
            if (skip < count)
            {
                keys.AddRange(count == 1 ? here.Keys : await RankedAsync(await RanksAsync(here, concepts, tier, stop), skip, take - keys.Count, stop));
            }

            skip = Math.Max(0, skip - count);
            left.Except(here);
        }

        return keys;
    }

    // Of those who have a term, the ones that also say the word stand first, and then those that say it in other words.
    private async Task<List<(double Rank, bool IsSilent, long Key)>> RanksAsync(Bits here, IReadOnlyList<Concept> concepts, Tier tier, CancellationToken stop)
    {
        var exact = await index.RankAsync(Match.Expression(concepts, tier is Tier.Terms or Tier.Services ? Tier.Texts : tier), stop);
        var other = tier == Tier.Terms && here.Count <= ManyToCompare
            ? (await index.RankAsync(Match.Expression(concepts, Tier.Wider), stop)).ToDictionary(r => r.Key, r => r.Rank) : [];
        var ranked = exact.Where(r => here.Has(r.Key)).Select(r =>
        {
            var (isReachable, rank) = (sets.Reachable.Has(r.Key), r.Rank + (OtherWords * other.GetValueOrDefault(r.Key)));
            return (Math.Round(isReachable ? rank * ReachableBonus : rank, 6), !isReachable, r.Key);
        }).ToList();
        ranked.Sort();
        return ranked;
    }

    /// <summary>Goes through parts one after another, as if they were one list.</summary>
    public static async Task<List<(T Part, List<long> Keys)>> ThroughAsync<T>(
        IEnumerable<(T Part, Bits Set)> parts, int skip, int take, Func<T, Bits, int, int, Task<List<long>>> order)
    {
        var pages = new List<(T, List<long>)>();
        foreach (var (part, set) in parts)
        {
            var count = set.Count;
            if (take > 0 && skip < count)
            {
                var keys = await order(part, set, skip, take);
                pages.Add((part, keys));
                take -= keys.Count;
            }

            skip = Math.Max(0, skip - count);
        }

        return pages;
    }

    /// <summary>As SQL writes a list.</summary>
    public static string List(IEnumerable<long> keys) => string.Join(',', keys.Select(k => k.ToString(CultureInfo.InvariantCulture)));

    private async Task<List<long>> RankedAsync(List<(double Rank, bool IsSilent, long Key)> ordered, int skip, int take, CancellationToken stop)
    {
        var keys = new List<long>(take);
        for (var (from, to) = (0, 0); from < ordered.Count && keys.Count < take; from = to)
        {
            // Those that fit equally well stand in the order of their names.
            while (to < ordered.Count && ordered[to].Rank == ordered[from].Rank && ordered[to].IsSilent == ordered[from].IsSilent)
            {
                to++;
            }

            if (skip < to - from)
            {
                keys.AddRange(await SortedAsync(Set(ordered[from..to].Select(r => r.Key)), skip, take - keys.Count, "SortName, \"Key\"", stop));
            }

            skip = Math.Max(0, skip - (to - from));
        }

        return keys;
    }

    private async Task<List<long>> ReachableFirstAsync(Bits set, int skip, int take, string order, CancellationToken stop)
    {
        (bool, Bits)[] parts = [(true, set.Copy().And(sets.Reachable)), (false, set.Copy().Except(sets.Reachable))];
        var pages = await ThroughAsync(parts, skip, take, (_, part, from, count) => SortedAsync(part, from, count, order, stop));
        return [.. pages.SelectMany(p => p.Keys)];
    }

    /// <param name="set">Which ones.</param>
    /// <param name="skip">How many come before.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="order">Columns that an index stands in the order of.</param>
    /// <param name="stop">Ends it.</param>
    private async Task<List<long>> SortedAsync(Bits set, int skip, int take, string order, CancellationToken stop)
    {
        var count = set.Count;
        if (count == 1)
        {
            return skip == 0 ? [.. set.Keys] : [];
        }

        var among = count <= Few ? $"WHERE \"Key\" IN ({List(set.Keys)})" : "";
        var keys = new List<long>(take);
        await using var command = await db.CommandAsync($"SELECT \"Key\" FROM Organizations {among} ORDER BY {order}", stop);
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (keys.Count < take && await reader.ReadAsync(stop))
        {
            if (set.Has(reader.GetInt64(0)) && skip-- <= 0)
            {
                keys.Add(reader.GetInt64(0));
            }
        }

        return keys;
    }

    private static Bits Set(IEnumerable<long> keys)
    {
        var set = new Bits();
        foreach (var key in keys)
        {
            set.Add(key);
        }

        return set;
    }
}
