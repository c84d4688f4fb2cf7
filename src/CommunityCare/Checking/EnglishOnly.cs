using CommunityCare.Catalog;
using CommunityCare.Documents;

namespace CommunityCare.Checking;

/// <summary>What a Spanish reader would find in English: all of an entry, or what its translation forgot.</summary>
internal static class EnglishOnly
{
    public static IEnumerable<Problem> Check(Organization organization, CheckedFile file)
    {
        var summary = !Has(organization.Translations, "summary");
        var services = organization.Services.Count(s => !Has(s.Translations, "name"));

        // What nobody has begun to translate is named as a whole.
        var others = summary ? 0 : Others(organization).Count(forgotten => forgotten);
        string?[] what =
        [
            summary ? "the summary" : null,
            services switch { 0 => null, 1 => "the name of 1 service", _ => $"the names of {services} services" },
            others switch { 0 => null, 1 => "1 other text", _ => $"{others} other texts" },
        ];
        if (what.Any(part => part is not null))
        {
            yield return new(file.Name, file.BodyLine, $"in English only: {string.Join(" and ", what.OfType<string>())}", Severity.Warning);
        }
    }

    private static IEnumerable<bool> Others(Organization organization)
    {
        var services = organization.Services.Where(s => Has(s.Translations, "name")).ToList();
        return
        [
            Forgotten(organization.Translations, "status_note", organization.StatusNote),
            Forgotten(organization.Translations, "notice", organization.Notice),
            Forgotten(organization.Translations, "service_area", organization.ServiceArea),
            .. organization.AdditionalWebsites.Select(w => Forgotten(w.Translations, "label", w.Label)),
            .. organization.Phones.Select(p => Forgotten(p.Translations, "description", p.Description)),
            .. organization.Contacts.Select(c => Forgotten(c.Translations, "title", c.Title)),
            .. organization.Locations.Select(l => Forgotten(l.Translations, "description", l.Description)),
            .. organization.Locations.Select(l => Forgotten(l.Translations, "accessibility", l.Accessibility)),
            .. organization.Locations.Select(l => Forgotten(l.Translations, "transportation", l.Transportation)),
            .. services.Select(s => Forgotten(s.Translations, "description", s.Description)),
            .. services.Select(s => Forgotten(s.Translations, "eligibility_description", s.EligibilityDescription)),
            .. services.Select(s => Forgotten(s.Translations, "fees_description", s.FeesDescription)),
            .. services.Select(s => Forgotten(s.Translations, "application_process", s.ApplicationProcess)),
        ];
    }

    private static bool Forgotten(IEnumerable<Translation> translations, string field, string? english) =>
        !string.IsNullOrEmpty(english) && !Has(translations, field);

    private static bool Has(IEnumerable<Translation> translations, string field) => translations.Any(t => t.Field == field);
}
