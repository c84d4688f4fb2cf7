namespace CommunityCare.Catalog;

/// <summary>
/// When a service is open: an HSDS schedule, but in local times of an IANA zone, because a fixed offset cannot
/// say what happens when the clocks change.
/// </summary>
public sealed record Schedule
{
    public static readonly string[] Days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

    public ScheduleFrequency Freq { get; set; }

    /// <summary>RFC 5545 days, as in <c>MO,TU</c>, or <c>2MO</c> for the second Monday of a month.</summary>
    public string? ByDay { get; set; }

    public TimeOnly? OpensAt { get; set; }

    /// <summary>23:59 after an opening at 00:00 means around the clock; earlier than the opening means the next day.</summary>
    public TimeOnly? ClosesAt { get; set; }

    /// <summary>An IANA name; null where it makes no difference.</summary>
    public string? TimeZone { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    public ScheduleKind Kind { get; set; }

    /// <summary>Joins schedules that belong together (HSDS 3.3).</summary>
    public string? Group { get; set; }

    public string? Description { get; set; }

    public bool IsAroundTheClock => OpensAt == TimeOnly.MinValue && ClosesAt == new TimeOnly(23, 59);
}

public enum ScheduleFrequency
{
    Weekly,
    Monthly,
}

/// <summary>Opening hours or an event: the line HSDS 3.3 draws.</summary>
public enum ScheduleKind
{
    Hours,
    Event,
}
