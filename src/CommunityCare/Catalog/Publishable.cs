namespace CommunityCare.Catalog;

/// <summary>What an entry has to say before readers may see it.</summary>
public static class Publishable
{
    public static IEnumerable<Lack> Lacks(Organization organization)
    {
        if (string.IsNullOrWhiteSpace(organization.Summary))
        {
            yield return Lack.Summary;
        }

        if (organization.Services.Count == 0)
        {
            yield return Lack.Service;
        }

        // A group that is said to be active and that nobody can reach helps nobody; any other status is honest without.
        if (organization.Status == OrganizationStatus.Active && !PublicView.CanBeReached(organization))
        {
            yield return Lack.WayToReach;
        }
    }
}

/// <summary>Something that an entry does not say and must.</summary>
public enum Lack
{
    Summary,
    Service,
    WayToReach,
}
