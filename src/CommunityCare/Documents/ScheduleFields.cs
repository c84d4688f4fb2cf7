using System.Text.RegularExpressions;
using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>Reading the parts of a schedule that have a grammar of their own.</summary>
internal static partial class ScheduleFields
{
    public static Fault? SetByDay(Schedule schedule, string text)
    {
        schedule.ByDay = text;
        return ByDay().IsMatch(text) ? null : new(FaultKind.NotDays, $"`{text}` is not a list of days such as MO,TU or 2MO", text);
    }

    public static Fault? SetTimeZone(Schedule schedule, string text)
    {
        schedule.TimeZone = text;
        return text.Contains('/', StringComparison.Ordinal) && TimeZoneInfo.TryFindSystemTimeZoneById(text, out _)
            ? null
            : new(FaultKind.NotTimeZone, $"`{text}` is not an IANA time zone such as America/Chicago", text);
    }

    [GeneratedRegex("^-?[1-5]?(MO|TU|WE|TH|FR|SA|SU)(,-?[1-5]?(MO|TU|WE|TH|FR|SA|SU))*$", RegexOptions.CultureInvariant)]
    private static partial Regex ByDay();
}
