using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Support;

/// <summary>What stands in the database of a site, behind all its pages.</summary>
internal static class StoredEntries
{
    public static Task<Organization> StoredAsync(this SmallSite site, string slug) =>
        site.ReadAsync(db => db.WholeOrganizations().AsNoTrackingWithIdentityResolution().SingleAsync(o => o.Slug == slug, TestContext.Current.CancellationToken));

    public static Task<Revision> NewestRevisionAsync(this SmallSite site) =>
        site.ReadAsync(db => db.Revisions.AsNoTracking().OrderByDescending(r => r.Number).FirstAsync(TestContext.Current.CancellationToken));
}
