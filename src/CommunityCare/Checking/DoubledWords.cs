using System.Text.RegularExpressions;
using CommunityCare.Documents;

namespace CommunityCare.Checking;

/// <summary>A word that was typed twice, as in "the the".</summary>
internal static partial class DoubledWords
{
    public static IEnumerable<Problem> Check(Prose prose) =>
        from passage in prose.All
        from Match found in Twice().Matches(passage.Text)
        where !IsName(found) && !(passage.IsName && passage.Entry.Folder == Formats.Vocabularies.Folder)
        select new Problem(passage.File, passage.LineAt(found.Groups[2].Index), $"the word `{found.Groups[2].Value}` stands twice; take one out");

    // Walla Walla and Pago Pago; maay maay is a language, and Spanish writes languages small.
    private static bool IsName(Match found) => char.IsUpper(found.Groups[1].Value[0]) && char.IsUpper(found.Groups[2].Value[0]);

    [GeneratedRegex(@"(?<![\p{L}\p{N}'’-])(\p{L}+)\s+(\1)(?![\p{L}\p{N}'’-])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Twice();
}
