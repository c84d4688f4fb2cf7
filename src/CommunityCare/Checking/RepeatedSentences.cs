using CommunityCare.Documents;

namespace CommunityCare.Checking;

/// <summary>A sentence that an entry says twice.</summary>
internal static class RepeatedSentences
{
    /// <summary>In words. A shorter one, such as "Call to sign up.", may be true of several services.</summary>
    private const int Shortest = 6;

    public static IEnumerable<Problem> Check(Prose prose) => prose.All.GroupBy(passage => passage.File).SelectMany(Check);

    private static IEnumerable<Problem> Check(IEnumerable<Passage> passages)
    {
        var lines = new Dictionary<string, int>();
        foreach (var passage in passages)
        {
            foreach (var sentence in Word.Sentences(passage.Text))
            {
                var words = Word.In(sentence.Value).Select(word => word.Folded).ToList();
                var line = passage.LineAt(sentence.Index);
                if (words.Count >= Shortest && !lines.TryAdd(string.Join(' ', words), line))
                {
                    yield return new(passage.File, line,
                        $"`{Word.OnOneLine(sentence.Value)}` stands on line {lines[string.Join(' ', words)]} already; say it once");
                }
            }
        }
    }
}
