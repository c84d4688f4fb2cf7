using System.Text.RegularExpressions;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>A text that says that somebody checked, in an entry that nobody did check. Readers trust their lives to that word.</summary>
internal static partial class ClaimsOfChecking
{
    public static IEnumerable<Problem> Check(SeedReading reading, Prose prose) =>
        from read in reading.Organizations
        where read.Entry.Verified is null
        from passage in prose.Of(read)
        from Match found in Claim().Matches(passage.Text)
        select new Problem(passage.File, passage.LineAt(found.Index),
            $"`{Word.OnOneLine(found.Value)}` says that a person checked this, and the entry has no `verified`; "
            + "leave it out, or say in `verified` who did, when and how");

    // Not "we could not confirm", which is the honest opposite, and not "your visit is confirmed by phone", which they do.
    [GeneratedRegex(
        @"\b(?:verified|we(?: have|'ve|’ve)? (?:called|phoned|checked|confirmed|spoke|spoken|visited|verified)|(?:confirmed|checked|tested) by us"
        + @"|(?<!\b(?:not|be|been|gets?|(?:appointment|booking|date|place|registration|request|seat|spot|time|visit)s?\s+(?:is|are))\s+)"
        + @"confirmed\s+(?:by|over|on|via|through)\s+(?:the\s+|an?\s+)?(?:tele)?(?:phone|e-?mail|call|text)"
        + @"|(?<!\b(?:ser|será|serán|es|son|quedan?|quedarán?|no\s+(?:fue|fueron|está|están))\s+)"
        + @"(?:confirmad|comprobad)[oa]s?\s+(?:por|vía|mediante)\s+(?:una\s+)?(?:teléfono|llamada|correo|e-?mail|mensaje)"
        + @"|verificad[oa]s?|verificamos|confirmamos|comprobamos|(?:confirmad|comprobad)[oa]s? por nosotr[oa]s|(?:los|las|les) llamamos)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Claim();
}
