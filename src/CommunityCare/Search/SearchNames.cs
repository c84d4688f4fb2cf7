using System.Globalization;
using System.Text;
using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>Writes down how the names of an organization begin, at each of their words.</summary>
internal static class SearchNames
{
    /// <summary>How many standings there are.</summary>
    public const int Standings = 6;

    /// <summary>Of one name.</summary>
    private const int WordsLimit = 12;

    /// <summary>Of one organization, however many names it has.</summary>
    private const int Limit = 60;

    // Nobody looks for a name from one of these on.
    private static readonly HashSet<string> Joining =
    [
        "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "our", "the", "to", "with",
        "al", "con", "de", "del", "e", "el", "en", "la", "las", "lo", "los", "o", "para", "por", "un", "una", "y",
    ];

    /// <summary>Nothing if the organization is not public.</summary>
    public static IEnumerable<SearchName> Of(Organization organization)
    {
        if (PublicView.Of(organization) is not { } seen)
        {
            return [];
        }

        // First those that can help and can be reached, and within each the whole names before the words within.
        var standing = !seen.CanHelpToday ? 4 : PublicView.CanBeReached(organization) ? 0 : 2;
        return seen.Translations.Where(t => t.Field == "name").Select(t => t.Text)
            .Prepend(seen.Name).Concat(seen.AlternateNames)
            .SelectMany(Beginnings)
            .GroupBy(b => b.Text, b => b.IsWhole)
            .Take(Limit)
            .Select(b => (Text: b.Key, IsWhole: b.Any(whole => whole)))
            .Select(b => new SearchName
            {
                Organization = organization,
                Text = b.Text,
                IsWhole = b.IsWhole,
                Standing = standing + (b.IsWhole ? 0 : 1),
            });
    }

    /// <summary>The name folded, and what is left of it from each further word on.</summary>
    public static IEnumerable<(string Text, bool IsWhole)> Beginnings(string name)
    {
        var (all, sorted) = (Folded(name), Folded(Fold.SortName(name)));
        if (all.Length == 0)
        {
            yield break;
        }

        yield return (all, true);
        for (var (at, words) = (all.IndexOf(' ', StringComparison.Ordinal), 1); at > 0 && words < WordsLimit; at = all.IndexOf(' ', at + 1), words++)
        {
            var rest = all[(at + 1)..];
            if (!Joining.Contains(rest.Split(' ', 2)[0]))
            {
                yield return (rest, rest == sorted);
            }
        }
    }

    /// <summary>Whether the name, or a word in it, begins as <paramref name="folded"/> says.</summary>
    public static bool Begins(string name, string folded) =>
        Beginnings(name).Any(b => b.Text.StartsWith(folded, StringComparison.Ordinal));

    /// <summary>Small letters and digits without accents, one blank between words: the same for all ways to write a name.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in Fold.Letters(Readable(text).Replace("&", " and ", StringComparison.Ordinal)).EnumerateRunes())
        {
            if (folded.Length + rune.Utf16SequenceLength > SearchName.TextLength)
            {
                break;
            }

            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.SpacingCombiningMark)
            {
                folded.Append(rune);
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().TrimEnd();
    }

    // Halves of letters and U+FFFE cannot be normalized.
    private static string Readable(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.EnumerateRunes().Select(r => r.Value == 0xFFFE ? " " : r.ToString()));
}
