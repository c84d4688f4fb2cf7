using System.Globalization;
using CommunityCare.Catalog;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>Says a schedule in words, in the reader's language.</summary>
public static class Hours
{
    public static string Of(Schedule schedule, IStringLocalizer<Text> text)
    {
        var days = (schedule.ByDay ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (schedule.IsAroundTheClock && (days.Length is 0 or 7))
        {
            return text["Hours_AroundTheClock"].Value;
        }

        string?[] parts =
        [
            Days(schedule, days, text),
            Times(schedule, text),
            schedule.TimeZone is { } zone && !schedule.IsAroundTheClock ? $"({ZoneName(zone, text)})" : null,
            schedule.ValidFrom is { } from ? text["Hours_FromDay", InWords(from)].Value : null,
            schedule.ValidTo is { } to ? text["Hours_Until", InWords(to)].Value : null,
        ];
        var line = string.Join(' ', parts.Where(p => !string.IsNullOrEmpty(p)));
        return line.Length == 0 ? "" : string.Concat(char.ToUpper(line[0], CultureInfo.CurrentCulture).ToString(), line.AsSpan(1));
    }

    public static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.CurrentCulture) is var plain && Language.Current == Language.English
        ? day.ToString("MMMM d, yyyy", CultureInfo.CurrentCulture)
        : plain.Replace(" ", " de ", StringComparison.Ordinal);

    /// <summary>As exact as it is known: a year, a month of a year, a day.</summary>
    public static string InWords(PartialDate date) => date switch
    {
        { Day: not null } => InWords(date.FirstDay),
        { Month: not null } => Language.Current == Language.English
            ? date.FirstDay.ToString("MMMM yyyy", CultureInfo.CurrentCulture)
            : date.FirstDay.ToString("MMMM 'de' yyyy", CultureInfo.CurrentCulture),
        _ => date.Year.ToString(CultureInfo.InvariantCulture),
    };

    private static string Days(Schedule schedule, string[] days, IStringLocalizer<Text> text)
    {
        if (days.Length == 7)
        {
            return text["Hours_EveryDay"].Value;
        }

        if (days.SequenceEqual(Schedule.Days.Take(5)))
        {
            return text["Hours_Weekdays"];
        }

        var monthly = schedule.Freq == ScheduleFrequency.Monthly && Array.Exists(days, day => day.Length > 2);
        var names = days.Select(day => monthly && day.Length > 2 ? $"{Ordinal(day[..^2], text)} {Name(day[^2..])}" : Name(day[^2..])).ToList();
        var line = names.Count switch
        {
            0 => "",
            1 => names[0],
            _ => $"{string.Join(", ", names[..^1])} {text["Hours_And"]} {names[^1]}",
        };
        return monthly ? text["Hours_Monthly", line] : line;
    }

    private static string? Times(Schedule schedule, IStringLocalizer<Text> text) =>
        schedule.IsAroundTheClock ? text["Hours_AllDay"].Value
        : schedule is { OpensAt: { } opens, ClosesAt: { } closes } ? text["Hours_Range", Clock(opens), Clock(closes)].Value
        : schedule.OpensAt is { } from ? text["Hours_From", Clock(from)].Value
        : null;

    private static string Clock(TimeOnly time) =>
        time.ToString(time.Minute == 0 ? "h tt" : "h:mm tt", CultureInfo.GetCultureInfo("en-US")).ToLowerInvariant();

    private static string Name(string day) =>
        CultureInfo.CurrentCulture.DateTimeFormat.DayNames[(Array.IndexOf(Schedule.Days, day) + 1) % 7];

    private static string Ordinal(string number, IStringLocalizer<Text> text) => number switch
    {
        "1" => text["Hours_First"],
        "2" => text["Hours_Second"],
        "3" => text["Hours_Third"],
        "4" => text["Hours_Fourth"],
        "5" => text["Hours_Fifth"],
        _ => text["Hours_Last"],
    };

    // The system's names would say "standard time" in summer too, and keep the language of whoever asked first.
    private static string ZoneName(string zone, IStringLocalizer<Text> text) =>
        text["Zone_" + zone] is { ResourceNotFound: false } name ? name.Value : zone;
}
