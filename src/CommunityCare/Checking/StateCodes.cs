using System.Text.RegularExpressions;
using CommunityCare.Catalog;

namespace CommunityCare.Checking;

/// <summary>
/// The two letters of states in running text, as in "They serve AZ and NM". Many stand for other things too: what is not
/// sure to be a state is left alone, because a check that cries wolf is soon not heard.
/// </summary>
internal sealed class StateCodes
{
    // Words in capitals, degrees, time zones, the Department of Veterans Affairs, Los Angeles, a numeral and the like.
    private static readonly HashSet<string> AlsoWords =
    [
        "AL", "AS", "CO", "CT", "DE", "GA", "HI", "ID", "IL", "IN", "LA", "MA", "MD", "ME", "MI", "MP", "MS", "MT", "ND", "NE", "OK", "OR", "PA",
        "PR", "VA", "VI",
    ];

    private readonly Dictionary<string, Term> _states;
    private readonly Regex _rows;

    public StateCodes(States states)
    {
        _states = states.All.SelectMany(state => state.Words.Where(IsCode).Select(code => (code, state)))
            .DistinctBy(pair => pair.code).ToDictionary(pair => pair.code, pair => pair.state);

        // Before it may stand where somebody is or serves, with a city or without. After it no word of a name.
        const string Before = @"(?:(?:(?<start>\A)|(?<where>\b(?i:across|around|between|en|in|near|outside|serves?|serving|throughout)\s+))"
            + @"(?<city>\p{Lu}[\p{L}'’-]*\p{Ll}\.?(?:\s+\p{Lu}[\p{L}'’-]*\p{Ll}\.?){0,3},\s+)?)?";
        const string Between = @"(?:,?\s+(?:and|or|y|e|o|u|&)\s+|,\s*|\s*[/&]\s*)";
        var code = $"(?<code>{string.Join('|', _states.Keys.DefaultIfEmpty("(?!)"))})";
        _rows = new($@"{Before}(?<![\p{{L}}\p{{N}}.&/-]){code}(?:{Between}{code})*(?![\p{{L}}\p{{N}}&/-]|\.\p{{L}}|\s+\p{{Lu}})", RegexOptions.CultureInvariant);
    }

    /// <param name="text">What editors wrote.</param>
    /// <param name="isArea">Whether it tells a place from its first word on.</param>
    public IEnumerable<(int Index, int FirstOfRow, Term State, string Code)> In(string text, bool isArea) =>
        from Match row in _rows.Matches(text)
        let codes = row.Groups["code"].Captures
        where IsSure(row, codes, isArea)
        from Capture code in codes
        select (code.Index, codes[0].Index, _states[code.Value], code.Value);

    /// <summary>One that can be nothing else speaks for its neighbors; else the words before it must say that this is a place.</summary>
    private static bool IsSure(Match row, CaptureCollection codes, bool isArea) =>
        codes.Any(code => !AlsoWords.Contains(code.Value))
        || ((row.Groups["where"].Success || (isArea && row.Groups["start"].Success)) && (row.Groups["city"].Success || codes.Count > 1));

    private static bool IsCode(string word) => word.Length == 2 && word.All(char.IsAsciiLetterUpper);
}
