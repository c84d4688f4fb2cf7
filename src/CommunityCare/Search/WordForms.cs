namespace CommunityCare.Search;

/// <summary>One and many, she and he: the forms of a word that mean the same to whoever looks for it. In English and in Spanish.</summary>
internal static class WordForms
{
    /// <summary>A word without the endings that make many of one, in both languages: only words that were cut so are compared.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4)
        {
            return word;
        }

        var stem = word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1] : word;
        stem = stem.Length > 4 && stem.EndsWith('e') ? stem[..^1] : stem;
        stem = HasGender(stem) ? stem[..^1] : stem;
        return stem[^1] switch { 'y' => stem[..^1] + "i", 'z' => stem[..^1] + "c", 'v' => stem[..^1] + "f", _ => stem };
    }

    public static string Stems(IEnumerable<string> words) => string.Join(' ', words.Select(Stem));

    /// <summary>The word itself, as one and as many, and in Spanish of women and of men.</summary>
    public static IEnumerable<string> Of(string word)
    {
        if (word.Length < 3 || !char.IsLetter(word[^1]))
        {
            return [word];
        }

        var one = One(word);
        var forms = new List<string> { word, one, Many(one) };
        if (word.EndsWith("es", StringComparison.Ordinal) && word.Length > 4)
        {
            forms.Add(word[..^2]);
        }

        if (HasGender(one))
        {
            var other = one[..^1] + (one[^1] == 'a' ? "o" : "a");
            forms.AddRange([other, other + "s"]);
        }

        return forms.Distinct();
    }

    private static string One(string word) => word switch
    {
        _ when word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) => word,
        _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
        _ when word.EndsWith("ces", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "z",
        _ when word.EndsWith("wives", StringComparison.Ordinal) => word[..^3] + "fe",
        _ => word[..^1],
    };

    private static string Many(string word) => word switch
    {
        _ when word.EndsWith("wife", StringComparison.Ordinal) => word[..^2] + "ves",
        _ when word[^1] == 'y' && word.Length > 3 && !"aeiou".Contains(word[^2]) => word[..^1] + "ies",
        _ when word[^1] == 'z' => word[..^1] + "ces",
        _ when "aeiou".Contains(word[^1]) || "tkpgdbmwyfv".Contains(word[^1]) || word[^1] is 'c' or 'h' => word + "s",
        _ => word + "es",
    };

    private static bool HasGender(string word) => word.Length > 5 && (word[^1] is 'a' or 'o') && word[^2] is not ('a' or 'o');
}
