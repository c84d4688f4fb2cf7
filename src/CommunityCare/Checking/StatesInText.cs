using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>A state that a text names and the place does not: either the text is wrong, or nobody there will find the entry.</summary>
internal sealed class StatesInText
{
    // Cities, rivers, streets and newspapers that carry the name of a state in which they may not be.
    private const string NotStates =
        @"(?:Kansas|Missouri|Michigan|Nevada) City|Washington Heights|Lake Michigan|(?:George|Fort|Port|Mount) Washington|r[ií]o \p{Lu}\p{L}+"
        + @"|\p{Lu}\p{L}+ (?:River|Avenue|Ave|Street|Boulevard|Blvd|Nation|Tribe)|(?:New York|Washington|Los Angeles|Seattle) Times|Washington Post";

    private readonly States _states;
    private readonly Dictionary<string, Term> _byName;
    private readonly Regex _any;

    private StatesInText(SeedReading reading)
    {
        _states = new(reading);
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
            .SelectMany(p => _any.Matches(own.Replace(p.Text, name => new string('·', name.Length)))
                .Where(found => found.Groups["state"].Success)
                .Select(found => (Passage: p, found.Index, State: _byName[Letters(found.Value)])))
            .Where(found => !said.Contains(found.State.Slug))
            .DistinctBy(found => (found.Passage.File, found.State))
            .Select(found => new Problem(found.Passage.File, found.Passage.LineAt(found.Index),
                $"names {found.State.Name}, which its place does not say; add `{found.State.Slug}` to the terms of place "
                + "if it serves or stands there, or leave the name out"));
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetter));

    // Washington, D.C. is written with and without its marks, and a line may end anywhere.
    private static string Pattern(string name) =>
        Regex.Escape(name).Replace(@"\.", @"\.?", StringComparison.Ordinal).Replace(",", ",?", StringComparison.Ordinal)
            .Replace(@"\ ", @"\s+", StringComparison.Ordinal);
}
