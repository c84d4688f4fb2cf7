using CommunityCare.Catalog;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>The states and territories, which are the terms of the place vocabulary.</summary>
internal sealed class States(SeedReading reading)
{
    public IReadOnlyList<Term> All { get; } =
        reading.Terminology.Vocabularies.FirstOrDefault(v => v.Slug == Vocabulary.Place)?.Terms.FindAll(t => t.Slug != Term.Everywhere) ?? [];

    /// <summary>Whether there is anything to compare with.</summary>
    public bool AreKnown => All.Count > 0;

    /// <summary>Where an organization or one of its services serves, as its file says.</summary>
    public static HashSet<string> PlacesOf(Organization organization) =>
        [.. organization.Terms.Where(l => l.Term.Vocabulary.Slug == Vocabulary.Place).Select(l => l.Term.Slug)];

    /// <summary>The state that is abbreviated so, as in CA.</summary>
    public Term? ByLetters(string letters) => All.FirstOrDefault(state => state.Words.Contains(letters));

    /// <summary>Where it serves and where it stands, which is how the site's filter finds it.</summary>
    public HashSet<string> FoundUnder(Organization organization) =>
    [
        .. PlacesOf(organization),
        .. organization.Locations.Where(l => l is { Visibility: not LocationVisibility.Hidden, Country: Location.HomeCountry })
            .Select(l => l.StateProvince is { } letters ? ByLetters(letters)?.Slug : null).OfType<string>(),
    ];

    /// <summary>What people call it in any language, longest name first; not its two letters, which are words too (OR, ME).</summary>
    public static IEnumerable<string> NamesOf(Term state) => state.Translations
        .Where(t => t.Field is "name" or "words").SelectMany(t => t.Text.Split('\n'))
        .Concat(state.Words).Append(state.Name).Where(name => name.Length > 2).Distinct().OrderByDescending(name => name.Length);
}
