namespace CommunityCare.Catalog;

/// <summary>How recent an entry's facts are, in the only two ways that mean something to a reader.</summary>
/// <param name="Verified">A person's check, if there was one.</param>
/// <param name="AsOf">The newest page the facts rest on, if known.</param>
/// <param name="MayBeOutOfDate">Older than <see cref="Years"/>, or undated.</param>
public sealed record Freshness(Verification? Verified, PartialDate? AsOf, bool MayBeOutOfDate)
{
    public const int Years = 2;

    public static Freshness Of(Organization organization, DateOnly today) =>
        new(organization.Verified, organization.AsOf, NewestDay(organization) is not { } day || day < today.AddYears(-Years));

    /// <summary>The day for which the facts can be vouched: verified by a person, or read on a dated page.</summary>
    public static DateOnly? NewestDay(Organization organization)
    {
        var (read, verified) = (organization.AsOf?.FirstDay, organization.Verified?.On);
        return read > verified ? read : verified ?? read;
    }
}
