using CommunityCare.Bench.Making;

namespace CommunityCare.Bench.Questions;

/// <summary>Words and pairs of words that find from so many to so many organizations.</summary>
internal sealed record WordClass(string Name, long Least, long Most, bool Frequent = false)
{
    private const int Tries = 2_000;

    /// <summary>In a small catalogue a tenth comes before the other bounds, and a class may be empty.</summary>
    public static WordClass[] Of(long organizations)
    {
        var tenth = organizations / 10;
        return
        [
            new("words-100", 1, Math.Min(100, tenth)),
            new("words-2000", 101, Math.Min(2_000, tenth)),
            new("words-many", tenth + 1, organizations, Frequent: true),
        ];
    }

    public bool Holds(long hits) => hits >= Least && hits <= Most;

    /// <summary>Half of them single words and half pairs, as far as there are any.</summary>
    public async Task<List<string>> PickAsync(Chance chance, KnownWords known, int count, CancellationToken stop)
    {
        var picked = new List<string>();
        if (Least > Most)
        {
            return picked;
        }

        for (var tries = 0; tries < Tries && picked.Count < count / 2; tries++)
        {
            await TakeAsync(Single(chance, known));
        }

        for (var tries = 0; tries < Tries && picked.Count < count; tries++)
        {
            await TakeAsync(Frequent ? FrequentPair(chance, known) : PairOfOneText(chance, known, await known.TextAsync(chance, stop) ?? ""));
        }

        return picked;

        async Task TakeAsync(string? words)
        {
            if (words is not null && !picked.Contains(words) && Holds(await known.HitsAsync(words, stop)))
            {
                picked.Add(words);
            }
        }
    }

    // As many that find few as find many: by the logarithm.
    private string? Single(Chance chance, KnownWords known)
    {
        var target = Math.Exp(Math.Log(Least) + (chance.Share() * (Math.Log(Most) - Math.Log(Least))));
        var words = Frequent ? known.All : known.Plain;
        var fitting = words.Where(w => w.Documents >= target && w.Documents <= target * 1.5).ToList();
        return fitting.Count > 0 ? chance.Of(fitting).Word : null;
    }

    private static string? PairOfOneText(Chance chance, KnownWords known, string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(w => w.Trim(',', '.', ':')).Where(known.IsPlain).Distinct().ToList();
        return words.Count > 1 && chance.Of(words) is var first && chance.Of(words) is var second && first != second ? $"{first} {second}" : null;
    }

    private static string? FrequentPair(Chance chance, KnownWords known)
    {
        const int frequent = 60;
        var words = known.All.TakeLast(frequent).ToList();
        var (first, second) = (chance.Of(words).Word, chance.Of(words).Word);
        return first != second ? $"{first} {second}" : null;
    }
}
