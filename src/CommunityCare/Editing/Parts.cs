using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>The parts of entries have ids, and each part belongs to one entry.</summary>
internal static class Parts
{
    public static IEnumerable<Guid> IdsOf(Entry entry) => entry switch
    {
        Vocabulary v => v.Terms.Select(t => t.Id),
        Organization o => o.Services.Select(s => s.Id).Concat(o.Phones.Select(p => p.Id))
            .Concat(o.Locations.Select(l => l.Id)).Concat(o.Contacts.Select(c => c.Id)),
        _ => [],
    };

    /// <summary>Gives new ids to parts that the organization did not have before, whatever ids a form gave them, and to those that stand twice.</summary>
    public static void Renew(Organization organization, Organization? before)
    {
        var known = before is null ? [] : IdsOf(before).ToHashSet();
        GiveIds(organization, id => known.Remove(id) ? id : Guid.NewGuid());
    }

    /// <param name="organization">Whose parts are named anew.</param>
    /// <param name="name">The new id for each old one.</param>
    public static void GiveIds(Organization organization, Func<Guid, Guid> name)
    {
        organization.Services.ForEach(s => s.Id = name(s.Id));
        organization.Phones.ForEach(p => p.Id = name(p.Id));
        organization.Contacts.ForEach(c => c.Id = name(c.Id));
        organization.Locations.ForEach(l => l.Id = name(l.Id));
    }

    /// <summary>The slug of another entry to which a part of this one belongs; null if there is none.</summary>
    public static async Task<string?> OwnerAsync(CareDb db, Entry entry, CancellationToken stop)
    {
        var ids = IdsOf(entry).ToList();
        return entry switch
        {
            Organization => await Of<Service>(db, ids).Concat(Of<Phone>(db, ids)).Concat(Of<Location>(db, ids)).Concat(Of<Contact>(db, ids))
                .Join(db.Organizations, key => key, o => EF.Property<long>(o, Columns.Key), (_, owner) => owner)
                .Where(owner => owner.Id != entry.Id)
                .Select(owner => owner.Slug).FirstOrDefaultAsync(stop),
            Vocabulary => await db.Vocabularies
                .Where(v => v.Id != entry.Id && v.Terms.Any(t => ids.Contains(t.Id)))
                .Select(v => v.Slug).FirstOrDefaultAsync(stop),
            _ => null,
        };
    }

    // By their ids, which are indexed: to ask each organization for its parts takes longer with every organization.
    private static IQueryable<long> Of<T>(CareDb db, List<Guid> ids)
        where T : class =>
        db.Set<T>().Where(part => ids.Contains(EF.Property<Guid>(part, nameof(Entry.Id)))).Select(part => EF.Property<long>(part, Columns.OrganizationKey));
}
