namespace CommunityCare.Bench.Measures;

/// <summary>What a series of measured times comes to, in milliseconds.</summary>
internal sealed record Times(double P50, double P95, double P99, int Count)
{
    public static Times Of(IEnumerable<TimeSpan> times)
    {
        var sorted = times.Select(t => t.TotalMilliseconds).Order().ToArray();
        return new(At(0.5), At(0.95), At(0.99), sorted.Length);

        // The smallest time that so many of all do not exceed.
        double At(double share) => Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)], 3);
    }
}
