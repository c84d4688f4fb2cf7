using System.IO.Compression;
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

    /// <summary>Whether it was made before: only what is kept has an age.</summary>
    public static bool IsKept(this HttpResponseMessage response) => response.Header("Age").Length > 0;

    /// <summary>The text, whatever it was packed in.</summary>
    public static async Task<string> UnpackedAsync(this HttpResponseMessage response)
    {
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var plain = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var reader = new StreamReader(plain);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Everything that a reader's browser receives.</summary>
    public static async Task<string> AllAsync(this HttpResponseMessage response) =>
        $"{response.Headers}\n{response.Content.Headers}\n{await response.TextAsync()}";
}
