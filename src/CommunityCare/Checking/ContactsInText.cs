using System.Text.RegularExpressions;
using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;

namespace CommunityCare.Checking;

/// <summary>
/// Numbers and addresses in sentences. They have fields of their own, which a phone can dial and an editor can keep right;
/// in a sentence they grow old unseen.
/// </summary>
internal static partial class ContactsInText
{
    public static IEnumerable<Problem> Check(SeedReading reading, Prose prose) =>
        from read in reading.Organizations
        let names = prose.NamesOf(read).ToList()
        from passage in prose.Of(read)
        where passage.IsOfService || passage.Field == Passage.Body
        from problem in Check(read.Entry, names, passage)
        select problem;

    private static IEnumerable<Problem> Check(Organization organization, List<string> names, Passage passage)
    {
        var isCrisis = organization.Services.Exists(s => s.Crisis is not null);
        foreach (Match found in Phone().Matches(passage.Text))
        {
            yield return Wrong(found, "is a phone number; put it under `phones` and leave it out of the text");
        }

        var shortNumbers = ShortNumber().Matches(passage.Text).Select(found => found.Groups["number"]).DistinctBy(number => number.Value);
        foreach (var found in isCrisis ? [] : shortNumbers)
        {
            yield return Wrong(found,
                "is a number to call or text, and only a crisis service says one in its text; put their own under `phones`, and say "
                + "`a crisis line` or `the police` for another's (every page leads to the crisis lines)");
        }

        foreach (Match found in Email().Matches(passage.Text))
        {
            yield return Wrong(found, "is an e-mail address; put it under `email` or `contacts` and leave it out of the text");
        }

        // A group may be called by its address.
        foreach (Match found in WebAddress().Matches(passage.Text))
        {
            if (!names.Exists(name => name.Contains(found.Value, StringComparison.OrdinalIgnoreCase)) && !IsTheWayToTheChat(found))
            {
                var field = passage.IsOfService ? "the service's `url`" : "`website`";
                yield return Wrong(found, $"is a web address; put it under {field} and leave it out of the text");
            }
        }

        // In a crisis the way to the chat may stand where one starts.
        bool IsTheWayToTheChat(Match found) => isCrisis && passage.Field == "application_process"
            && Uri.TryCreate(organization.Website, UriKind.Absolute, out var own) && HostOf(found.Value) == WithoutWww(own.Host);

        Problem Wrong(Capture found, string what) => new(passage.File, passage.LineAt(found.Index), $"`{found.Value}` {what}");
    }

    private static string HostOf(string address) => WithoutWww(Scheme().Replace(address, "").Split('/')[0].ToLowerInvariant());

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;

    // Ten digits in groups, seven as 555-0199, a run of ten or eleven, another country's with its plus, and numbers in
    // letters (1-800-GET-HELP). Not years (2019-2021), a ZIP code with four more, an amount or a part of a longer number.
    [GeneratedRegex(
        @"(?<![\p{L}\p{N}$€.,/-])(?:"
        + @"(?:\+?1[-.\s]{0,2})?(?:\(\d{3}\)[-.\s]{0,2}|\d{3}[-.\s])\d{3}[-.\s]\d{4}(?!\d|[-.,]\d)"
        + @"|\d{3}[-.]\d{4}(?!\d|[-.,]\d)"
        + @"|1?\d{10}(?!\d)"
        + @"|\+\d[\d\s().-]{6,}\d"
        + @"|(?:1[-.\s])?\(?\d{3}\)?[-.](?=[A-Z0-9-]*[A-Z]{3})(?:[A-Z0-9]-?){6,}(?![a-z])"
        + @"|(?:1[-.\s])?\(?8(?:00|22|33|44|55|66|77|88)\)?[-.\s](?=[A-Z0-9-]*[A-Z]{3})(?:[A-Z0-9]-?){4,}(?![a-z])"
        + ")",
        RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    // 988 and 911 are no counts; 211 and its like are where somebody calls them, and short codes where somebody texts.
    [GeneratedRegex(
        @"(?<![\p{N}$€.,#-])(?<number>988|911|[2-9]-1-1|9-8-8)(?![\p{N}%-]|[.,]\d)"
        + @"|(?i:\b(?:call|calls|calling|dial|dials|dialing|text|texting|phone|llam\p{L}*|marc\p{L}*|marqu\p{L}*)"
        + @"(?:\s+(?:a|al|to|the|or|o|el|text))*)\s+(?<number>[2-8]11)(?!\p{N}|[.,-]\d)"
        + @"|(?i:\b(?:text|texts|texting|texto|mensaje|mensajes|sms)\b[^.!?\d]{0,60})(?<number>\d{5,6})(?!\p{N}|[.,-]\d)",
        RegexOptions.CultureInvariant)]
    private static partial Regex ShortNumber();

    [GeneratedRegex(@"[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+", RegexOptions.CultureInvariant)]
    private static partial Regex Email();

    [GeneratedRegex(
        @"(?:https?://|\bwww\.)[^\s<>()]*[\p{L}\p{N}/]"
        + @"|(?<![@\p{L}\p{N}.-])(?:[\p{L}\p{N}-]+\.)+(?:org|com|net|edu|gov|info|coop|community|care|health|chat|us|mx|pr)\b"
        + @"(?!@)(?:/[^\s<>()]*[\p{L}\p{N}/])?",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WebAddress();

    [GeneratedRegex("^https?://", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scheme();
}
