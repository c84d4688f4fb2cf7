using CommunityCare.Catalog;
using CommunityCare.Search;

namespace CommunityCare.Pages;

/// <param name="Organization">As the public may see it.</param>
/// <param name="Sought">What was searched for, to be marked where it stands.</param>
/// <param name="Miles">How far it is from the place that was typed; null if that is not known or nobody asked.</param>
public sealed record ResultCard(Organization Organization, Sought Sought, double? Miles)
{
    public static ResultCard Of(Organization organization) => new(organization, Sought.Nothing, null);

    public static ResultCard Of(Organization organization, SearchResults results) =>
        new(organization, results.Sought, results.Distances.TryGetValue(organization.Id, out var miles) ? miles : null);
}
