using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>Says in one sentence what was asked for and how many fit.</summary>
public sealed class QuerySentence(IStringLocalizer<Text> text, Offer offer)
{
    public LocalText NameOf(string vocabulary, string slug) => offer.Find(vocabulary, slug)?.LocalName()
        ?? new(text["Filter_NotStatedOf", VocabularyName(vocabulary)], Language.Current.Code);

    public string Of(SearchQuery query, SearchResults results)
    {
        var count = results.Total switch { 0 => text["List_CountNone"], 1 => text["List_CountOne"], _ => text["List_CountMany", results.Total] };
        var asked = query.Filters.Select(f => text["List_With", VocabularyName(f.Key), Or(f.Value.Select(slug => Value(f.Key, slug)))].Value).ToList();
        var start = (results.Total > 0 ? results.Corrected ?? query.Words : query.Words) is { Length: > 0 } words ? $"{count} {text["List_ForWords", words]}" : count.Value;
        if (results.Near is { } place)
        {
            asked.Add(text["List_NearOrServing", query.Within, place.Label]);
        }

        var sentence = string.Join(text["List_And"], asked.Prepend(start));
        return results is { Totals.Count: > 1, Total: > 1 } ? $"{sentence}: {Parts(results)}" : sentence;
    }

    /// <summary>What stands above a part of the list; nothing if it is the only one there can be.</summary>
    public (string? Heading, string? Help) Of(Reach reach, SearchResults results) => (reach, results) switch
    {
        (_, { Totals.Count: 1 }) => (null, null),
        (Reach.Here, { Near: { } place }) => (text["List_Here", place.Label], null),
        (Reach.Here, _) => (null, null),
        (Reach.Area, _) => (text["List_Area", StateOf(results)], text["List_AreaHelp"]),
        _ => (text["List_Everywhere"], results.Totals[Reach.Here] == 0 && results.Page == 1 ? $"{text["List_NoneHere"]} {text["List_EverywhereHelp"]}" : text["List_EverywhereHelp"].Value),
    };

    private string Parts(SearchResults results) => results.Near is null
        ? text["List_CountPlaces", results.Totals[Reach.Here], results.Totals[Reach.Everywhere]]
        : text["List_CountNear", results.Totals[Reach.Here], results.Totals[Reach.Area], results.Totals[Reach.Everywhere]];

    private string StateOf(SearchResults results) =>
        offer.Vocabularies.FirstOrDefault(v => v.Slug == Vocabulary.Place)?.Terms.Find(t => t.Words.Contains(results.Near!.StateProvince))?.LocalName().Text ?? results.Near!.StateProvince;

    private string VocabularyName(string vocabulary) => offer.Vocabularies.First(v => v.Slug == vocabulary).LocalName().Text;

    private string Value(string vocabulary, string slug) => slug == Term.NotStated ? text["Filter_NotStated"].Value.ToLower(Language.Current.Culture) : NameOf(vocabulary, slug).Text;

    private string Or(IEnumerable<string> values) => string.Join(text["List_Or"], values);
}
