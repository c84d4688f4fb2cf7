using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

/// <summary>What somebody wrote, as HTML that cannot harm.</summary>
public sealed class SafeMarkdownTests
{
    [Theory]
    [InlineData("# One\n\n## Two\n\n### Three", 2, "h2 h3 h4")]
    [InlineData("## One\n\n### Two", 2, "h2 h3")]
    [InlineData("### One\n\n## Two", 3, "h4 h3")]
    [InlineData("# a\n\n###### b", 3, "h3 h6")]
    [InlineData("###### b", 2, "h2")]
    [InlineData("One\n===\n\nTwo\n---", 2, "h2 h3")]
    [InlineData("> # quoted\n\n- # listed", 2, "h2 h2")]
    public void Headings_fit_below_the_pages_own(string markdown, int top, string levels) =>
        Assert.Equal(levels, string.Join(' ', Parse(markdown, top).QuerySelectorAll("h1, h2, h3, h4, h5, h6").Select(h => h.LocalName)));

    [Fact]
    public void Each_heading_can_be_linked_to()
    {
        var rendered = SafeMarkdown.Render(
            "## What it is\n\n## What it is\n\n## What it is\n\n## What it is 2\n\n## ¿Qué es?\n\n## 互助\n\n## !!!\n\n## \n\n## main\n\n## <b onclick=x>\n\n## A *b* `c` &amp; [d](/e) &lt;f", 2, "", "x");
        var headings = new HtmlParser().ParseDocument(rendered.Html).QuerySelectorAll("h2");

        Assert.Equal(headings.Select(h => h.Id), rendered.Headings.Select(h => h.Id));
        Assert.Equal(headings.Select(h => h.TextContent), rendered.Headings.Select(h => h.Text));
        Assert.Equal(rendered.Headings.Count, rendered.Headings.Select(h => h.Id).Distinct().Count());
        Assert.All(rendered.Headings, h => Assert.Matches("^h[-\\p{L}\\p{N}]*$", h.Id));
        Assert.DoesNotContain("main", rendered.Headings.Select(h => h.Id));
        Assert.Equal("h-what-it-is", rendered.Headings[0].Id);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <b>bold</b> text")]
    [InlineData("<div onclick=\"alert(1)\">\n\ntext\n\n</div>")]
    [InlineData("<!-- comment -->")]
    [InlineData("<style>*{display:none}</style>")]
    [InlineData("<?php x ?>")]
    [InlineData("<![CDATA[x]]>")]
    [InlineData("`<script>`")]
    [InlineData("    <script>alert(1)</script>")]
    [InlineData("```html\n<script>alert(1)</script>\n```")]
    [InlineData("| <b> | <i> |\n| --- | --- |\n| <script> | x |")]
    public void Raw_html_is_shown_as_text(string markdown)
    {
        var page = Parse(markdown);

        Assert.Empty(page.QuerySelectorAll("script, b, i, div, style, [onclick]"));
        Assert.DoesNotContain(page.GetDescendants(), n => n is IComment);
        foreach (var piece in markdown.Split(['`', '|', '\n', ' ', '-'], StringSplitOptions.RemoveEmptyEntries).Where(p => p.Contains('<', StringComparison.Ordinal)))
        {
            Assert.Contains(piece, page.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("![alt](https://example.org/x.png)")]
    [InlineData("![alt][1]\n\n[1]: https://example.org/x.png")]
    [InlineData("[![alt](/x.png)](https://example.org)")]
    [InlineData("![al[t](https://example.org)](x.png)")]
    public void Pictures_are_left_out_and_their_words_stay(string markdown)
    {
        var page = Parse(markdown);

        Assert.Empty(page.QuerySelectorAll("img, picture, [src]"));
        Assert.Contains("al", page.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&d=e#f")]
    [InlineData("HTTPS://EXAMPLE.ORG", "HTTPS://EXAMPLE.ORG")]
    [InlineData("mailto:care@example.org", "mailto:care@example.org")]
    [InlineData("tel:988", "tel:988")]
    [InlineData("/crisis", "/es/crisis")]
    [InlineData("/", "/es/")]
    [InlineData("#history", "#history")]
    public void Links_to_pages_mail_and_phones_are_links(string url, string href) =>
        Assert.Equal(href, Assert.Single(Parse($"[x]({url})", prefix: "/es").QuerySelectorAll("a")).GetAttribute("href"));

    public static TheoryData<string> Refused { get; } =
    [
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#x73;cript:alert(1)", "&#106;avascript:alert(1)", "javascript&colon;alert(1)", "java\\script:alert(1)", "%6aavascript:alert(1)",
        "javascript&#58;alert(1)", "&#1;javascript:alert(1)", "\u0001javascript:alert(1)", "java&Tab;script:alert(1)", "java&NewLine;script:alert(1)", "vbscript:msgbox(1)",
        "data:text/html,<script>alert(1)</script>", "data:text/html;base64,PHNjcmlwdD4=", "file:///etc/passwd", "blob:https://example.org/x", "about:blank", "view-source:https://example.org",
        "intent://x#Intent;end", "ftp://example.org", "sms:988", "ws://example.org", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
        "/&#x2f;evil.example", "/&sol;evil.example", "/&#92;evil.example", "http:evil.example", "https:/evil.example", "https:\\\\evil.example", "evil.example", "../evil", "?q=x", "x",
        "&#x20;https://example.org", "/&#9;/evil.example", "/&#10;/evil.example", "/&#13;evil", "https&#58//evil", "feed:javascript:alert(1)", "jar:x", "mailto&colon;x@example.org?x",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Any_other_link_is_its_words_alone(string url)
    {
        foreach (var markdown in new[] { $"[words]({url})", $"[words](<{url}>)", $"[words][1]\n\n[1]: <{url}>", $"[words]\n\n[words]: {url}", $"[![words]({url})]({url})", $"<{url}> words" })
        {
            foreach (var link in Parse(markdown).QuerySelectorAll("a"))
            {
                Assert.Matches("^(https?://[a-z.]+|mailto:x@example\\.org\\?x)$", link.GetAttribute("href"));
            }

            Assert.Contains("words", Parse(markdown).TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("<https://example.org>", "https://example.org")]
    [InlineData("<mailto:care@example.org>", "mailto:care@example.org")]
    [InlineData("<care@example.org>", "mailto:care@example.org")]
    [InlineData("<javascript:alert(1)>", null)]
    [InlineData("<data:text/html,x>", null)]
    [InlineData("<file:///etc/passwd>", null)]
    public void Bare_links_keep_the_same_rules(string markdown, string? href) =>
        Assert.Equal(href, Parse(markdown).QuerySelector("a")?.GetAttribute("href"));

    [Theory]
    [InlineData("[x](https://example.org \"onmouseover=alert(1)\")")]
    [InlineData("[x](https://example.org/\"onmouseover=alert(1))")]
    [InlineData("[x](<https://example.org/\" onmouseover=\"alert(1)>)")]
    [InlineData("[x](https://example.org/'><script>alert(1)</script>)")]
    [InlineData("[x](mailto:a@example.org\"onclick=\"x)")]
    [InlineData("[x](/a\"onclick=\"x)")]
    [InlineData("[x](#a\"onclick=\"x)")]
    public void A_link_cannot_leave_its_attribute(string markdown) => Assert.All(Parse(markdown).QuerySelectorAll("*"), element =>
        Assert.DoesNotContain(element.Attributes, a => a.Name.StartsWith("on", StringComparison.Ordinal) || a.Name is "style" or "title"));

    [Fact]
    public void Links_that_leave_the_site_say_so()
    {
        var page = Parse("[out](https://example.org) [in](/crisis) [mail](mailto:a@example.org) [call](tel:988) <https://example.org/b> [part](#x)");

        var (outside, inside) = (page.QuerySelectorAll("a.outside"), page.QuerySelectorAll("a:not(.outside)"));
        Assert.Equal(["https://example.org", "https://example.org/b"], outside.Select(a => a.GetAttribute("href")));
        Assert.All(outside, a => Assert.Equal("noopener noreferrer", a.GetAttribute("rel")));
        Assert.All(outside, a => Assert.EndsWith(" (another <site>)", a.TextContent, StringComparison.Ordinal));
        Assert.Equal(["/crisis", "mailto:a@example.org", "tel:988", "#x"], inside.Select(a => a.GetAttribute("href")));
        Assert.All(inside, a => Assert.Null(a.GetAttribute("rel")));
    }

    [Theory]
    [InlineData("# Title\n\nSome **bold**, *soft* and `code`.\n\n- one\n- two", "Title Some bold, soft and code. one two")]
    [InlineData("[a link](https://example.org) and <https://example.org>", "a link and https://example.org")]
    [InlineData("1 < 2 & 3 > 2 &amp; <b>", "1 < 2 & 3 > 2 & <b>")]
    [InlineData("  \n\n ", "")]
    [InlineData("a\n\n\nb\tc", "a b c")]
    public void The_words_alone_are_one_line(string markdown, string words) => Assert.Equal(words, SafeMarkdown.PlainText(markdown));

    private static IElement Parse(string markdown, int top = 2, string prefix = "") =>
        new HtmlParser().ParseDocument(SafeMarkdown.Render(markdown, top, prefix, "(another <site>)").Html).Body!;
}
