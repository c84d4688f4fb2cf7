using CommunityCare.Search;
using Microsoft.AspNetCore.Html;

namespace CommunityCare.Web;

/// <summary>Shows where in a text stands what was searched for. Everything is encoded; only our own mark is markup.</summary>
public static class Highlight
{
    private const int SnippetLength = 160;

    /// <summary>The whole said.</summary>
    public static IHtmlContent Of(string said, Sought sought)
    {
        var content = new HtmlContentBuilder();
        var end = 0;
        foreach (var (start, length) in sought.In(said))
        {
            content.Append(said[end..start]).AppendHtml("<mark>").Append(said.Substring(start, length)).AppendHtml("</mark>");
            end = start + length;
        }

        return content.Append(said[end..]);
    }

    /// <summary>A few words around the first place; null if it is not in the said.</summary>
    public static IHtmlContent? Snippet(string said, Sought sought)
    {
        if (sought.In(said).Select(p => (int?)p.Start).FirstOrDefault() is not { } start)
        {
            return null;
        }

        var from = start < SnippetLength / 2 ? 0 : said.IndexOf(' ', start - (SnippetLength / 2)) + 1;
        from = from > start ? start : from;
        var to = from + SnippetLength >= said.Length ? said.Length : said.LastIndexOf(' ', from + SnippetLength);
        to = to <= start ? Math.Min(said.Length, start + SnippetLength) : to;
        return new HtmlContentBuilder().Append(from > 0 ? "… " : "").AppendHtml(Of(said[from..to], sought)).Append(to < said.Length ? " …" : "");
    }
}
