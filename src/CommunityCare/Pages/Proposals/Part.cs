using CommunityCare.Catalog;
using CommunityCare.Proposals;
using CommunityCare.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Proposals;

/// <summary>A part of an entry that a reader can point at.</summary>
/// <param name="Path">Of the field behind it, as in <see cref="ProposedField"/>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Shown">What it says, as the reader sees it.</param>
/// <param name="Means">What the field should say, where to choose the part says it already.</param>
public sealed record Part(string Path, string Label, IHtmlContent? Shown = null, string? Means = null)
{
    /// <summary>Something else: no field.</summary>
    public const string Other = "other";

    /// <summary>What the public sees of an entry, much in the order of its page.</summary>
    /// <param name="entry">As <see cref="PublicView"/> gives it: what is hidden has no part.</param>
    /// <param name="text">The interface's words.</param>
    public static IReadOnlyList<Part> Of(Organization entry, IStringLocalizer<Text> text) =>
    [
        One("name", text["Report_PartName"], entry.LocalName()),
        .. Ways(entry, text),
        One("text", text["Report_PartText"], entry.LocalSummary() with { Text = "" }),
        .. entry.Services.Select(s => One($"services/{s.Id}/name", text["Org_Services"], s.Local("name", s.Name))),
        .. entry.Services.Where(s => s.Schedules.Count > 0).Select(s => new Part(
            $"services/{s.Id}/schedules", text["Hours_Heading"], Content.List(s.Schedules.Select(h => Plain(Hours.Of(h, text))), "; "))),
        Many("terms/community", text["Org_ForWhom"], Describe.ForWhom(entry), text),
        Many("terms/how", text["Org_How"], Describe.Terms(entry, Vocabulary.How), text),
        Many("terms/cost", text["Org_Cost"], Describe.Terms(entry, Vocabulary.Cost), text),
        Many("terms/language", text["Org_Languages"], Describe.Terms(entry, Vocabulary.Language), text),
        .. entry.Locations.Where(l => Describe.Place(l).Length > 0).Select(l => Bare(
            $"locations/{l.Id}/{(l.HasStreet ? "address_1" : "city")}", text["Org_Where"], Describe.Place(l))),
        .. entry.ServiceArea is { } area ? [One("service_area", text["Org_ServiceArea"], entry.Local("service_area", area))] : Array.Empty<Part>(),
        new("status", text["Report_PartGone"], Means: "closed"),
        new("publication", text["Report_PartUnlist"], Means: "archived"),
        new(Other, text["Report_PartOther"]),
    ];

    /// <summary>Whether there is a field that can take what would be right.</summary>
    public bool Takes => Path != Other && Means is null;

    /// <summary>What a proposal says of the part.</summary>
    /// <param name="right">What the reader says it should be; empty if they do not.</param>
    public IEnumerable<ProposedField> Propose(string right) => Path == Other ? [] : [new(Path, Means ?? right)];

    private static IEnumerable<Part> Ways(Organization entry, IStringLocalizer<Text> text)
    {
        foreach (var phone in entry.Phones)
        {
            yield return new($"phones/{phone.Id}/number", text["Group_Phone"], Content.List([Plain(phone.Number), phone.Local("description", phone.Description)], " "));
        }

        if (entry.Email is { } email)
        {
            yield return Bare("email", text["Group_Email"], email);
        }

        if (Describe.IsWeb(entry.Website))
        {
            yield return Bare("website", text["Org_Website"], Describe.Address(entry.Website));
        }

        if (entry.AdditionalWebsites.Where(w => Describe.IsWeb(w.Url)).Select(w => Plain(Describe.Address(w.Url))).ToList() is { Count: > 0 } others)
        {
            yield return Many("additional_websites", text["Report_PartWebsites"], others, text);
        }

        foreach (var contact in entry.Contacts.Where(c => c.Email is not null))
        {
            yield return Bare($"contacts/{contact.Id}/email", text["Org_Contact"], $"{contact.Name} {contact.Email}".Trim());
        }
    }

    // A translation is a field of its own.
    private static Part One(string path, string label, LocalText shown) =>
        new(shown.Language is LocalText.English ? path : $"{shown.Language}:{path}", label, shown.Text.Length > 0 ? shown.Show() : null);

    private static Part Many(string path, string label, IReadOnlyList<LocalText> shown, IStringLocalizer<Text> text) =>
        new(path, label, Content.List(shown.Count > 0 ? shown : [Plain(text["Org_NotStated"])]));

    private static Part Bare(string path, string label, string value) => new(path, label, Plain(value).Show());

    // Numbers and addresses are in no language.
    private static LocalText Plain(string value) => new(value, Language.Current.Code);
}
