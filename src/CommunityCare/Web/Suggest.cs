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
            var found = await suggestions.OfAsync(context.Request.Query["q"].FirstOrDefault() ?? "", stop);
            Option[] options =
            [
                .. found.Terms.Select(t => Of(t.LocalName(), What(t.Vocabulary, text), AddressOf(t))),
                .. found.Organizations.Select(o => Of(o.LocalName(), text["Suggest_Organization"], $"/organizations/{o.Slug}")),
            ];
            var count = options.Length switch { 0 => "", 1 => text["Suggest_CountOne"], _ => text["Suggest_CountMany", options.Length].Value };
            return Results.Json(new { count, options });

            Option Of(LocalText name, string what, string path) => new(name.Text, name.Lang(), what, context.Request.PathBase + path);
        });

    private static string AddressOf(Term term) => term.Vocabulary.Slug == Vocabulary.Kind
        ? $"/care/{term.Slug}"
        : $"/organizations?{term.Vocabulary.Slug}={term.Slug}";

    // A filter's name stands above its words, and need not say what one of them is.
    private static string What(Vocabulary vocabulary, IStringLocalizer<Text> text) => vocabulary.Slug switch
    {
        Vocabulary.Kind => text["Suggest_Kind"],
        Vocabulary.Community => text["Suggest_Community"],
        Vocabulary.Place => text["Suggest_Place"],
        Vocabulary.How => text["Suggest_How"],
        _ => vocabulary.LocalName().Text,
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
