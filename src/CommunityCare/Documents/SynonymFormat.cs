using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>
/// How synonyms stand in their file: each item of a list is a group, <c>a = b = c</c> or <c>a > b, c</c>, and all else
/// explains. A line that cannot be used is told; the others are used.
/// </summary>
internal static partial class SynonymFormat
{
    public const int GroupLimit = 2_000;

    /// <summary>In one group. Two-way, each leads to each of the others, and a longer line is hard to read.</summary>
    public const int WordLimit = 12;

    private const string Two = " = ";
    private const string One = " > ";

    /// <returns>Null if nothing of it can be used.</returns>
    public static SynonymList? Read(string text, Scope scope)
    {
        if (text.Length > FrontMatter.FileLength)
        {
            scope.Wrong(1, $"the file is longer than {FrontMatter.FileLength} characters");
            return null;
        }

        // What the decoder could not read, and what text in two bytes looks like: lines would lose letters silently.
        if (text.AsSpan().IndexOfAny('\uFFFD', '\0') is >= 0 and var at)
        {
            scope.Wrong(text.AsSpan(0, at).Count('\n') + 1, "the file is not UTF-8 text; save it as UTF-8");
            return null;
        }

        string[] lines = [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd().Split('\n').Select(line => line.TrimEnd())];
        var groups = Groups(lines, scope);
        if (groups.Count == 0 && scope.Problems.Count == 0)
        {
            scope.Wrong(1, "there is no group in it, as in `- CHW = promotora`; remove the file if there shall be none");
        }

        groups.ForEach(group => lines[group.Line - 1] = Write(group));
        return groups.Count == 0 ? null : new(string.Join('\n', lines) + "\n", groups);
    }

    private static List<SynonymGroup> Groups(string[] lines, Scope scope)
    {
        var groups = new List<SynonymGroup>();
        var told = new Dictionary<(string Word, string Means), int>();
        var items = 0;
        foreach (var (at, line) in lines.Index())
        {
            if (Item().Match(line) is not { Success: true } item)
            {
                if (at > 0 && Item().IsMatch(lines[at - 1]) && line.Length > 0 && line[0] is not ('#' or '<'))
                {
                    scope.Wrong(at + 1, "a group stands on one line; join this to the line above, or put an empty line between them");
                }

                continue;
            }

            if (++items > GroupLimit)
            {
                scope.Wrong(at + 1, $"there are more than {GroupLimit} groups; from here on they are not read");
                break;
            }

            if (Group(item.Groups[1].Value, at + 1, scope) is { } group && IsNew(group, told, scope))
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    private static SynonymGroup? Group(string item, int line, Scope scope)
    {
        if (WrongSigns(item) is { } wrong)
        {
            scope.Wrong(line, wrong);
            return null;
        }

        var sides = item.Split('>');
        var typed = sides.Length > 1 ? Words(sides[0], ',') : Words(item, '=');
        var searched = sides.Length > 1 ? Words(sides[1], ',') : typed;
        if (WrongWords(sides.Length > 1 ? [.. typed, .. searched] : typed) is { } wrongWord)
        {
            scope.Wrong(line, wrongWord);
            return null;
        }

        return new(line, typed, searched);
    }

    private static string? WrongSigns(string item) => (item.AsSpan().Count('='), item.AsSpan().Count('>')) switch
    {
        _ when item.EnumerateRunes().Any(IsUnseen) => "there is a character that cannot be seen; type the line anew",
        (0, 0) => "has no sign: put = between words that mean the same, or > before what is searched too",
        ( > 0, > 0) => "has both = and >; make two lines of it",
        (0, > 1) => "has > more than once; make two lines of it",
        ( > 0, _) when item.Contains(',', StringComparison.Ordinal) => "has a comma between words that mean the same; put = there",
        _ => null,
    };

    private static string? WrongWords(List<string> words) =>
        words.Contains("") ? "has an empty side; put a word there, or take the sign away"
        : words.Count > WordLimit ? $"has more than {WordLimit} words; make two lines of it"
        : words.Exists(word => word.Length > Synonym.WordLength) ? $"has a word that is longer than {Synonym.WordLength} characters"
        : words.Find(word => Plain(word).Length == 0) is { } mark ? $"`{mark}` has neither a letter nor a digit"
        : words.GroupBy(Plain).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"`{twice.Last()}` stands twice"
        : null;

    private static bool IsNew(SynonymGroup group, Dictionary<(string Word, string Means), int> told, Scope scope)
    {
        var pairs = group.Pairs.Select(pair => (pair, Key: (Plain(pair.Word), Plain(pair.Means)))).ToList();
        if (pairs.Find(p => told.ContainsKey(p.Key)) is { pair: { } twice, Key: var key })
        {
            scope.Wrong(group.Line, $"`{twice.Word}` leads to `{twice.Means}` on line {told[key]} already");
            return false;
        }

        pairs.ForEach(p => told[p.Key] = group.Line);
        return true;
    }

    private static string Write(SynonymGroup group) => "- " + (group.BothWays
        ? string.Join(Two, group.Typed)
        : string.Join(", ", group.Typed) + One + string.Join(", ", group.Searched));

    private static List<string> Words(string side, char sign) => [.. side.Split(sign).Select(word => Spaces().Replace(word, " ").Trim())];

    /// <summary>What two words are compared by: case, accents and marks make no other word.</summary>
    private static string Plain(string word) =>
        Between().Replace(Marks().Replace(word.Normalize(NormalizationForm.FormD), ""), " ").Trim().ToLowerInvariant();

    // Half a letter, which no file can hold, is read as the replacement character.
    private static bool IsUnseen(Rune rune) => rune == Rune.ReplacementChar || (rune.Value != '\t' && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);

    // A hyphen without its space is no list to Markdown, but it was meant as one.
    [GeneratedRegex(@"^\s*(?:[-*+](?:\s+|$)|-(?=[^\s-]))(.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Item();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\p{Mn}\p{Lm}'’‘`´]", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
