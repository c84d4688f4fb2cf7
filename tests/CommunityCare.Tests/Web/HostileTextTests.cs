using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using CommunityCare.Catalog;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Web;

/// <summary>Whatever stands in an entry, a word, an address or a question, it is text on a page and nothing more.</summary>
public sealed class HostileTextTests(HostileTextTests.Filled filled) : IClassFixture<HostileTextTests.Filled>
{
    private static readonly string[] Payloads =
    [
        "<script>alert(1)</script>", "<ScRiPt src=//evil.example></sCrIpT>", "</script><script>alert(1)</script>", "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<IMG SRC=\"javascript:alert(1)\">", "<svg onload=alert(1)>", "<svg><script>alert(1)</script></svg>", "<svg><animate onbegin=alert(1) attributeName=x>",
        "<iframe src=javascript:alert(1)></iframe>", "<iframe srcdoc='<script>alert(1)</script>'>", "<object data=javascript:alert(1)>", "<embed src=javascript:alert(1)>", "<base href=//evil.example/>",
        "<meta http-equiv=refresh content='0;url=javascript:alert(1)'>", "<link rel=stylesheet href=//evil.example/x.css>", "<style>@import'//evil.example'</style>", "<body onload=alert(1)>",
        "<details open ontoggle=alert(1)>", "<input autofocus onfocus=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>", "<form action=javascript:alert(1)><button>x</button></form>", "<math href=javascript:alert(1)>x</math>",
        "<video><source onerror=alert(1)>", "<marquee onstart=alert(1)>", "<template><script>alert(1)</script></template>", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "<!--><script>alert(1)</script>-->",
        "<![CDATA[<script>alert(1)</script>]]>", "\"><script>alert(1)</script>", "'><script>alert(1)</script>", "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\" data-pwn=\"1", "` onmouseover=`alert(1)",
        "\" style=\"background:url(javascript:alert(1))", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "\u0001javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)",
        "[x](javascript:alert(1))", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "<javascript:alert(1)>", "![x](x\"onerror=\"alert(1))", "[x]: javascript:alert(1)\n\n[x]", "&lt;script&gt;alert(1)&lt;/script&gt;",
        "&#60;script&#62;alert(1)&#60;/script&#62;", "\\u003cscript\\u003ealert(1)", "\u2028alert(1)\u2029", "@Html.Raw(\"<script>alert(1)</script>\")", "{{constructor.constructor('alert(1)')()}}", "{0} {1} {999}", "%3Cscript%3Ealert(1)%3C/script%3E",
        "+ADw-script+AD4-alert(1)", "＜script＞alert(1)＜/script＞", "\ufeff<script>alert(1)</script>", "\u202e<script>alert(1)</script>", new string('<', 500), "\"}</script><script>alert(1)</script>{\"",
    ];

    [Fact]
    public async Task Hostile_entries_are_text_on_every_page()
    {
        Assert.True(Payloads.Length >= 40);
        string[] paths =
        [
            "/", "/care", "/care/peer-support", "/care/mutual-aid", "/organizations", "/organizations?page=2", "/organizations?page=3", "/organizations?page=4", "/crisis", "/about",
            "/organizations?cost=free&language=spanish&kind=mutual-aid", "/organizations?place=california", "/organizations?q=alert", "/organizations?cost=sliding-scale&community=immigrants&kind=peer-support",
            .. Enumerable.Range(0, Payloads.Length).Select(i => $"/organizations/hostile-{i}"),
        ];
        var cards = 0;
        foreach (var path in paths.SelectMany(p => new[] { p, "/es" + p }))
        {
            var page = await filled.Site.PageAsync(path);
            AssertHarmless(path, page);
            cards += page.QuerySelectorAll(".result").Length;
        }

        Assert.True(cards > 2 * Payloads.Length, $"{cards} cards");
    }

    [Fact]
    public async Task Hostile_entries_are_shown_as_they_were_written()
    {
        var page = await filled.Site.PageAsync("/organizations/hostile-0");

        Assert.Equal(Payloads[0], page.QuerySelector("h1")!.TextContent);
        Assert.Equal(Payloads[0], page.QuerySelector(".service h3")!.TextContent);
        Assert.Contains(Payloads[0], page.QuerySelector(".entry-summary")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith(Payloads[0], page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hostile_addresses_are_text_on_every_page()
    {
        foreach (var payload in Payloads.Select(p => p.Length > 100 ? p[..100] : p))
        {
            var typed = Uri.EscapeDataString(payload);
            AssertHarmless(payload, await filled.Site.PageAsync($"/organizations?q={typed}"));
            AssertHarmless(payload, await filled.Site.PageAsync($"/es/organizations?q=zzz+{typed}&cost={typed}&kind={typed}&sort={typed}&page={typed}&{typed}={typed}"));
            foreach (var path in new[] { $"/{typed}", $"/es/{typed}", $"/organizations/{typed}", $"/care/{typed}?{typed}" })
            {
                var (status, text) = await filled.Site.AskAsync(path);
                Assert.True(status is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path} answered {status}");
                AssertHarmless(path, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(text));
            }
        }
    }

    private static void AssertHarmless(string where, IHtmlDocument page)
    {
        foreach (var element in page.All)
        {
            var tag = element.OuterHtml.Length > 300 ? element.OuterHtml[..300] : element.OuterHtml;
            Assert.False(element.LocalName is "iframe" or "object" or "embed" or "base" or "style" or "img" or "math" or "video" or "audio" or "template" or "marquee" or "noscript", $"{where}: {tag}");
            Assert.False(element.LocalName == "meta" && element.HasAttribute("http-equiv"), $"{where}: {tag}");
            Assert.False(element.LocalName == "svg" && !element.ClassList.Any(c => c.StartsWith("quilt", StringComparison.Ordinal)), $"{where}: {tag}");
            Assert.False(element.LocalName == "link" && element.GetAttribute("rel") == "stylesheet" && !element.GetAttribute("href")!.StartsWith("/site.", StringComparison.Ordinal), $"{where}: {tag}");
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "data-pwn" or "autofocus", $"{where}: {tag}");
                Assert.False(attribute.Name is "href" or "src" or "action" or "formaction" or "data" or "xlink:href" && !Leads(attribute.Value), $"{where}: {tag}");
            }
        }

        foreach (var script in page.Scripts)
        {
            if (script.GetAttribute("type") == "application/ld+json")
            {
                Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(script.TextContent).RootElement.ValueKind);
            }
            else
            {
                Assert.StartsWith("/js/", script.GetAttribute("src"), StringComparison.Ordinal);
                Assert.Equal("", script.TextContent);
            }
        }

        Assert.DoesNotContain(page.GetDescendants(), node => node is IComment);
    }

    private static bool Leads(string address) =>
        address.StartsWith('#') || (address.StartsWith('/') && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal))
        || new[] { "https://", "http://", "mailto:", "tel:", "sms:" }.Any(scheme => address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase));

    /// <summary>One organization for each payload, and all of them in the words; filled once.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        public SmallSite Site { get; } = new();

        public async ValueTask InitializeAsync() => await HostileEntries.SaveAsync(Site, Payloads);

        public ValueTask DisposeAsync() => Site.DisposeAsync();
    }
}
