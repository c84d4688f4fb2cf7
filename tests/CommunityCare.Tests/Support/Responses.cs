using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace CommunityCare.Tests.Support;

internal static class Responses
{
    private static readonly HtmlParser Parser = new();

    public static IHtmlDocument Parse(string html) => Parser.ParseDocument(html);

    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage response) => Parse(await response.TextAsync());

    public static Task<string> TextAsync(this HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

    /// <summary>The values of a header, joined; empty without it.</summary>
    public static string Header(this HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : "";

    /// <summary>Everything that a reader's browser receives.</summary>
    public static async Task<string> AllAsync(this HttpResponseMessage response) =>
        $"{response.Headers}\n{response.Content.Headers}\n{await response.TextAsync()}";
}
