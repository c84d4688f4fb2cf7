using CommunityCare.Catalog;

namespace CommunityCare.Bench.Making;

/// <summary>How an organization is reached, if it can be: some of it for editors' eyes only.</summary>
internal static class Contacting
{
    private const double Reachable = 0.86;
    private static readonly string[] Streets = ["Main St", "Oak Ave", "Martin Luther King Jr Blvd", "Cesar Chavez Ave", "2nd St", "Market St", "Church Rd", "Mission St"];
    private static readonly Skewed<WebsiteKind> Kinds = new([(WebsiteKind.Own, 70), (WebsiteKind.Unconfirmed, 15), (WebsiteKind.Host, 10), (WebsiteKind.Platform, 5)]);
    private static readonly Skewed<LocationVisibility> Visibilities =
        new([(LocationVisibility.Full, 92), (LocationVisibility.Area, 5), (LocationVisibility.Hidden, 3)]);

    public static void Add(Chance chance, Organization organization, Town town, Func<Town> another)
    {
        var reachable = chance.Is(Reachable);
        var host = $"{organization.Slug[..Math.Min(organization.Slug.Length, 40)].Trim('-')}.example.org";
        if (reachable)
        {
            // At least one of them.
            var website = chance.Is(0.8);
            organization.Website = website ? $"https://{host}/" : null;
            organization.WebsiteKind = website ? Kinds.Pick(chance) : WebsiteKind.Own;
            organization.Email = !website || chance.Is(0.35) ? $"hello@{host}" : null;
            organization.Phones.AddRange(Enumerable.Range(0, chance.Is(0.6) ? chance.Between(1, 2) : 0).Select(_ => Phone(chance, isPrivate: false)));
        }

        if (chance.Is(0.02))
        {
            organization.Phones.Add(Phone(chance, isPrivate: true));
        }

        if (chance.Is(0.05))
        {
            organization.Contacts.Add(new() { Id = chance.Id(), Name = "Front desk", Email = $"desk@{host}", Private = !reachable || chance.Is(0.5) });
        }

        for (var count = chance.Is(0.1) ? 0 : chance.Is(0.9) ? 1 : 2; organization.Locations.Count < count;)
        {
            organization.Locations.Add(Location(chance, organization.Locations.Count == 0 ? town : another(), withStreet: reachable && chance.Is(0.6)));
        }
    }

    private static Phone Phone(Chance chance, bool isPrivate) => new()
    {
        Id = chance.Id(),
        Number = $"555-{chance.Between(200, 999)}-{chance.Below(10_000):0000}",
        Type = chance.Is(0.15) ? PhoneType.Text : PhoneType.Voice,
        Languages = chance.Is(0.2) ? ["english", "spanish"] : [],
        Private = isPrivate,
    };

    private static Location Location(Chance chance, Town town, bool withStreet) => new()
    {
        Id = chance.Id(),
        Address1 = withStreet ? $"{chance.Between(1, 4000)} {chance.Of(Streets)}" : null,
        City = town.City,
        StateProvince = town.State,
        PostalCode = withStreet || chance.Is(0.5) ? town.Zip : null,
        Visibility = Visibilities.Pick(chance),
    };
}
