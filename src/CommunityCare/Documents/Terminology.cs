using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>The vocabularies that entries may use, in the order of their filters.</summary>
public sealed class Terminology
{
    public static readonly Terminology None = new([]);

    private readonly Dictionary<string, Dictionary<string, Term>> _terms;

    public Terminology(IEnumerable<Vocabulary> vocabularies)
    {
        Vocabularies = [.. vocabularies.OrderBy(v => v.Order).ThenBy(v => v.Slug, StringComparer.Ordinal)];
        _terms = Vocabularies.ToDictionary(
            v => v.Slug,
            v => v.Terms.GroupBy(t => t.Slug).ToDictionary(g => g.Key, g => g.First()));
        foreach (var vocabulary in Vocabularies)
        {
            vocabulary.Terms.ForEach(term => term.Vocabulary = vocabulary);
        }
    }

    public IReadOnlyList<Vocabulary> Vocabularies { get; }

    public IReadOnlyCollection<string> Names => _terms.Keys;

    public bool Has(string vocabulary) => _terms.ContainsKey(vocabulary);

    public IReadOnlyCollection<string> Slugs(string vocabulary) =>
        _terms.TryGetValue(vocabulary, out var terms) ? terms.Keys : [];

    public Term? Find(string vocabulary, string slug) => _terms.GetValueOrDefault(vocabulary)?.GetValueOrDefault(slug);

    /// <summary>The vocabulary whose terms are the kinds of care.</summary>
    public static Vocabulary KindsOf(IEnumerable<CareType> careTypes)
    {
        var kind = new Vocabulary
        {
            Id = Vocabulary.KindId,
            Slug = Vocabulary.Kind,
            Name = "Kind of care",
            Order = 1,
            Translations = [new("es", "name", "Forma de cuidado")],
        };
        kind.Terms = [.. careTypes.OrderBy(c => c.Order).Select(c => AsTerm(c, kind))];
        return kind;
    }

    private static Term AsTerm(CareType careType, Vocabulary kind) => new()
    {
        Id = careType.Id,
        Slug = careType.Slug,
        Name = careType.ShortName ?? careType.Name,
        Meaning = careType.Summary,
        Words = careType.Words,
        Order = careType.Order,
        Retired = !PublicView.IsPublic(careType),
        Vocabulary = kind,
        Translations =
        [
            .. careType.Translations.Where(t => t.Field == "words" || t.Field == (careType.ShortName is null ? "name" : "short_name"))
                .Select(t => t.Field == "short_name" ? t with { Field = "name" } : t),
            .. careType.Translations.Where(t => t.Field is "summary").Select(t => t with { Field = "meaning" }),
        ],
    };
}
