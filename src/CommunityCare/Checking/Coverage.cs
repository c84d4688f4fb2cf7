using CommunityCare.Catalog;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>How many organizations there are of each kind, for each place and each community: what the directory has, and lacks.</summary>
internal static class Coverage
{
    private const int LineLength = 100;

    /// <summary>Those that can help today and are public. The others are told by <see cref="NotCounted"/>.</summary>
    public static List<Organization> Counted(SeedReading reading) =>
        [.. reading.Organizations.Select(o => o.Entry).Where(o => o.CanHelpToday && PublicView.IsPublic(o))];

    public static string NotCounted(SeedReading reading)
    {
        var all = reading.Organizations.ConvertAll(o => o.Entry);
        var seen = all.Where(PublicView.IsPublic).ToList();
        return $"historical {Are(OrganizationStatus.Historical)}, closed {Are(OrganizationStatus.Closed)}, "
            + $"draft {all.Count(o => o.Publication == Publication.Draft)}, archived {all.Count(o => o.Publication == Publication.Archived)}";

        int Are(OrganizationStatus status) => seen.Count(o => o.Status == status);
    }

    /// <summary>The lines of one vocabulary, in the order of its terms.</summary>
    /// <param name="reading">The files.</param>
    /// <param name="vocabulary">Whose terms are counted.</param>
    public static IEnumerable<string> Of(SeedReading reading, string vocabulary)
    {
        var states = new States(reading);
        var counts = Counted(reading).SelectMany(o => SlugsOf(o, vocabulary, states)).CountBy(slug => slug).ToDictionary();
        var terms = reading.Terminology.Vocabularies.Where(v => v.Slug == vocabulary).SelectMany(v => v.Terms)
            .Where(t => !t.Retired).OrderBy(t => t.Order).ToList();
        var there = terms.Where(t => counts.ContainsKey(t.Slug)).Select(t => $"{t.Slug} {counts[t.Slug]}");
        var missing = terms.Where(t => !counts.ContainsKey(t.Slug)).Select(t => t.Slug).ToList();
        return missing.Count > 0 ? Wrapped(there).Append("none yet: " + string.Join(", ", missing)) : Wrapped(there);
    }

    /// <summary>What to look for next: those that nobody can reach, and where they are said to be.</summary>
    public static IEnumerable<string> Unreachable(SeedReading reading) =>
        reading.Organizations.Select(o => o.Entry).Where(Organizations.NobodyCanReach).Select(o => $"{o.Slug} ({WhereIs(o)})");

    private static IEnumerable<string> SlugsOf(Organization organization, string vocabulary, States states) => vocabulary == Vocabulary.Place
        ? states.FoundUnder(organization)
        : organization.Terms.Where(l => l.Term.Vocabulary.Slug == vocabulary).Select(l => l.Term.Slug).Distinct();

    private static string WhereIs(Organization organization)
    {
        var cities = organization.Locations.Select(l => string.Join(", ", new[] { l.City, l.StateProvince }.OfType<string>()))
            .Where(city => city.Length > 0).ToList();
        return cities.Count > 0 ? string.Join("; ", cities)
            : States.PlacesOf(organization) is { Count: > 0 } places ? string.Join(", ", places)
            : "no place known";
    }

    private static IEnumerable<string> Wrapped(IEnumerable<string> counts)
    {
        var line = "";
        foreach (var count in counts)
        {
            if (line.Length > 0 && line.Length + 2 + count.Length > LineLength)
            {
                yield return line + ",";
                line = "";
            }

            line += line.Length > 0 ? ", " + count : count;
        }

        if (line.Length > 0)
        {
            yield return line;
        }
    }
}
