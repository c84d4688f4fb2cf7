using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CommunityCare.Checking;

/// <summary>The words of a Markdown text, without its marks and addresses.</summary>
internal static partial class MarkdownText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().Build();

    /// <summary>Null if the text is nested too deeply.</summary>
    public static MarkdownDocument? Parse(string text)
    {
        try
        {
            return Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Paragraphs and the items of lists; headings are no sentences.</summary>
    public static IEnumerable<string> Paragraphs(MarkdownDocument document) =>
        document.Descendants<ParagraphBlock>().Select(paragraph => Text(paragraph));

    /// <param name="block">A paragraph or a heading.</param>
    /// <param name="lineBreak">What stands where a line of the file ends.</param>
    public static string Text(LeafBlock block, string lineBreak = " ")
    {
        var text = new StringBuilder();
        foreach (var inline in block.Inline?.Descendants() ?? [])
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LineBreakInline => lineBreak,
                AutolinkInline link => link.Url,
                _ => "",
            });
        }

        return text.ToString();
    }

    public static int CountWords(MarkdownDocument document) => Paragraphs(document).Sum(text => Word().Count(text));

    [GeneratedRegex(@"\S*[\p{L}\p{N}]\S*", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
