using System.Globalization;
using CommunityCare.Catalog;
using CommunityCare.Search;

namespace CommunityCare.Editing;

/// <summary>Addresses made from names.</summary>
internal static class Slugs
{
    /// <summary>Small letters, digits and single hyphens; <c>entry</c> if the name has none of them.</summary>
    public static string Of(string name)
    {
        var words = string.Concat(Fold.Letters(name).Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : c is '\'' or '’' or 'ʻ' ? '\0' : ' '))
            .Replace("\0", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var slug = string.Join('-', words);
        slug = slug[..Math.Min(slug.Length, Entry.SlugLength)].Trim('-');
        return Entry.IsSlug(slug) ? slug : "entry";
    }

    public static string Numbered(string slug, int number)
    {
        var end = "-" + number.ToString(CultureInfo.InvariantCulture);
        return slug[..Math.Min(slug.Length, Entry.SlugLength - end.Length)].TrimEnd('-') + end;
    }
}
