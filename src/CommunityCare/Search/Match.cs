namespace CommunityCare.Search;

/// <summary>
/// What the text index is asked, in its own language. Every word is quoted, so that no operator can be typed; the number of
/// words and of their synonyms is bounded where they are made.
/// </summary>
internal static class Match
{
    private const string Names = "{Name OtherNames}";
    private const string Offered = "{Name OtherNames Services}";
    private const string Everything = "{Name OtherNames Services Summary}";

    /// <summary>How the index writes a term.</summary>
    public static string Sign(long term) => $"k{term}";

    /// <summary>All of it, as far as the tier reaches.</summary>
    public static string Expression(IEnumerable<Concept> concepts, Tier tier) => string.Join(" AND ", concepts.Select(c => $"({Expression(c, tier)})"));

    /// <summary>A word as it is, as one and as many.</summary>
    public static string AnyForm(string word, bool isName = false) => $"{(isName ? Names : Everything)} : {Any(WordForms.Of(word).Select(Quoted))}";

    /// <summary>What the concept says, and not what it means.</summary>
    public static string Said(Concept concept, bool isName = false) => $"{(isName ? Names : Everything)} : {Any(concept.Phrases.Select(Quoted))}";

    private static string Expression(Concept concept, Tier tier)
    {
        var exact = Any(concept.Phrases.Select(Quoted));
        return tier switch
        {
            Tier.Names => $"{Names} : {exact}",
            Tier.Terms => Or($"{Names} : {exact}", Signs(concept.Terms)),
            Tier.Services => Or($"{Offered} : {exact}", Signs(concept.Terms)),
            Tier.Texts => Or($"{Everything} : {exact}", Signs(concept.Terms)),
            _ => Or(
                $"{Everything} : {Any(concept.Phrases.Concat(concept.WiderPhrases).Select(Quoted).Concat(concept.IsPrefix ? [Quoted(string.Join(' ', concept.Typed)) + " *"] : []))}",
                Signs([.. concept.Terms, .. concept.WiderTerms])),
        };
    }

    private static string? Signs(IReadOnlyCollection<long> terms) => terms.Count == 0 ? null : $"Terms : {Any(terms.Select(t => Quoted(Sign(t))))}";

    private static string Or(string text, string? terms) => terms is null ? text : $"({text}) OR ({terms})";

    private static string Any(IEnumerable<string> alternatives) => $"({string.Join(" OR ", alternatives)})";

    private static string Quoted(string words) => $"\"{words}\"";
}

/// <summary>Where all the words are found. Each holds the one before.</summary>
internal enum Tier
{
    Names,
    Terms,
    Services,
    Texts,

    /// <summary>Also as synonyms, or as the beginning of a longer word.</summary>
    Wider,
}
