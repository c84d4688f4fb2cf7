using CommunityCare.Catalog;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace CommunityCare.Web;

/// <summary>The catalogue's texts in the reader's language, or in English and marked so.</summary>
public static class Content
{
    public static LocalText LocalName(this Entry entry) => In(entry.Translations, "name", entry.Name);

    public static LocalText LocalShortName(this CareType kind) =>
        kind.ShortName is null ? kind.LocalName() : In(kind.Translations, "short_name", kind.ShortName);

    public static LocalText LocalSummary(this CareType kind) => In(kind.Translations, "summary", kind.Summary);

    public static LocalText LocalGuide(this CareType kind) => In(kind.Translations, "guide", kind.Guide);

    public static LocalText LocalSummary(this Organization organization) => In(organization.Translations, "summary", organization.Summary);

    public static LocalText LocalName(this Term term) => In(term.Translations, "name", term.Name);

    public static LocalText LocalMeaning(this Term term) => In(term.Translations, "meaning", term.Meaning);

    public static LocalText Local(this Organization organization, string field, string? english) => In(organization.Translations, field, english);

    public static LocalText Local(this Service service, string field, string? english) => In(service.Translations, field, english);

    public static LocalText Local(this Phone phone, string field, string? english) => In(phone.Translations, field, english);

    public static LocalText Local(this Location location, string field, string? english) => In(location.Translations, field, english);

    public static LocalText LocalLabel(this WebLink link) => In(link.Translations, "label", link.Label);

    public static LocalText Local(this Contact contact, string field, string? english) => In(contact.Translations, field, english);

    /// <summary>The text, encoded, with its language if it is not the page's.</summary>
    public static IHtmlContent Show(this LocalText text)
    {
        var content = new HtmlContentBuilder().Append(text.Text);
        if (text.Language == Language.Current.Code || text.Text.Length == 0)
        {
            return content;
        }

        var span = new TagBuilder("span");
        span.Attributes["lang"] = text.Language;
        span.InnerHtml.SetHtmlContent(content);
        return span;
    }

    /// <summary>The attribute value for an element whose whole text this is; null where it is the page's language.</summary>
    public static string? Lang(this LocalText text) => text.Language == Language.Current.Code ? null : text.Language;

    /// <summary>Names with commas between them, or with another mark where a name may hold a comma.</summary>
    public static IHtmlContent List(IEnumerable<LocalText> texts, string separator = ", ")
    {
        var content = new HtmlContentBuilder();
        var first = true;
        foreach (var text in texts)
        {
            content.Append(first ? "" : separator).AppendHtml(text.Show());
            first = false;
        }

        return content;
    }

    private static LocalText In(List<Translation> translations, string field, string? english) =>
        LocalText.Of(translations, Language.Current.Code, field, english);
}
