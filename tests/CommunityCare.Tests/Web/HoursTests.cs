using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

/// <summary>Opening hours in words, in both languages.</summary>
public sealed class HoursTests
{
    public static TheoryData<string, string, string> Said { get; } = new()
    {
        { "MO 18:00-20:30", "Monday 6 pm to 8:30 pm", "Lunes de 6 pm a 8:30 pm" },
        { "MO,WE 18:00-20:30", "Monday and Wednesday 6 pm to 8:30 pm", "Lunes y miércoles de 6 pm a 8:30 pm" },
        { "MO,WE,SU 18:00-20:30", "Monday, Wednesday and Sunday 6 pm to 8:30 pm", "Lunes, miércoles y domingo de 6 pm a 8:30 pm" },
        { "MO,TU,WE,TH,FR 09:00-17:00", "Monday to Friday 9 am to 5 pm", "De lunes a viernes de 9 am a 5 pm" },
        { "MO,TU,WE,TH,FR,SA,SU 09:00-17:00", "Every day 9 am to 5 pm", "Todos los días de 9 am a 5 pm" },
        { "MO,TU,WE,TH,FR,SA,SU 00:00-23:59", "Around the clock, every day", "A toda hora, todos los días" },
        { " 00:00-23:59", "Around the clock, every day", "A toda hora, todos los días" },
        { "SA,SU 00:00-23:59", "Saturday and Sunday all day", "Sábado y domingo todo el día" },
        { "FR 22:00-02:00", "Friday 10 pm to 2 am", "Viernes de 10 pm a 2 am" },
        { "FR 12:00-00:00", "Friday 12 pm to 12 am", "Viernes de 12 pm a 12 am" },
        { "FR 22:00", "Friday from 10 pm", "Viernes a partir de las 10 pm" },
        { "FR", "Friday", "Viernes" },
        { "", "", "" },
        { "monthly 2MO 18:00-20:30", "Each month on the second Monday 6 pm to 8:30 pm", "El segundo lunes de cada mes de 6 pm a 8:30 pm" },
        { "monthly -1FR 18:00-20:30", "Each month on the last Friday 6 pm to 8:30 pm", "El último viernes de cada mes de 6 pm a 8:30 pm" },
        { "monthly 1TU,3TU", "Each month on the first Tuesday and third Tuesday", "El primer martes y tercer martes de cada mes" },
        { "monthly 1MO,2MO,4SU", "Each month on the first Monday, second Monday and fourth Sunday", "El primer lunes, segundo lunes y cuarto domingo de cada mes" },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void Hours_are_said_in_words(string hours, string english, string spanish)
    {
        Assert.Equal(english, In("en", Schedule(hours)));
        Assert.Equal(spanish, In("es", Schedule(hours)));
    }

    [Theory]
    [InlineData("America/New_York", "(Eastern Time)", "(hora del este)")]
    [InlineData("America/Chicago", "(Central Time)", "(hora del centro)")]
    [InlineData("America/Denver", "(Mountain Time)", "(hora de la montaña)")]
    [InlineData("America/Los_Angeles", "(Pacific Time)", "(hora del Pacífico)")]
    [InlineData("America/Phoenix", "(Arizona Time)", "(hora de Arizona)")]
    [InlineData("America/Anchorage", "(Alaska Time)", "(hora de Alaska)")]
    [InlineData("Pacific/Honolulu", "(Hawaiʻi Time)", "(hora de Hawaiʻi)")]
    [InlineData("America/Puerto_Rico", "(Puerto Rico Time)", "(hora de Puerto Rico)")]
    [InlineData("Europe/Paris", "(Europe/Paris)", "(Europe/Paris)")]
    public void The_time_zone_is_said_in_the_readers_language(string zone, string english, string spanish)
    {
        var schedule = Schedule("MO 18:00-20:30") with { TimeZone = zone };

        Assert.EndsWith(english, In("en", schedule), StringComparison.Ordinal);
        Assert.EndsWith(spanish, In("es", schedule), StringComparison.Ordinal);
        Assert.EndsWith(english, In("en", schedule), StringComparison.Ordinal);
    }

    [Fact]
    public void Around_the_clock_needs_no_time_zone() =>
        Assert.Equal("Around the clock, every day", In("en", Schedule(" 00:00-23:59") with { TimeZone = "America/New_York" }));

    [Fact]
    public void Days_from_and_until_which_it_holds_are_said()
    {
        var schedule = Schedule("MO 18:00-20:30") with { ValidFrom = new(2026, 9, 1), ValidTo = new(2027, 5, 31) };

        Assert.Equal("Monday 6 pm to 8:30 pm from September 1, 2026 until May 31, 2027", In("en", schedule));
        Assert.Equal("Lunes de 6 pm a 8:30 pm desde el 1 de septiembre de 2026 hasta el 31 de mayo de 2027", In("es", schedule));
    }

    [Theory]
    [InlineData("2024", "2024", "2024")]
    [InlineData("2024-05", "May 2024", "mayo de 2024")]
    [InlineData("2024-05-07", "May 7, 2024", "7 de mayo de 2024")]
    public void A_date_is_said_as_exactly_as_it_is_known(string date, string english, string spanish)
    {
        Assert.True(PartialDate.TryParse(date, out var parsed));
        Assert.Equal(english, Reading.In("en", () => Hours.InWords(parsed)));
        Assert.Equal(spanish, Reading.In("es", () => Hours.InWords(parsed)));
    }

    private static string In(string language, Schedule schedule) => Reading.In(language, () => Hours.Of(schedule, Reading.Text));

    private static Schedule Schedule(string hours)
    {
        var parts = hours.Split(' ');
        var monthly = parts[0] == "monthly";
        var times = parts.Length > (monthly ? 2 : 1) ? parts[^1].Split('-').Select(t => TimeOnly.ParseExact(t, "HH:mm", null)).ToList() : [];
        var days = parts[monthly ? 1 : 0];
        return new()
        {
            Freq = monthly ? ScheduleFrequency.Monthly : ScheduleFrequency.Weekly,
            ByDay = days.Length == 0 ? null : days,
            OpensAt = times.Count > 0 ? times[0] : null,
            ClosesAt = times.Count > 1 ? times[1] : null,
        };
    }
}
