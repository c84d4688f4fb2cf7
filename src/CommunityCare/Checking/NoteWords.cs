using System.Text.RegularExpressions;
using CommunityCare.Documents;

namespace CommunityCare.Checking;

/// <summary>Words of the notes that an entry was made from. They speak to editors, and readers must never see them.</summary>
internal static class NoteWords
{
    // Whole words; capitals only where they are written so, because "todo" is a word of Spanish. A star stands for any ending.
    private static readonly string[] Words =
    [
        "TODO", "FIXME", "XXX", "lorem ipsum",
        "re-check*", "recheck*", "inferred", "background knowledge", "our reading", "unverified", "stored copy", "root URL", "tbd", "n/a",
        "as_of", "confidence:", "page seen", "pages seen", "not seen", "was seen", "were seen",
        "check before listing", "check before publishing", "check before printing", "ask before listing", "ask before publishing",
        "no website found", "sources disagree", "sources differ", "seen in excerpt*", "seen in the excerpt*", "according to snippet*",
        "according to the snippet*", "not clear whether", "to be confirmed", "see notes", "it is not stated",
        "inferid*", "por confirmar", "por verificar", "sin verificar", "verificar antes", "confirmar antes", "volver a verificar",
        "pendiente de confirm*", "pendiente de verific*", "pendiente de revis*", "copia guardada", "nuestra lectura",
        "página vista", "páginas vistas", "ver notas", "no se encontró sitio web", "las fuentes no coinciden", "las fuentes difieren",
        "no está claro si", "según el fragmento", "según los fragmentos", "visto en el extracto", "n/d",
    ];

    // A guess in brackets, and how sure a note was. The confidence that high schoolers gain is another.
    private const string Others = @"\(\?\)|(?i:\b(?:confidence\s+(?:low|medium|high)|confianza\s+(?:baja|media|alta))\b(?!-|\s+school))";

    private static readonly Regex Any = new(
        $@"(?<![\p{{L}}\p{{N}}_])(?:{string.Join('|', Words.Select(Pattern))})(?![\p{{L}}\p{{N}}_])|{Others}", RegexOptions.CultureInvariant);

    // An area that is not stated is a field left out; elsewhere a reader may have to hear what is not stated.
    private static readonly Regex AnyInArea = new($@"{Any}|(?i:\bnot\s+stated\b|\bno\s+se\s+(?:indica|dice)\b)", RegexOptions.CultureInvariant);

    public static IEnumerable<Problem> Check(Prose prose) => prose.All.SelectMany(passage => In(passage).Select(found =>
        new Problem(passage.File, passage.LineAt(found.Index),
            $"`{Word.OnOneLine(found.Value)}` is a word of working notes; say what is known to a reader, or leave the doubtful part out")));

    private static MatchCollection In(Passage passage) => (passage.Field == "service_area" ? AnyInArea : Any).Matches(passage.Text);

    private static string Pattern(string word)
    {
        var pattern = Regex.Escape(word).Replace(@"\ ", @"\s+", StringComparison.Ordinal).Replace(@"\*", @"\p{L}*", StringComparison.Ordinal);
        return word.All(char.IsAsciiLetterUpper) ? pattern : $"(?i:{pattern})";
    }
}
