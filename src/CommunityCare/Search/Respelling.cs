using CommunityCare.Gazetteer;
using CommunityCare.Store;

namespace CommunityCare.Search;

/// <summary>What a mistyped word may have been: the nearest that stands in the index or names something.</summary>
internal sealed class Respelling(CareDb db, Lexicon lexicon)
{
    /// <summary>A shorter word has too many neighbors.</summary>
    private const int Shortest = 4;

    private const int CandidateLimit = 5;

    /// <returns>All the words, with those that nobody knows replaced; null if there is nothing to replace.</returns>
    public async Task<string?> CorrectAsync(IReadOnlyList<Concept> concepts, CancellationToken stop)
    {
        var words = new List<string>();
        var isChanged = false;
        foreach (var word in concepts.SelectMany(c => c.Typed))
        {
            var better = await IsKnownAsync(word, stop) ? null : await NearestAsync(word, stop);
            isChanged |= better is not null;
            words.Add(better ?? word);
        }

        return isChanged ? string.Join(' ', words) : null;
    }

    private async Task<bool> IsKnownAsync(string word, CancellationToken stop)
    {
        if (word.Length < Shortest || !word.All(char.IsLetter) || Words.Forms(word).Any(lexicon.AllWords.Contains))
        {
            return true;
        }

        return (await TextIndex.FindAsync(db, TextIndex.AnyForm(word), stop)).Count > 0;
    }

    private async Task<string?> NearestAsync(string word, CancellationToken stop)
    {
        // Most slips leave the first letter as it is; where that finds nothing, the first two may have changed places or one is missing.
        var candidates = Candidates(word, (await KnownAsync(word[..1], word.Length, stop)).Concat(lexicon.AllWords));
        if (candidates.Count == 0)
        {
            candidates = Candidates(word, await KnownAsync("", word.Length, stop));
        }

        var best = ((string Word, int Count)?)null;
        foreach (var candidate in candidates)
        {
            var count = (await TextIndex.FindAsync(db, TextIndex.AnyForm(candidate.Word), stop)).Count + (lexicon.AllWords.Contains(candidate.Word) ? 1 : 0);
            if (count > (best?.Count ?? 0))
            {
                best = (candidate.Word, count);
            }
        }

        return best?.Word;
    }

    // Of the nearest, those that are most likely a slip: the same first letter, the same length.
    private static List<(string Word, int Distance)> Candidates(string word, IEnumerable<string> known)
    {
        var limit = word.Length < 8 ? 1 : 2;
        var near = known.Where(k => Math.Abs(k.Length - word.Length) <= limit && k != word).Distinct()
            .Select(k => (Word: k, Distance: Gazetteer.Spelling.Slips(word, k, limit))).Where(k => k.Distance <= limit)
            .OrderBy(k => k.Distance).ThenBy(k => Math.Abs(k.Word.Length - word.Length)).ThenBy(k => k.Word, StringComparer.Ordinal).ToList();
        return [.. near.TakeWhile(k => k.Distance == near[0].Distance).Take(CandidateLimit)];
    }

    private async Task<List<string>> KnownAsync(string beginning, int length, CancellationToken stop)
    {
        await using var command = (await db.CommandAsync(
            "SELECT Word FROM SearchWords WHERE Word >= @from AND Word < @to AND LENGTH(Word) BETWEEN @shortest AND @longest", stop))
            .With("@from", beginning).With("@to", beginning + '\uffff').With("@shortest", length - 2).With("@longest", length + 2);
        var words = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            words.Add(reader.GetString(0));
        }

        return words;
    }
}
