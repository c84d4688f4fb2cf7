namespace CommunityCare.Tests.Support;

/// <summary>Time that passes only when it is told to.</summary>
public sealed class FakeClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The same on every machine.</summary>
    public override TimeZoneInfo LocalTimeZone => Zone;

    public TimeZoneInfo Zone { get; set; } = TimeZoneInfo.Utc;

    public override DateTimeOffset GetUtcNow() => Now;
}
