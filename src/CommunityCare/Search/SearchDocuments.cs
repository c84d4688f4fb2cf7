using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>Writes down what an organization can be found by.</summary>
internal static class SearchDocuments
{
    /// <summary>One document for each language in which the organization has text; none if it is not public.</summary>
    public static IEnumerable<SearchDocument> Of(Organization organization)
    {
        if (PublicView.Of(organization) is not { } seen)
        {
            yield break;
        }

        var languages = seen.Translations.Concat(seen.Services.SelectMany(s => s.Translations))
            .Select(t => t.Language).Append(LocalText.English).Distinct();
        foreach (var language in languages)
        {
            yield return new()
            {
                Organization = organization,
                Language = language,
                Name = Fold.Marks(In(seen.Translations, language, "name", seen.Name)),
                OtherNames = Lines(OtherNames(seen, language)),
                Terms = Lines(seen.Terms.SelectMany(link => Words(link.Term)).Distinct()),
                Services = Lines(seen.Services.SelectMany(s => Texts(s, language))),
                Summary = Lines([In(seen.Translations, language, "summary", seen.Summary), .. Places(seen, language)]),
            };
        }
    }

    // The name in every other language too: people know a line by the name that stood on the poster.
    private static IEnumerable<string> OtherNames(Organization seen, string language) => seen.AlternateNames
        .Concat(seen.Translations.Where(t => t.Field == "name").Select(t => t.Text)).Prepend(seen.Name)
        .Except([In(seen.Translations, language, "name", seen.Name)]);

    private static IEnumerable<string?> Texts(Service service, string language) =>
    [
        In(service.Translations, language, "name", service.Name),
        In(service.Translations, language, "description", service.Description),
        In(service.Translations, language, "eligibility_description", service.EligibilityDescription),
    ];

    private static IEnumerable<string?> Places(Organization seen, string language) =>
        seen.Locations.Select(l => l.City).Append(In(seen.Translations, language, "service_area", seen.ServiceArea));

    // People mix languages when they look for help, and most entries are in English alone: a term's words are kept in all of them.
    private static IEnumerable<string> Words(Term term) => term.Words.Append(term.Name)
        .Concat(term.Translations.Where(t => t.Field is "name" or "words").SelectMany(t => t.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));

    private static string In(List<Translation> translations, string language, string field, string? english) =>
        LocalText.Of(translations, language, field, english).Text;

    private static string Lines(IEnumerable<string?> texts) =>
        Fold.Marks(string.Join('\n', texts.Where(text => !string.IsNullOrEmpty(text))));
}
