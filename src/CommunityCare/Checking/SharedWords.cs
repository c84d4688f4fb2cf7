using CommunityCare.Documents;

namespace CommunityCare.Checking;

/// <summary>
/// Words in a row that stand in another entry too. Each entry is written for its own group; a reader who compares two should
/// not find one sentence with another name in it.
/// </summary>
internal static class SharedWords
{
    /// <summary>So many are seldom the same by chance.</summary>
    public const int InARow = 8;

    private static readonly string[] Folders = [Formats.CareTypes.Folder, Formats.Organizations.Folder];

    public static IEnumerable<Problem> Check(Prose prose) => prose.All.Where(IsCompared).GroupBy(p => p.Language).SelectMany(Check);

    // Status and price are one of few things, and it helps readers when the same thing is said in the same words.
    private static bool IsCompared(Passage passage) =>
        Folders.Contains(passage.Entry.Folder) && !passage.IsName && passage.Field is not ("status_note" or "notice" or "fees_description");

    private static IEnumerable<Problem> Check(IEnumerable<Passage> passages)
    {
        var firsts = new Dictionary<string, Passage>();
        foreach (var later in passages.GroupBy(p => p.File))
        {
            var texts = later.Select(p => (Passage: p, Words: Word.In(WithoutLines(p.Text)).ToArray())).ToList();
            var shared = texts.SelectMany(text => Runs(text.Passage, text.Words, firsts)).GroupBy(run => run.First.File);
            foreach (var pair in shared)
            {
                var (first, line) = (pair.First().First, pair.First().Line);
                yield return new(later.Key, line, $"{string.Join(" and ", pair.Select(run => $"`{run.Quoted}`").Distinct())} "
                    + $"{(pair.Count() == 1 ? "stands" : "stand")} in {first.File}:{first.FirstLine} too; say it in words of its own");
            }

            // Only now, so that an entry is not compared with itself.
            foreach (var (passage, words) in texts)
            {
                for (var start = 0; start + InARow <= words.Length; start++)
                {
                    firsts.TryAdd(Key(words, start), passage);
                }
            }
        }
    }

    /// <summary>The longest runs, so that a sentence is mended at once and not eight words at a time.</summary>
    private static IEnumerable<(Passage First, int Line, string Quoted)> Runs(Passage passage, Word[] words, Dictionary<string, Passage> firsts)
    {
        for (var start = 0; start + InARow <= words.Length; start++)
        {
            if (Holder(start) is { } first)
            {
                var end = start + InARow;
                while (end < words.Length && Holder(end + 1 - InARow)?.File == first.File)
                {
                    end++;
                }

                yield return (first, passage.LineAt(words[start].Start), Word.OnOneLine(passage.Text[words[start].Start..words[end - 1].End]));
                start = end - 1;
            }
        }

        Passage? Holder(int start) => IsName(words.AsSpan(start, InARow)) ? null : firsts.GetValueOrDefault(Key(words, start));
    }

    private static string Key(Word[] words, int start) => string.Join(' ', words[start..(start + InARow)].Select(w => w.Folded));

    // A long name or a row of counties is mostly capitals and cannot be said in other words.
    private static bool IsName(ReadOnlySpan<Word> words)
    {
        var capitals = 0;
        foreach (var word in words)
        {
            capitals += word.IsCapital ? 1 : 0;
        }

        return capitals > InARow / 2;
    }

    // How to reach a line such as 988 is best said in the same words everywhere.
    private static string WithoutLines(string text) => Word.Sentences(text)
        .Where(sentence => Word.In(sentence.Value).Any(word => word.Written is "988" or "911" or "211"))
        .Aggregate(text, (rest, line) => rest.Remove(line.Index, line.Length).Insert(line.Index, new string(' ', line.Length)));
}
