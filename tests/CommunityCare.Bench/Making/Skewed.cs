namespace CommunityCare.Bench.Making;

/// <summary>Things of which some come up more often than others.</summary>
internal sealed class Skewed<T>
{
    private readonly T[] _things;
    private readonly double[] _sums;

    public Skewed(IEnumerable<(T Thing, double Weight)> weighted)
    {
        var all = weighted.ToArray();
        _things = [.. all.Select(w => w.Thing)];
        _sums = new double[all.Length];
        var sum = 0.0;
        for (var at = 0; at < all.Length; at++)
        {
            _sums[at] = sum += all[at].Weight;
        }
    }

    public int Count => _things.Length;

    public T Pick(Chance chance)
    {
        var at = Array.BinarySearch(_sums, chance.Share() * _sums[^1]);
        return _things[Math.Min(at < 0 ? ~at : at + 1, _things.Length - 1)];
    }

    /// <summary>As many as asked for, each once; fewer if there are not as many.</summary>
    public List<T> Pick(Chance chance, int count)
    {
        var picked = new List<T>();
        for (var tries = 0; picked.Count < count && tries < count * 10; tries++)
        {
            if (Pick(chance) is var thing && !picked.Contains(thing))
            {
                picked.Add(thing);
            }
        }

        return picked;
    }
}

internal static class Skewed
{
    /// <summary>Zipf's law: the second half as often as the first, the third a third as often; flatter at the head by the shift.</summary>
    public static Skewed<T> Zipf<T>(IEnumerable<T> things, double shift = 0) => new(things.Select((thing, rank) => (thing, 1 / (rank + 1 + shift))));
}
