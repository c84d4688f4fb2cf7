using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>The sets of organizations that lists and counts speak of.</summary>
internal static class Listing
{
    public static IQueryable<Organization> Public(this IQueryable<Organization> organizations) =>
        organizations.Where(o => o.Publication == Publication.Published);

    public static IQueryable<Organization> CanHelpToday(this IQueryable<Organization> organizations) =>
        organizations.Where(o => o.Status == OrganizationStatus.Active || o.Status == OrganizationStatus.Unknown);

    /// <summary>Readers do not see these notices any more: somebody has to say whether they still hold.</summary>
    public static IQueryable<Organization> NoticesOverdue(this IQueryable<Organization> organizations, DateOnly today) =>
        organizations.Public().Where(o => o.NoticeUntil < today);
}
