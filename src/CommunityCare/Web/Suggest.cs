using System.Text.Json.Serialization;
using CommunityCare.Catalog;
using CommunityCare.Search;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>What a reader may mean while they type, for <c>js/suggest.js</c>. Nothing of it is kept, here or by the browser.</summary>
internal static class Suggest
{
    public static void MapSuggest(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/suggest", async (HttpContext context, Suggestions suggestions, IStringLocalizer<Text> text, CancellationToken stop) =>
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Robots-Tag"] = "noindex";
            var found = await suggestions.OfAsync(context.Request.Query["q"].FirstOrDefault() ?? "", Language.Current.Code, stop);
            var count = found.Count switch { 0 => "", 1 => text["Suggest_CountOne"], _ => text["Suggest_CountMany", found.Count].Value };
            return Results.Json(new { count, options = found.Select(s => new Option(Text(s), s.Name.Lang(), What(s, text), context.Request.PathBase + AddressOf(s))) });
        });

    private static string Text(Suggestion found) => found.Other is null ? found.Name.Text : $"{found.Name.Text} ({found.Other})";

    private static string AddressOf(Suggestion found) => found.Vocabulary?.Slug switch
    {
        null => $"/organizations/{found.Slug}",
        Vocabulary.Kind => $"/care/{found.Slug}",
        var filter => $"/organizations?{filter}={found.Slug}",
    };

    // A filter's name stands above its words, and need not say what one of them is.
    private static string What(Suggestion found, IStringLocalizer<Text> text) => found.Vocabulary?.Slug switch
    {
        null => text["Suggest_Organization"],
        Vocabulary.Kind => text["Suggest_Kind"],
        Vocabulary.Community => text["Suggest_Community"],
        Vocabulary.Place => text["Suggest_Place"],
        Vocabulary.How => text["Suggest_How"],
        _ => found.Vocabulary.LocalName().Text,
    };

    /// <param name="Text">To show.</param>
    /// <param name="Lang">Of the text, if it is not the page's.</param>
    /// <param name="What">A kind of care, a place, an organization.</param>
    /// <param name="Href">Where it leads.</param>
    private sealed record Option(
        string Text,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Lang,
        string What,
        string Href);
}
