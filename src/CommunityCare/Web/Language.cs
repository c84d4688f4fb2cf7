using System.Globalization;

namespace CommunityCare.Web;

/// <summary>A language of the site and where its pages live.</summary>
/// <param name="Code">As in <c>lang</c> and in translations.</param>
/// <param name="Prefix">What stands before every path of it.</param>
/// <param name="Culture">How its numbers and dates are written.</param>
/// <param name="OpenGraph">Its name in Open Graph.</param>
/// <param name="Slug">Its term in the vocabulary of languages.</param>
public sealed record Language(string Code, string Prefix, CultureInfo Culture, string OpenGraph, string Slug)
{
    public static readonly Language English = new("en", "", CultureInfo.GetCultureInfo("en-US"), "en_US", "english");

    // Spanish as it is written in the United States: 1,234.5 and not 1.234,5.
    public static readonly Language Spanish = new("es", "/es", CultureInfo.GetCultureInfo("es-US"), "es_US", "spanish");

    public static readonly IReadOnlyList<Language> All = [English, Spanish];

    /// <summary>The one of the request at hand.</summary>
    public static Language Current => All.FirstOrDefault(l => l.Culture.Name == CultureInfo.CurrentUICulture.Name) ?? English;
}

/// <summary>Moves the language's prefix from the path to the path base, so that every link made from here on keeps it.</summary>
internal sealed class LanguagePrefix(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var (request, language) = (context.Request, Language.English);
        if (request.Path.StartsWithSegments(Language.Spanish.Prefix, StringComparison.Ordinal, out var rest))
        {
            language = Language.Spanish;
            request.PathBase = request.PathBase.Add(Language.Spanish.Prefix);
            request.Path = rest.HasValue ? rest : "/";
        }

        // A culture set costs more than one looked at.
        if (CultureInfo.CurrentCulture != language.Culture || CultureInfo.CurrentUICulture != language.Culture)
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language.Culture;
        }

        await next(context);
    }
}
