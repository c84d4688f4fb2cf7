using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.AspNetCore.Html;

namespace CommunityCare.Web;

/// <summary>Why an organization is among the results, where its name and its card do not show it already.</summary>
public static class WhyFound
{
    /// <param name="organization">As the public may see it.</param>
    /// <param name="shown">The texts that the card shows.</param>
    /// <param name="sought">What was searched for.</param>
    /// <returns>The key of what to call it, and the words; null if there is nothing to say.</returns>
    public static (string Label, IHtmlContent Words)? Of(Organization organization, IEnumerable<string> shown, Sought sought)
    {
        if (sought.IsNothing || shown.Any(text => sought.In(text).Any()))
        {
            return null;
        }

        return First("Why_AlsoCalled", [.. organization.AlternateNames, .. Others(organization.Translations, "name"), organization.Name])
            ?? First("Why_Offers", organization.Services.SelectMany(Texts))
            ?? First("Why_Says", [SafeMarkdown.PlainText(organization.LocalSummary().Text), SafeMarkdown.PlainText(organization.Summary), .. Others(organization.Translations, "summary").Select(SafeMarkdown.PlainText)])
            ?? First("Why_Where", [.. organization.Locations.Select(l => l.City), organization.Local("service_area", organization.ServiceArea).Text, organization.ServiceArea])
            ?? Terms(organization, sought);

        (string, IHtmlContent)? First(string label, IEnumerable<string?> texts) =>
            texts.OfType<string>().Select(text => Highlight.Snippet(text, sought)).OfType<IHtmlContent>().FirstOrDefault() is { } words ? (label, words) : null;
    }

    // Its kinds of care stand on the card.
    private static (string Label, IHtmlContent Words)? Terms(Organization organization, Sought sought)
    {
        var terms = organization.Terms.Select(l => l.Term).Where(t => t.Vocabulary.Slug != Vocabulary.Kind && sought.Terms.Contains((t.Vocabulary.Slug, t.Slug))).DistinctBy(t => t.Id).ToList();
        return terms.Count == 0 ? null : ("Why_Listed", Content.List(terms.Select(t => t.LocalName())));
    }

    private static IEnumerable<string?> Texts(Service service) =>
    [
        service.Local("name", service.Name).Text, service.Local("description", service.Description).Text,
        service.Local("eligibility_description", service.EligibilityDescription).Text,
        service.Name, service.Description, service.EligibilityDescription, .. service.Translations.Select(t => t.Text),
    ];

    private static IEnumerable<string> Others(List<Translation> translations, string field) => translations.Where(t => t.Field == field).Select(t => t.Text);
}
