using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>Writes down what an organization can be found by.</summary>
internal static class SearchDocuments
{
    /// <summary>Raised when documents, names or points are written differently than before, so that all are written again.</summary>
    public const int Version = 3;

    /// <param name="organization">The organization.</param>
    /// <param name="keyOf">A term's key in the database.</param>
    /// <returns>Null if it is not public.</returns>
    public static SearchDocument? Of(Organization organization, Func<Term, long> keyOf) => PublicView.Of(organization) is not { } seen ? null : new()
    {
        Organization = organization,
        Name = Words.Plain(seen.Name),
        OtherNames = Lines(seen.AlternateNames.Concat(In(seen.Translations, "name"))),
        Terms = string.Join(' ', seen.Terms.Select(link => keyOf(link.Term)).Distinct().Order().Select(Match.Sign)),
        Services = Lines(seen.Services.SelectMany(Texts)),
        Summary = Lines([seen.Summary, .. In(seen.Translations, "summary"), .. seen.Locations.Select(l => l.City), seen.ServiceArea, .. In(seen.Translations, "service_area")]),
        Card = Cards.Write(seen, keyOf),
    };

    /// <summary>The words that somebody may have meant.</summary>
    public static IEnumerable<string> WordsOf(SearchDocument document) =>
        new[] { document.Name, document.OtherNames, document.Services, document.Summary }
            .SelectMany(text => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length > 2 && word.All(char.IsLetter)).Distinct();

    private static IEnumerable<string?> Texts(Service service) =>
    [
        service.Name, service.Description, service.EligibilityDescription,
        .. In(service.Translations, "name"), .. In(service.Translations, "description"), .. In(service.Translations, "eligibility_description"),
    ];

    private static IEnumerable<string> In(List<Translation> translations, string field) => translations.Where(t => t.Field == field).Select(t => t.Text);

    private static string Lines(IEnumerable<string?> texts) =>
        string.Join('\n', texts.OfType<string>().Select(Words.Plain).Where(text => text.Length > 0).Distinct());
}
