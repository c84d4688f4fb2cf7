namespace CommunityCare.Catalog;

/// <summary>One field of a thing in another language than English.</summary>
/// <param name="Language">A two-letter code, as in <c>es</c>.</param>
/// <param name="Field">The field's name in the file format, as in <c>summary</c>.</param>
/// <param name="Text">The text; the lines of a list are joined by line feeds.</param>
public sealed record Translation(string Language, string Field, string Text);

/// <summary>A text and the language it is really in, so that a page can mark what is not in its own.</summary>
public readonly record struct LocalText(string Text, string Language)
{
    public const string English = "en";

    /// <summary>The field in the reader's language where it was translated, in English where it was not.</summary>
    public static LocalText Of(IEnumerable<Translation> translations, string language, string field, string? english)
    {
        var found = translations.FirstOrDefault(t => t.Language == language && t.Field == field);
        return found is null ? new(english ?? "", English) : new(found.Text, language);
    }
}
