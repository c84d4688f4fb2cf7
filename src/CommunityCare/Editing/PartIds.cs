using CommunityCare.Catalog;

namespace CommunityCare.Editing;

/// <summary>The ids of an organization's parts, which no other may have.</summary>
internal static class PartIds
{
    /// <summary>Gives new ids to parts that the organization did not have before, whatever ids a form gave them, and to those that stand twice.</summary>
    public static void Renew(Organization organization, Organization? before)
    {
        var known = before is null ? [] : Of(before).ToHashSet();
        organization.Services.ForEach(s => s.Id = Kept(s.Id, known));
        organization.Phones.ForEach(p => p.Id = Kept(p.Id, known));
        organization.Contacts.ForEach(c => c.Id = Kept(c.Id, known));
        organization.Locations.ForEach(l => l.Id = Kept(l.Id, known));
    }

    private static Guid Kept(Guid id, HashSet<Guid> known) => known.Remove(id) ? id : Guid.NewGuid();

    private static IEnumerable<Guid> Of(Organization organization) => organization.Services.Select(s => s.Id)
        .Concat(organization.Phones.Select(p => p.Id)).Concat(organization.Contacts.Select(c => c.Id)).Concat(organization.Locations.Select(l => l.Id));
}
