using CommunityCare.Store;

namespace CommunityCare.Search;

/// <summary>What mistyped words may have been: the nearest that stand in the index or name something.</summary>
internal sealed class Respelling(CareDb db, TextIndex index, Lexicon lexicon)
{
    /// <summary>A shorter word has too many neighbors.</summary>
    private const int Shortest = 4;

    private const int CandidateLimit = 5;

    /// <summary>A word of a name is more likely meant than a word of a text.</summary>
    private const int NameWeight = 10;

    /// <returns>All the words, with those that nobody knows replaced; null if there is nothing to replace.</returns>
    public async Task<string?> CorrectAsync(IReadOnlyList<string> words, CancellationToken stop)
    {
        var (corrected, isChanged) = (new List<string>(), false);
        for (var i = 0; i < words.Count; i++)
        {
            if (i + 1 < words.Count && await JoinedAsync(words.Skip(i), stop) is var (joined, length))
            {
                corrected.Add(joined);
                (i, isChanged) = (i + length - 1, true);
                continue;
            }

            var better = await IsKnownAsync(words[i], stop) ? null : await NearestAsync(words[i], stop) ?? await PartedAsync(words[i], stop);
            isChanged |= better is not null;
            corrected.Add(better ?? words[i]);
        }

        return isChanged ? string.Join(' ', corrected) : null;
    }

    // "Vets 4 Warriors" is written as one word.
    private async Task<(string Word, int Length)?> JoinedAsync(IEnumerable<string> words, CancellationToken stop)
    {
        for (var length = 3; length > 1; length--)
        {
            var joined = string.Concat(words.Take(length));
            if (words.Skip(length - 1).Any() && joined.Length is > Shortest and <= Words.WordLength && await HavingAsync(joined, stop) > 0)
            {
                return (joined, length);
            }
        }

        return null;
    }

    // "supportgroup" is written as two.
    private async Task<string?> PartedAsync(string word, CancellationToken stop)
    {
        for (var at = 3; at <= word.Length - 3; at++)
        {
            // "denver" is not "den" and "ver": short ones must stand side by side somewhere.
            var (one, other) = (word[..at], word[at..]);
            var together = one.Length > Shortest && other.Length > Shortest ? $"({Match.AnyForm(one)}) AND ({Match.AnyForm(other)})" : Match.AnyForm($"{one} {other}");
            if (await index.CountAsync(together, stop) > 0)
            {
                return $"{one} {other}";
            }
        }

        return null;
    }

    private async Task<bool> IsKnownAsync(string word, CancellationToken stop) =>
        word.Length < Shortest || !word.All(char.IsLetter) || !Words.IsTelling(word)
        || WordForms.Of(word).Any(lexicon.AllWords.Contains) || await HavingAsync(word, stop) > 0;

    private Task<int> HavingAsync(string word, CancellationToken stop) => index.CountAsync(Match.AnyForm(word), stop);

    private async Task<string?> NearestAsync(string word, CancellationToken stop)
    {
        // Most slips leave the first letter as it is; only where that finds nothing all other words are tried.
        var candidates = Candidates(word, (await KnownAsync(word[..1], word.Length, stop)).Concat(lexicon.AllWords).Concat(Words.Saying));
        if (candidates.Count == 0)
        {
            candidates = Candidates(word, await KnownAsync("", word.Length, stop));
        }

        var best = (Word: (string?)null, Weight: 0);
        foreach (var candidate in candidates)
        {
            var inNames = await index.CountAsync(Match.AnyForm(candidate, isName: true), stop);
            var weight = await HavingAsync(candidate, stop) + (inNames > 0 ? NameWeight : 0) + (lexicon.AllWords.Contains(candidate) ? NameWeight : 0);
            if (weight > best.Weight || !Words.IsTelling(candidate))
            {
                best = (candidate, weight);
            }
        }

        return best.Word;
    }

    // What sounds alike in Spanish counts as nearly right: "alluda" for "ayuda".
    private static List<string> Candidates(string word, IEnumerable<string> known)
    {
        var limit = word.Length < 8 ? 1 : 2;
        var sound = Sound.Of(word);
        var near = known.Where(k => k != word && Math.Abs(k.Length - word.Length) <= 2).Distinct()
            .Select(k => (Word: k, Slips: Gazetteer.Spelling.Slips(word, k, limit), Sounds: Gazetteer.Spelling.Slips(sound, Sound.Of(k), 1)))
            .Where(k => k.Slips <= limit || k.Sounds == 0)
            .Select(k => (k.Word, Distance: k.Sounds == 0 ? Math.Min(k.Slips, 1) : k.Slips))
            .OrderBy(k => k.Distance).ThenBy(k => Math.Abs(k.Word.Length - word.Length)).ThenBy(k => k.Word, StringComparer.Ordinal).ToList();
        return [.. near.TakeWhile(k => k.Distance == near[0].Distance).Take(CandidateLimit).Select(k => k.Word)];
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
