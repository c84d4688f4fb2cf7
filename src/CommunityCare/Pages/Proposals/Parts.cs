using CommunityCare.Catalog;
using CommunityCare.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Proposals;

/// <summary>The parts of an entry by their paths, in the reader's words.</summary>
internal sealed class Parts(IStringLocalizer<Text> text)
{
    /// <summary>What is seen of an entry, much in the order of its page.</summary>
    /// <param name="entry">As <see cref="PublicView"/> gives it: what is hidden has no part.</param>
    public IReadOnlyList<Part> Of(Organization entry) =>
    [
        Said("name", entry.LocalName()),
        .. entry.Phones.Select(p => Shown($"phones/{p.Id}/number", Content.List(p.Description is null ? [Plain(p.Number)] : [Plain(p.Number), p.Local("description", p.Description)], " "))),
        .. Ways(entry),
        Said("text", entry.LocalSummary() with { Text = "" }),
        .. entry.Services.Select(s => Said($"services/{s.Id}/name", s.Local("name", s.Name))),
        .. entry.Services.Where(s => s.Schedules.Count > 0).Select(s => List($"services/{s.Id}/schedules", s.Schedules.Select(h => Plain(Hours.Of(h, text))), "; ")),
        List("terms/community", Describe.ForWhom(entry)),
        List("terms/how", Describe.Terms(entry, Vocabulary.How)),
        List("terms/cost", Describe.Terms(entry, Vocabulary.Cost)),
        List("terms/language", Describe.Terms(entry, Vocabulary.Language)),
        .. entry.Locations.Where(l => Describe.Place(l).Length > 0).Select(l => Shown($"locations/{l.Id}/{(l.HasStreet ? "address_1" : "city")}", Plain(Describe.Place(l)).Show())),
        .. entry.ServiceArea is { } area ? [Said("service_area", entry.Local("service_area", area))] : Array.Empty<Part>(),
        Shown("status", null) with { Means = "closed" },
        Shown("publication", null) with { Means = "archived" },
        Shown(Part.Other, null),
    ];

    /// <summary>What the part at a path is called, also of a group that is no entry yet.</summary>
    public string LabelOf(string path) => path[(path.IndexOf(':', StringComparison.Ordinal) + 1)..].Split('/') switch
    {
        ["name"] => text["Report_PartName"],
        ["phones", ..] or ["phone"] => text["Group_Phone"],
        ["email"] => text["Group_Email"],
        ["website"] => text["Org_Website"],
        ["additional_websites"] => text["Report_PartWebsites"],
        ["contacts", ..] => text["Org_Contact"],
        ["text"] => text["Report_PartText"],
        ["kind"] => text["Group_Kinds"],
        ["services", _, "schedules"] => text["Hours_Heading"],
        ["services", ..] => text["Org_Services"],
        ["terms", Vocabulary.Community] => text["Org_ForWhom"],
        ["terms", Vocabulary.How] => text["Org_How"],
        ["terms", Vocabulary.Cost] => text["Org_Cost"],
        ["terms", Vocabulary.Language] => text["Org_Languages"],
        ["locations", ..] => text["Org_Where"],
        ["address_1"] => text["Group_Meet"],
        ["city"] => text["Group_City"],
        ["state_province"] => text["Group_State"],
        ["service_area"] => text["Org_ServiceArea"],
        ["status"] => text["Report_PartGone"],
        ["publication"] => text["Report_PartUnlist"],
        _ => text["Report_PartOther"],
    };

    private IEnumerable<Part> Ways(Organization entry)
    {
        if (entry.Email is { } email)
        {
            yield return Shown("email", Plain(email).Show());
        }

        if (Describe.IsWeb(entry.Website))
        {
            yield return Shown("website", Plain(Describe.Address(entry.Website)).Show());
        }

        if (entry.AdditionalWebsites.Where(w => Describe.IsWeb(w.Url)).Select(w => Plain(Describe.Address(w.Url))).ToList() is { Count: > 0 } others)
        {
            yield return List("additional_websites", others);
        }

        foreach (var contact in entry.Contacts.Where(c => c.Email is not null))
        {
            yield return Shown($"contacts/{contact.Id}/email", Plain($"{contact.Name} {contact.Email}".Trim()).Show());
        }
    }

    private Part Shown(string path, IHtmlContent? shown) => new(path, LabelOf(path), shown);

    // A translation is a field of its own.
    private Part Said(string path, LocalText said) =>
        Shown(said.Language == LocalText.English ? path : $"{said.Language}:{path}", said.Text.Length > 0 ? said.Show() : null);

    private Part List(string path, IEnumerable<LocalText> texts, string separator = ", ") =>
        Shown(path, Content.List(texts.DefaultIfEmpty(Plain(text["Org_NotStated"])), separator));

    // Numbers and addresses are in no language.
    private static LocalText Plain(string value) => new(value, Language.Current.Code);
}
