using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>Finds synonyms that lead a reader to nothing.</summary>
internal static partial class Synonyms
{
    public static IEnumerable<Problem> Check(SeedReading reading)
    {
        if (reading.Synonyms is not { List: { } list } read)
        {
            return [];
        }

        // A mark that no word has keeps the end of one text from meeting the beginning of the next.
        var texts = string.Join('|', Coverage.Counted(reading).Select(PublicView.Of).OfType<Organization>()
            .SelectMany(TextsOf).Where(text => text is not null).Distinct().Select(text => Plain(text!)));
        return
            from line in list.Groups
            from word in line.Searched
            where !texts.Contains(Plain(word), StringComparison.Ordinal)
            select new Problem(read.File.Name, line.Line, $"`{word}` stands in no organization and in none of its terms: whoever is led there finds nothing", Severity.Warning);
    }

    private static IEnumerable<string?> TextsOf(Organization organization) =>
    [
        organization.Name,
        .. organization.AlternateNames,
        organization.Summary,
        organization.ServiceArea,
        .. Translated(organization.Translations, "name", "summary", "service_area"),
        .. organization.Locations.Select(l => l.City),
        .. organization.Services.SelectMany(s => new[] { s.Name, s.Description, s.EligibilityDescription }),
        .. organization.Services.SelectMany(s => Translated(s.Translations, "name", "description", "eligibility_description")),
        .. organization.Terms.SelectMany(l => l.Term.Words.Append(l.Term.Name)),
        .. organization.Terms.SelectMany(l => Translated(l.Term.Translations, "name", "words")).SelectMany(text => text.Split('\n')),
    ];

    private static IEnumerable<string> Translated(IEnumerable<Translation> translations, params string[] fields) =>
        translations.Where(t => fields.Contains(t.Field)).Select(t => t.Text);

    private static string Plain(string text) => $" {Between().Replace(Fold.Letters(text), " ").Trim()} ";

    [GeneratedRegex(@"[^\p{L}\p{N}\p{M}]+", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
