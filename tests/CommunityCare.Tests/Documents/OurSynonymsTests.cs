using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Documents;

/// <summary>What the synonyms of the site must never do. Each line can be judged by itself, because they do not chain.</summary>
public class OurSynonymsTests
{
    private const string Crisis = "988";

    private static readonly string[] CrisisLines = [Crisis, "crisis line", "línea de crisis"];

    // Terms of the vocabulary of communities that say what somebody has, uses or lived through, and not who they are.
    private static readonly string[] Conditions =
    [
        "people-with-mental-health-challenges", "psychiatric-survivors", "people-in-recovery", "people-who-use-drugs", "people-living-with-hiv",
        "survivors-of-violence", "formerly-incarcerated", "sex-workers", "low-income", "unhoused",
    ];

    private static readonly SeedReading Reading = SeedReader.Read(SeedFolder.Open(Repository.SeedData));
    private static readonly SynonymList List = Reading.Synonyms!.List!;

    [Fact]
    public void Who_is_in_danger_is_led_to_crisis_lines_and_to_nothing_that_is_not_for_emergencies()
    {
        var pairs = List.Pairs.ToLookup(p => p.Word.ToUpperInvariant(), p => p.Means);
        var inDanger = pairs.Where(means => means.Contains(Crisis)).ToList();

        Assert.Contains("WANT TO DIE", inDanger.Select(word => word.Key));
        Assert.Contains("QUIERO MORIR", inDanger.Select(word => word.Key));
        Assert.All(inDanger, word => Assert.Subset(CrisisLines.ToHashSet(), word.ToHashSet()));
    }

    [Fact]
    public void No_community_leads_to_an_illness_or_a_need()
    {
        var heading = Array.IndexOf(List.Text.Split('\n'), "## Communities") + 1;
        var next = Array.FindIndex(List.Text.Split('\n'), heading, line => line.StartsWith("## ", StringComparison.Ordinal)) + 1;
        var lines = List.Groups.Where(g => g.Line > heading && g.Line < next).ToList();
        var terms = Reading.Terminology.Vocabularies.Single(v => v.Slug == "community").Terms;
        Assert.Subset(terms.Select(t => t.Slug).ToHashSet(), Conditions.ToHashSet());
        Assert.NotEmpty(lines);

        var conditions = terms.Where(t => Conditions.Contains(t.Slug)).SelectMany(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var identities = terms.Where(t => !Conditions.Contains(t.Slug)).SelectMany(Words).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // Who is called by a word of such a term may find the other words of it: "sexoservidora" finds "sex work".
        var ofThem = new[] { "sex workers", "sex work" };
        Assert.DoesNotContain(lines.SelectMany(g => g.Searched), word => conditions.Contains(word) && !ofThem.Contains(word));
        Assert.DoesNotContain(List.Pairs, pair => identities.Contains(pair.Word) && !conditions.Contains(pair.Word) && conditions.Contains(pair.Means));
    }

    private static IEnumerable<string> Words(CommunityCare.Catalog.Term term) => term.Words.Append(term.Name)
        .Concat(term.Translations.Where(t => t.Field is "name" or "words").SelectMany(t => t.Text.Split('\n')));
}
