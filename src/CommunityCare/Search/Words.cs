using System.Buffers;
using System.Globalization;
using System.Text;

namespace CommunityCare.Search;

/// <summary>What people type, word by word: small letters without accents, nothing but letters and digits.</summary>
internal static class Words
{
    /// <summary>More words than this say no more about what is wanted.</summary>
    public const int Limit = 12;

    public const int WordLength = 40;

    private static readonly SearchValues<char> Plainest = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789");

    // They stand in nearly every text of either language, or only say that somebody asks.
    private static readonly HashSet<string> Stop =
    [
        "a", "about", "ago", "am", "an", "and", "any", "anymore", "anyone", "anything", "are", "as", "at", "be", "because", "been", "but", "by", "can", "cannot", "cant",
        "could", "did", "do", "does", "dont", "find", "for", "from", "get", "give", "go", "going", "got", "had", "has", "have", "he", "help",
        "helping", "her", "his", "how", "i", "if", "ill", "im", "in", "instead", "is", "it", "its", "ive", "just", "know", "last", "like", "looking", "lot",
        "me", "much", "my", "near", "nearby", "need", "needs", "no", "not", "now", "of", "on", "or", "our", "please", "really", "she", "should", "so",
        "some", "somebody", "someone", "something", "that", "the", "their", "them", "there", "they", "this", "to", "today", "tomorrow", "tonight", "too", "urgent", "urgently", "us", "use", "very",
        "want", "wants", "was", "we", "week", "weeks", "were", "what", "when", "where", "which", "who", "will", "with", "wont", "would", "yesterday", "you", "your",
        "ahora", "al", "algo", "alguien", "algun", "alguna", "alguno", "ayer", "ayuda", "ayudame", "ayudan", "ayudar", "buscando", "buscar", "busco", "cerca", "como",
        "con", "cual", "cuando", "de", "del", "desde", "donde", "el", "ella", "en", "era", "eres", "es", "esa", "ese", "eso", "esta", "estar",
        "este", "esto", "estoy", "favor", "gracias", "ha", "hacer", "hay", "hoy", "la", "las", "le", "les", "lo", "los", "mas", "mi", "mis", "mucho", "muy",
        "necesita", "necesitamos", "necesito", "ni", "nos", "o", "para", "pero", "por", "porque", "puedo", "que", "quien", "quiero", "se", "si",
        "siento", "sin", "sobre", "somos", "son", "soy", "su", "sus", "tan", "te", "tener", "tengo", "tiene", "tienen", "todo", "un", "una", "unas",
        "unos", "urgente", "y", "ya", "yo",
    ];

    /// <summary>Two letters that people write without thinking of a state.</summary>
    public static bool IsEveryday(string letters) => Stop.Contains(letters) || letters is "hi" or "ok" or "oh" or "id" or "ma" or "pa";

    /// <summary>All the words that are not telling.</summary>
    public static IEnumerable<string> Saying => Stop;

    public static bool IsTelling(string word) => !Stop.Contains(word);

    /// <summary>The words and the phrases in quotes, at most <see cref="Limit"/> words in all; empty if there is none.</summary>
    public static IReadOnlyList<Typed> Split(string typed)
    {
        var found = new List<Typed>();
        var parts = Straight(typed).Split('"');
        for (var i = 0; i < parts.Length; i++)
        {
            var words = Tokens(parts[i]).Take(Limit - found.Sum(t => t.Words.Count)).ToList();
            if (words.Count == 0)
            {
                continue;
            }

            // What stands between two quotes is one; the last quote may be missing.
            if (i % 2 == 1 && i < parts.Length - 1)
            {
                found.Add(new(words, IsQuoted: true));
            }
            else
            {
                found.AddRange(words.Select(word => new Typed([word], IsQuoted: false)));
            }
        }

        return found;
    }

    /// <summary>The words of a text, folded as the text index folds them.</summary>
    public static IEnumerable<string> Tokens(string text) => Places(text).Select(p => p.Word);

    /// <summary>The same, with where each stands in the text as it is.</summary>
    public static IReadOnlyList<(string Word, int Start, int Length)> Places(string written)
    {
        var places = new List<(string, int, int)>();
        var (start, end) = (-1, 0);
        for (var i = 0; i < written.Length; i += end)
        {
            end = Rune.DecodeFromUtf16(written.AsSpan(i), out var rune, out var length) == OperationStatus.Done ? length : 1;
            if (length == end && IsOfWord(rune))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                Add(start, i);
                start = -1;
            }
        }

        if (start >= 0)
        {
            Add(start, written.Length);
        }

        return places;

        void Add(int from, int to)
        {
            // Compatibility letters and marks alone may fold to nothing, or to more than one word.
            var word = Fold.Letters(written[from..to]);
            if (word.Length > WordLength || word.AsSpan().ContainsAnyExcept(Plainest))
            {
                word = string.Concat(word.EnumerateRunes().Where(Rune.IsLetterOrDigit).Take(WordLength));
            }

            if (word.Length > 0)
            {
                places.Add((word, from, to - from));
            }
        }
    }

    /// <summary>As its words, with a space between each: how names and phrases are compared.</summary>
    public static string Plain(string text) => string.Join(' ', Tokens(text));

    // The okina and its look-alikes belong to a word, and so do marks that stand on a letter.
    private static bool IsOfWord(Rune rune) => Rune.IsLetterOrDigit(rune) || Fold.IsMark(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Straight(string typed) => typed.Replace('“', '"').Replace('”', '"').Replace('„', '"').Replace('«', '"').Replace('»', '"');
}

/// <param name="Words">One, or those of a phrase.</param>
/// <param name="IsQuoted">To be found as it stands.</param>
internal sealed record Typed(IReadOnlyList<string> Words, bool IsQuoted);
