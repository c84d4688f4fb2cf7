using System.Diagnostics.CodeAnalysis;
using CommunityCare.Catalog;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>Says what is known of an organization in the few words that a list or a button has room for.</summary>
public static class Describe
{
    private const int OpeningLength = 220;

    /// <summary>The first sentences of a text, as plain words.</summary>
    public static string Opening(string markdown, int length = OpeningLength)
    {
        var plain = SafeMarkdown.PlainText(markdown);
        if (plain.Length <= length)
        {
            return plain;
        }

        var end = plain.LastIndexOf(". ", length, StringComparison.Ordinal);
        while (end > 0 && IsShortened(plain[..end]))
        {
            end = plain.LastIndexOf(". ", end - 1, StringComparison.Ordinal);
        }

        if (end > length / 3)
        {
            return plain[..(end + 1)];
        }

        // Some scripts set no spaces, and a letter may be a pair of characters.
        var space = plain.LastIndexOf(' ', length);
        var cut = space > length / 3 ? space : char.IsHighSurrogate(plain[length - 1]) ? length - 1 : length;
        return plain[..cut] + "…";
    }

    // "St.", "Dr.", "Jr." and "Inc." end no sentence.
    private static bool IsShortened(string before)
    {
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return word.Length is > 0 and <= 3 && char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower);
    }

    /// <summary>Whether it is a page on the web: the files hold no other address, and none is shown whatever wrote it.</summary>
    public static bool IsWeb([NotNullWhen(true)] string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";

    /// <summary>An address as people read it: no scheme, no slash at the end.</summary>
    public static string Address(string url)
    {
        var address = new Uri(url);
        var shown = address.Host + Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/') + address.Query;
        return shown.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? shown[4..] : shown;
    }

    /// <summary>What holds for the organization or any of its services, or for one service.</summary>
    public static IReadOnlyList<LocalText> Terms(Organization organization, string vocabulary, Service? service = null) => Names(
        organization.Terms.Where(l => l.Term.Vocabulary.Slug == vocabulary && (service is null || l.Service is null || l.Service.Id == service.Id)));

    /// <summary>What holds for one service and not for the whole organization.</summary>
    public static IReadOnlyList<LocalText> OwnTerms(Organization organization, string vocabulary, Service service) =>
        Names(organization.Terms.Where(l => l.Term.Vocabulary.Slug == vocabulary && l.Service?.Id == service.Id));

    /// <summary>The communities, or else whom the first service that says it is for.</summary>
    public static IReadOnlyList<LocalText> ForWhom(Organization organization) =>
        Terms(organization, Vocabulary.Community) is { Count: > 0 } communities ? communities
        : organization.Services.Find(s => s.EligibilityDescription is not null) is { } service
            ? [service.Local("eligibility_description", service.EligibilityDescription)]
            : [];

    /// <summary>What the entry itself says, without what follows from an address.</summary>
    public static IReadOnlyList<LocalText> Stated(Organization organization, string vocabulary) =>
        Names(organization.Terms.Where(l => l.Term.Vocabulary.Slug == vocabulary && !l.Derived));

    public static string Cities(Organization organization) => string.Join("; ", organization.Locations
        .Where(l => l.City is not null || l.StateProvince is not null)
        .Select(l => string.Join(", ", new[] { l.City, l.StateProvince }.OfType<string>())).Distinct());

    public static string Place(Location location) => string.Join(", ", new[]
    {
        location.Address1, location.Address2, location.City, $"{location.StateProvince} {location.PostalCode}".Trim(),
    }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>City, ways to take part, cost: in one line.</summary>
    public static IHtmlContent Where(Organization organization, IStringLocalizer<Text> text)
    {
        var content = new HtmlContentBuilder();
        var cities = Cities(organization);
        var (how, cost) = (Terms(organization, Vocabulary.How), Terms(organization, Vocabulary.Cost));
        if (cities.Length > 0)
        {
            content.Append(cities + ". ");
        }
        else if (organization.Terms.Exists(l => l.Term.Slug == Term.Everywhere))
        {
            content.Append(text["Org_ServesEverywhere"] + ". ");
        }

        if (how.Count > 0)
        {
            content.AppendHtml(Content.List(how)).Append(". ");
        }

        if (cost.Count == 0 && organization.Services.Exists(s => s.FeesDescription is not null))
        {
            return content.Append(text["Card_CostInEntry"]);
        }

        return cost.Count > 0
            ? content.AppendHtml("<strong>").AppendHtml(Content.List(cost)).AppendHtml("</strong>")
            : content.AppendHtml("<span class=\"not-stated\">").Append(text["Card_CostNotStated"]).AppendHtml("</span>");
    }

    public static string? Ages(Service service, IStringLocalizer<Text> text) => (service.MinimumAge, service.MaximumAge) switch
    {
        ({ } from, { } to) => text["Org_AgesBetween", from, to].Value,
        ({ } from, null) => text["Org_AgesFrom", from].Value,
        (null, { } to) => text["Org_AgesTo", to].Value,
        _ => null,
    };

    /// <summary>What one can do next, the quickest way to a person first.</summary>
    public static IEnumerable<Step> Steps(Organization organization, IStringLocalizer<Text> text)
    {
        if (!organization.CanHelpToday)
        {
            yield break;
        }

        // Of two lines of a kind, the one in the reader's language first.
        foreach (var phone in organization.Phones.Where(p => p.Type != PhoneType.Fax)
            .OrderBy(p => p.Type).ThenByDescending(p => p.Languages.Contains(Language.Current.Slug)))
        {
            yield return Phone(phone, text);
        }

        if (organization.Email is { } email)
        {
            yield return new("mailto:" + email, text["Org_WriteTo", email], text["Org_Write"], []);
        }

        if (organization.Website is { } website && IsWeb(website))
        {
            IEnumerable<LocalText> notes = [Plain(Address(website))];
            if (organization.WebsiteKind != WebsiteKind.Own)
            {
                notes = notes.Append(Plain(text[$"Website_{organization.WebsiteKind}"]));
            }

            var label = organization.WebsiteKind == WebsiteKind.Own ? text["Org_Website"] : text[$"Website_{organization.WebsiteKind}Label"];
            yield return new(website, text["Org_WebsiteGo"], label, [.. notes], IsOutside: true);
        }

        foreach (var other in organization.AdditionalWebsites.Where(w => IsWeb(w.Url)))
        {
            var label = other.Label is null ? Plain(Address(other.Url)) : other.LocalLabel();
            yield return new(other.Url, label.Text, label.Text, [Plain(Address(other.Url))], IsOutside: true, label.Lang());
        }

        foreach (var contact in organization.Contacts.Where(c => c.Email is not null))
        {
            yield return new("mailto:" + contact.Email, text["Org_WriteTo", contact.Email!], text["Org_Write"], [contact.Local("title", contact.Title)]);
        }

        if (organization.Locations.Find(l => l.HasStreet) is { } place)
        {
            LocalText[] notes = place.Description is null ? [Plain(Place(place))] : [Plain(Place(place)), place.Local("description", place.Description)];
            yield return new("#where", text["Org_Visit"], text["Org_Visit"], notes);
        }
    }

    private static Step Phone(Phone phone, IStringLocalizer<Text> text)
    {
        var number = phone.Extension is null ? phone.Number : $"{phone.Number}, {text["Org_Extension", phone.Extension]}";
        var what = phone.Type switch
        {
            PhoneType.Text when phone.Keyword is not null => text["Org_TextKeyword", phone.Keyword, number],
            PhoneType.Text => text["Org_TextNumber", number],
            PhoneType.Tty => text["Org_Tty", number],
            PhoneType.Videophone => text["Org_Videophone", number],
            _ => text["Org_CallNumber", number],
        };
        var href = phone.Type == PhoneType.Text
            ? $"sms:{phone.Dial}{(phone.Keyword is null ? "" : "?body=" + Uri.EscapeDataString(phone.Keyword))}"
            : $"tel:{phone.Dial}{(phone.Extension is null ? "" : ";ext=" + phone.Extension)}";
        return new(href, what, what, phone.Description is null ? [] : [phone.Local("description", phone.Description)]);
    }

    private static LocalText Plain(string text) => new(text, Language.Current.Code);

    private static List<LocalText> Names(IEnumerable<TermLink> links) =>
        [.. links.Select(l => l.Term).DistinctBy(t => t.Id).OrderBy(t => t.Order).Select(t => t.LocalName())];
}

/// <param name="Href">Where it leads.</param>
/// <param name="What">The whole of it, as on a large button.</param>
/// <param name="Label">The same for a small one.</param>
/// <param name="Notes">What to know before.</param>
/// <param name="IsOutside">Whether it leaves the site for another one.</param>
/// <param name="Lang">The language of what it says, where that is not the page's.</param>
public sealed record Step(string Href, string What, string Label, IReadOnlyList<LocalText> Notes, bool IsOutside = false, string? Lang = null);
