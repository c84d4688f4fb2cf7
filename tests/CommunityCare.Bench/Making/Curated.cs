using CommunityCare.Catalog;
using CommunityCare.Seeding;

namespace CommunityCare.Bench.Making;

/// <summary>What real entries teach: their words, the names of their services, the communities they name.</summary>
internal sealed class Curated
{
    private const string Spanish = "es";

    private readonly IReadOnlyList<Organization> _organizations;

    public Curated(string seedData)
    {
        var reading = SeedReader.Read(SeedFolder.Open(seedData));
        _organizations = [.. reading.Organizations.Select(r => r.Entry)];
        Texts = [.. _organizations.Select(o => o.Summary).Concat(Services.Select(s => s.Description).OfType<string>())];
        SpanishTexts = [.. Translated(_organizations.SelectMany(o => o.Translations), "summary")
            .Concat(Translated(Services.SelectMany(s => s.Translations), "description"))];
        Words = Texts.Concat(SpanishTexts).SelectMany(t => t.ToLowerInvariant().Split((char[]?)null)).Select(w => w.Trim(',', '.', ';', ':', '(', ')')).ToHashSet();
        ServiceNames = [.. Services
            .Select(s => (s.Name, s.Translations.Find(t => t.Language == Spanish && t.Field == "name")?.Text))
            .DistinctBy(n => n.Name)];
    }

    public IReadOnlyList<string> Texts { get; }

    public IReadOnlyList<string> SpanishTexts { get; }

    public IReadOnlySet<string> Words { get; }

    public IReadOnlyList<(string Name, string? Spanish)> ServiceNames { get; }

    /// <summary>The slugs of a vocabulary, the most used first.</summary>
    public IReadOnlyList<string> TermsByUse(string vocabulary) =>
    [
        .. _organizations.SelectMany(o => o.Terms).Where(l => l.Term.Vocabulary.Slug == vocabulary)
            .GroupBy(l => l.Term.Slug).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key),
    ];

    private IEnumerable<Service> Services => _organizations.SelectMany(o => o.Services);

    private static IEnumerable<string> Translated(IEnumerable<Translation> translations, string field) =>
        translations.Where(t => t.Language == Spanish && t.Field == field).Select(t => t.Text);
}
