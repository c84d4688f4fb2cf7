using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityCare.Web;

/// <summary>
/// Markdown as HTML that cannot harm: no raw HTML, no pictures, links to pages, mail and phones only, headings that fit
/// below the page's own, and a mark on every link that leaves the site.
/// </summary>
public static class SafeMarkdown
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build();

    private static readonly string[] Schemes = ["https://", "http://", "mailto:", "tel:"];

    /// <param name="markdown">What somebody wrote.</param>
    /// <param name="topHeading">The level of its highest heading.</param>
    /// <param name="sitePrefix">What stands before links within the site, as in <c>/es</c>.</param>
    /// <param name="outside">What a screen reader is told about links that leave the site.</param>
    public static RenderedMarkdown Render(string markdown, int topHeading, string sitePrefix, string outside)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var headings = Headings(document, topHeading);
        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            if (link.IsImage || !IsAllowed(link.Url))
            {
                Unlink(link);
            }
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !IsAllowed(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Replace<LinkInlineRenderer>(new LinkRenderer(sitePrefix, outside));
        renderer.ObjectRenderers.Replace<AutolinkInlineRenderer>(new BareLinkRenderer(outside));
        renderer.Render(document);
        return new(writer.ToString(), headings);
    }

    /// <summary>The words alone, for descriptions and cards.</summary>
    public static string PlainText(string markdown) =>
        string.Join(' ', Markdown.ToPlainText(markdown, Pipeline).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Pages of this site and of others, mail and phones; whatever else a link can do is not wanted.</summary>
    public static bool IsAllowed(string? url) =>
        url is { Length: > 0 } && !url.Any(char.IsControl)
        && (IsInside(url) || url[0] == '#' || Array.Exists(Schemes, scheme => url.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)));

    private static bool IsInside(string url) => url[0] == '/' && (url.Length == 1 || url[1] is not ('/' or '\\'));

    private static bool IsOutside(string url) => url.StartsWith("http", StringComparison.OrdinalIgnoreCase);

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }

    private static List<Heading> Headings(MarkdownDocument document, int top)
    {
        var headings = new List<Heading>();
        var blocks = document.Descendants<HeadingBlock>().ToList();
        var shift = blocks.Count == 0 ? 0 : top - blocks.Min(b => b.Level);
        foreach (var block in blocks)
        {
            block.Level = Math.Clamp(block.Level + shift, 2, 6);
            var text = string.Concat(block.Inline?.Descendants().Select(Words) ?? []);
            var id = Id(text);
            while (headings.Exists(h => h.Id == id))
            {
                id += "-2";
            }

            block.GetAttributes().Id = id;
            headings.Add(new(id, text, block.Level));
        }

        return headings;
    }

    private static string Words(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        AutolinkInline link => link.Url,
        LineBreakInline => " ",
        _ => "",
    };

    // Kept apart from the ids of the page itself.
    private static string Id(string text)
    {
        var id = new StringBuilder("h");
        foreach (var c in text.ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c))
            {
                id.Append(id[^1] == 'h' && id.Length == 1 ? "-" : "").Append(c);
            }
            else if (id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

    private static void Leave(HtmlRenderer renderer, string outside) =>
        renderer.Write("<span class=\"visually-hidden\"> ").WriteEscape(outside).Write("</span>");

    private sealed class LinkRenderer(string sitePrefix, string outside) : HtmlObjectRenderer<LinkInline>
    {
        protected override void Write(HtmlRenderer renderer, LinkInline link)
        {
            var url = link.Url!;
            renderer.Write("<a href=\"").WriteEscapeUrl(IsInside(url) ? sitePrefix + url : url).Write('"');
            if (IsOutside(url))
            {
                renderer.Write(" class=\"outside\" rel=\"noopener noreferrer\"");
            }

            renderer.Write('>').WriteChildren(link);
            if (IsOutside(url))
            {
                Leave(renderer, outside);
            }

            renderer.Write("</a>");
        }
    }

    private sealed class BareLinkRenderer(string outside) : HtmlObjectRenderer<AutolinkInline>
    {
        protected override void Write(HtmlRenderer renderer, AutolinkInline link)
        {
            renderer.Write("<a href=\"").Write(link.IsEmail ? "mailto:" : "").WriteEscapeUrl(link.Url).Write('"');
            if (IsOutside(link.Url) && !link.IsEmail)
            {
                renderer.Write(" class=\"outside\" rel=\"noopener noreferrer\"");
            }

            renderer.Write('>').WriteEscape(link.Url);
            if (!link.IsEmail && IsOutside(link.Url))
            {
                Leave(renderer, outside);
            }

            renderer.Write("</a>");
        }
    }
}

public sealed record RenderedMarkdown(string Html, IReadOnlyList<Heading> Headings);

public sealed record Heading(string Id, string Text, int Level);
