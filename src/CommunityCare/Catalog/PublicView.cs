namespace CommunityCare.Catalog;

/// <summary>
/// The one projection that decides what the public may see. Pages, the search index, the sitemap, structured data
/// and every export read organizations through it.
/// </summary>
public static class PublicView
{
    public static bool IsPublic(Entry entry) => entry.Publication == Publication.Published;

    /// <summary>A copy without hidden places, private contacts and kinds of care that are not public; null when the entry is not public at all.</summary>
    public static Organization? Of(Organization organization) => !IsPublic(organization) ? null : organization.With(
        [.. organization.Phones.Where(p => !p.Private)],
        [.. organization.Contacts.Where(c => !c.Private)],
        [.. organization.Locations.Select(Of)],
        [.. organization.Terms.Where(l => IsPublic(l.Term))]);

    /// <summary>A kind of care that is not public is a retired term. Other retired words are kept by those who use them.</summary>
    public static bool IsPublic(Term term) => !(term.Retired && term.Vocabulary.Slug == Vocabulary.Kind);

    /// <summary>Whether there is any way to reach the organization that a reader can be told.</summary>
    public static bool CanBeReached(Organization organization) =>
        organization.Website is not null
        || organization.Email is not null
        || organization.AdditionalWebsites.Count > 0
        || organization.Phones.Any(p => !p.Private && p.Type != PhoneType.Fax)
        || organization.Contacts.Any(c => !c.Private && c.Email is not null)
        || organization.Locations.Any(l => l.HasStreet);

    // Built from nothing, field by field: what is not named here cannot leak.
    private static Location Of(Location location) => location.Visibility switch
    {
        LocationVisibility.Full => location,
        LocationVisibility.Area => new Location
        {
            Id = location.Id,
            City = location.City,
            StateProvince = location.StateProvince,
            Country = location.Country,
            Visibility = LocationVisibility.Area,
            Order = location.Order,
        },
        _ => new Location { Id = location.Id, Visibility = LocationVisibility.Hidden, Order = location.Order },
    };
}
