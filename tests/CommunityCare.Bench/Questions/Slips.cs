using CommunityCare.Bench.Making;

namespace CommunityCare.Bench.Questions;

/// <summary>Known words with one slip of the finger in them.</summary>
internal static class Slips
{
    private const int ShortestWord = 6;

    public static async Task<List<string>> PickAsync(Chance chance, KnownWords known, int count, CancellationToken stop)
    {
        var words = known.All.Where(w => w.Word.Length >= ShortestWord).ToList();
        var slips = new List<string>();
        while (slips.Count < count)
        {
            // Rare and frequent words alike; nobody types the rarest.
            var slip = Slip(chance, words[(int)(words.Count * (0.5 + (0.5 * chance.Share())))].Word);
            if (!known.Knows(slip) && await known.HitsAsync(slip, stop) == 0)
            {
                slips.Add(slip);
            }
        }

        return slips;
    }

    private static string Slip(Chance chance, string word)
    {
        // The first letter is nearly always right.
        var at = chance.Between(1, word.Length - 2);
        return chance.Below(4) switch
        {
            0 => word.Remove(at, 1),
            1 => word.Insert(at, word[at].ToString()),
            2 => $"{word[..at]}{word[at + 1]}{word[at]}{word[(at + 2)..]}",
            _ => $"{word[..at]}{(char)('a' + chance.Below(26))}{word[(at + 1)..]}",
        };
    }
}
