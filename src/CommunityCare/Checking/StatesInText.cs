using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>A state that a text names and the place does not: either the text is wrong, or nobody there will find the entry.</summary>
internal sealed partial class StatesInText
{
    // Cities, rivers, streets and newspapers that carry the name of a state in which they may not be.
    private const string NotStates =
        @"(?:Kansas|Missouri|Michigan|Nevada) City|Washington Heights|Lake Michigan|(?:George|Fort|Port|Mount) Washington|r[ií]o \p{Lu}\p{L}+"
        + @"|\p{Lu}\p{L}+ (?:River|Avenue|Ave|Street|Boulevard|Blvd|Nation|Tribe)|(?:New York|Washington|Los Angeles|Seattle) Times|Washington Post";

    private readonly States _states;
    private readonly Dictionary<string, Term> _byName;
    private readonly Regex _any;
    private readonly StateCodes _codes;

    private StatesInText(SeedReading reading)
    {
        _states = new(reading);
        _codes = new(_states);
        _byName = _states.All.SelectMany(state => States.NamesOf(state).Select(name => (Key: Letters(name), state)))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.state);

        // Longer names first: West Virginia is not Virginia, and Washington, D.C. is not Washington.
        var names = _states.All.SelectMany(States.NamesOf).Distinct().OrderByDescending(name => name.Length).Select(Pattern);
        _any = new(
            $@"(?<![\p{{L}}\p{{N}}])(?:(?:{NotStates})|(?<state>{string.Join('|', names)}))(?![\p{{L}}\p{{N}}])", RegexOptions.CultureInvariant);
    }

    public static IEnumerable<Problem> Check(SeedReading reading, Prose prose) =>
        new StatesInText(reading) is { _states.AreKnown: true } states
            ? reading.Organizations.SelectMany(read => states.Check(read, prose))
            : [];

    private IEnumerable<Problem> Check(Read<Organization> read, Prose prose)
    {
        var said = _states.FoundUnder(read.Entry);
        if (said.Contains(Term.Everywhere))
        {
            return [];
        }

        var names = prose.NamesOf(read).OrderByDescending(name => name.Length).Select(Regex.Escape);
        var own = new Regex(string.Join('|', names), RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        return prose.Of(read)
            .Where(p => p.IsOfService || p.Field is Passage.Body or "service_area")
            .SelectMany(p => In(p, own.Replace(p.Text, name => new string('·', name.Length))))
            .Where(found => !said.Contains(found.State.Slug))
            .DistinctBy(found => (found.Passage.File, found.State))
            .Select(found => new Problem(found.Passage.File, found.Passage.LineAt(found.Index),
                $"names {found.State.Name}{(found.Code is null ? "" : $" (`{found.Code}`)")}, which its place does not say; "
                + $"add `{found.State.Slug}` to the terms of place if it serves or stands there, or leave the name out"
                + (found.Code is null ? "" : $"; if `{found.Code}` is short for something else, write that in full")));
    }

    private IEnumerable<(Passage Passage, int Index, Term State, string? Code)> In(Passage passage, string text) =>
    [
        .. _any.Matches(text).Where(found => found.Groups["state"].Success && !IsLastOfName(text, found.Index))
            .Select(found => (passage, found.Index, _byName[Letters(found.Value)], (string?)null)),
        .. passage.IsName ? [] : _codes.In(text, isArea: passage.Field == "service_area").Where(found => !IsLastOfName(text, found.FirstOfRow))
            .Select(found => (passage, found.Index, found.State, (string?)found.Code)),
    ];

    /// <summary>Whether a capital before it makes it somebody's name (Adaku Utah), which a sentence's first word does not.</summary>
    private static bool IsLastOfName(string text, int index) =>
        WordBefore().Match(text[..index]) is { Success: true } before && !before.Groups["first"].Success && !NoName().IsMatch(before.Groups["word"].Value);

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter));

    // Washington, D.C. is written with and without its marks, and a line may end anywhere.
    private static string Pattern(string name) =>
        Regex.Escape(name).Replace(@"\.", @"\.?", StringComparison.Ordinal).Replace(",", ",?", StringComparison.Ordinal)
            .Replace(@"\ ", @"\s+", StringComparison.Ordinal);

    [GeneratedRegex(
        @"(?<first>^\W*|(?<!\b(?:Dra?|Mrs?|Ms|Sra?|Rev|St))[.!?:…][""'”’»)]*\s+[""'“‘«(¿¡]*)?(?<![\p{L}\p{N}])(?<word>\p{Lu}[\p{L}'’-]*)\s+\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex WordBefore();

    // Parts of a state, and the small words of a title.
    [GeneratedRegex(
        "^(?:(?:(?:North|South)(?:-?(?:east|west))?|East|West)(?:ern)?|Mid|Middle|Central|Upper|Lower|Upstate|Downstate|Downtown|Greater|Rural|Urban"
        + "|Coastal|Inland|Interior|Metro|Across|All|And|At|For|From|In|Near|Of|Or|Outside|Serving|Throughout|To|De|En|Para|Y)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
