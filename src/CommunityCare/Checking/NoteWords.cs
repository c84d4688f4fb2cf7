using System.Text.RegularExpressions;
using CommunityCare.Documents;

namespace CommunityCare.Checking;

/// <summary>Words of the notes that an entry was made from. They speak to editors, and readers must never see them.</summary>
internal static class NoteWords
{
    // Whole words; capitals only where they are written so, because "todo" is a word of Spanish. A star stands for any ending.
    private static readonly string[] Words =
    [
        "TODO", "TBD", "FIXME", "XXX", "lorem ipsum",
        "re-check*", "recheck*", "inferred", "background knowledge", "our reading", "unverified", "stored copy", "root URL",
        "as_of", "confidence:", "page seen", "pages seen", "not seen", "was seen", "were seen",
        "check before listing", "check before publishing", "check before printing", "ask before listing", "ask before publishing",
        "inferid*", "por confirmar", "por verificar", "sin verificar", "verificar antes", "confirmar antes", "volver a verificar",
        "pendiente de confirm*", "pendiente de verific*", "pendiente de revis*", "copia guardada", "nuestra lectura",
        "página vista", "páginas vistas",
    ];

    private static readonly Regex Any = new(
        $@"(?<![\p{{L}}\p{{N}}_])(?:{string.Join('|', Words.Select(Pattern))})(?![\p{{L}}\p{{N}}_])", RegexOptions.CultureInvariant);

    public static IEnumerable<Problem> Check(Prose prose) => prose.All.SelectMany(passage => Any.Matches(passage.Text).Select(found =>
        new Problem(passage.File, passage.LineAt(found.Index),
            $"`{found.Value}` is a word of working notes; say what is known to a reader, or leave the doubtful part out")));

    private static string Pattern(string word)
    {
        var pattern = Regex.Escape(word).Replace(@"\ ", @"\s+", StringComparison.Ordinal).Replace(@"\*", @"\p{L}*", StringComparison.Ordinal);
        return word.All(char.IsAsciiLetterUpper) ? pattern : $"(?i:{pattern})";
    }
}
