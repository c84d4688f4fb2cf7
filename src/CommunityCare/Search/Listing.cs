using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>The sets of organizations that lists and counts speak of.</summary>
internal static class Listing
{
    public static IQueryable<Organization> Public(this IQueryable<Organization> organizations) =>
        organizations.Where(o => o.Publication == Publication.Published);

    public static IQueryable<Organization> CanHelpToday(this IQueryable<Organization> organizations) =>
        organizations.Where(o => o.Status == OrganizationStatus.Active || o.Status == OrganizationStatus.Unknown);

    /// <summary>What counts: public, able to help today, and a reader can be told how to reach it.</summary>
    public static IQueryable<Organization> Listed(this IQueryable<Organization> organizations) =>
        organizations.Public().CanHelpToday().Where(o => EF.Property<bool>(o, Columns.Reachable));
}
