using System.Numerics;

namespace CommunityCare.Search;

/// <summary>
/// A set of organizations by their keys, a bit for each: to join two sets of a hundred thousand is a matter of
/// microseconds. It grows as needed; what is not in it is not.
/// </summary>
internal sealed class Bits
{
    private const int WordSize = 64;

    private ulong[] _words;

    public Bits() => _words = [];

    private Bits(ulong[] words) => _words = words;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public bool IsEmpty => Array.TrueForAll(_words, word => word == 0);

    /// <summary>In ascending order.</summary>
    public IEnumerable<long> Keys
    {
        get
        {
            for (var i = 0; i < _words.Length; i++)
            {
                for (var word = _words[i]; word != 0; word &= word - 1)
                {
                    yield return ((long)i * WordSize) + BitOperations.TrailingZeroCount(word);
                }
            }
        }
    }

    public bool Has(long key) => key / WordSize < _words.Length && (_words[key / WordSize] & Bit(key)) != 0;

    public void Add(long key)
    {
        var word = key / WordSize;
        if (word >= _words.Length)
        {
            Array.Resize(ref _words, (int)Math.Max(word + 1, _words.Length * 5L / 4));
        }

        _words[word] |= Bit(key);
    }

    public void Remove(long key)
    {
        if (Has(key))
        {
            _words[key / WordSize] &= ~Bit(key);
        }
    }

    public Bits Copy() => new([.. _words]);

    /// <summary>Changes this set.</summary>
    public Bits Or(Bits? other)
    {
        if (other is null)
        {
            return this;
        }

        if (other._words.Length > _words.Length)
        {
            Array.Resize(ref _words, other._words.Length);
        }

        for (var i = 0; i < other._words.Length; i++)
        {
            _words[i] |= other._words[i];
        }

        return this;
    }

    /// <summary>Changes this set.</summary>
    public Bits And(Bits other)
    {
        var shared = Math.Min(_words.Length, other._words.Length);
        for (var i = 0; i < shared; i++)
        {
            _words[i] &= other._words[i];
        }

        Array.Clear(_words, shared, _words.Length - shared);
        return this;
    }

    /// <summary>Changes this set.</summary>
    public Bits Except(Bits other)
    {
        var shared = Math.Min(_words.Length, other._words.Length);
        for (var i = 0; i < shared; i++)
        {
            _words[i] &= ~other._words[i];
        }

        return this;
    }

    /// <summary>How many are in both.</summary>
    public int CountWith(Bits? other)
    {
        var count = 0;
        for (var i = Math.Min(_words.Length, other?._words.Length ?? 0) - 1; i >= 0; i--)
        {
            count += BitOperations.PopCount(_words[i] & other!._words[i]);
        }

        return count;
    }

    /// <summary>Where its members are: what <see cref="CountOfAny"/> has to look at.</summary>
    public int[] Where()
    {
        var where = new List<int>();
        for (var i = 0; i < _words.Length; i++)
        {
            if (_words[i] != 0)
            {
                where.Add(i);
            }
        }

        return [.. where];
    }

    /// <summary>How many are in both sets of at least one of the pairs.</summary>
    /// <param name="where">Where the members of one set of each pair are.</param>
    /// <param name="pairs">Pairs of sets; null is a set without members.</param>
    public static int CountOfAny(int[] where, ReadOnlySpan<(Bits One, Bits? Other)> pairs)
    {
        var count = 0;
        foreach (var i in where)
        {
            var any = 0UL;
            foreach (var (one, other) in pairs)
            {
                if (other is not null && i < other._words.Length && i < one._words.Length)
                {
                    any |= one._words[i] & other._words[i];
                }
            }

            count += BitOperations.PopCount(any);
        }

        return count;
    }

    private static ulong Bit(long key) => 1UL << (int)(key % WordSize);
}
