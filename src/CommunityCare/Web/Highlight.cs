using CommunityCare.Search;
using Microsoft.AspNetCore.Html;

namespace CommunityCare.Web;

/// <summary>Shows where in a text stands what was searched for. Everything is encoded; only our own mark is markup.</summary>
public static class Highlight
{
    private const int SnippetLength = 160;

    /// <summary>The whole text.</summary>
    public static IHtmlContent Of(string text, Sought sought)
    {
        var content = new HtmlContentBuilder();
        var end = 0;
        foreach (var (start, length) in sought.In(text))
        {
            content.Append(text[end..start]).AppendHtml("<mark>").Append(text.Substring(start, length)).AppendHtml("</mark>");
            end = start + length;
        }

        return content.Append(text[end..]);
    }

    /// <summary>A few words around the first place; null if it is not in the text.</summary>
    public static IHtmlContent? Snippet(string text, Sought sought)
    {
        if (sought.In(text).Select(p => (int?)p.Start).FirstOrDefault() is not { } start)
        {
            return null;
        }

        var from = start < SnippetLength / 2 ? 0 : text.IndexOf(' ', start - (SnippetLength / 2)) + 1;
        from = from > start ? start : from;
        var to = from + SnippetLength >= text.Length ? text.Length : text.LastIndexOf(' ', from + SnippetLength);
        to = to <= start ? Math.Min(text.Length, start + SnippetLength) : to;
        return new HtmlContentBuilder().Append(from > 0 ? "… " : "").AppendHtml(Of(text[from..to], sought)).Append(to < text.Length ? " …" : "");
    }
}
