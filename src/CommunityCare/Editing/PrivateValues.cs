using CommunityCare.Catalog;

namespace CommunityCare.Editing;

/// <summary>Hidden places and private contacts live in the database alone: a file only says that they exist.</summary>
internal static class PrivateValues
{
    /// <summary>Fills what a file cannot say with what the database knows.</summary>
    public static void Carry(Organization current, Organization incoming)
    {
        foreach (var location in incoming.Locations.Where(l => l.Visibility != LocationVisibility.Full))
        {
            if (current.Locations.Find(l => l.Id == location.Id) is { } known)
            {
                Carry(known, location);
            }
        }

        foreach (var phone in incoming.Phones.Where(p => p.Private))
        {
            if (current.Phones.Find(p => p.Id == phone.Id) is { } known)
            {
                (phone.Number, phone.Extension, phone.Keyword) = (known.Number, known.Extension, known.Keyword);
            }
        }

        foreach (var contact in incoming.Contacts.Where(c => c.Private))
        {
            if (current.Contacts.Find(c => c.Id == contact.Id) is { } known)
            {
                (contact.Name, contact.Email) = (known.Name, known.Email);
            }
        }
    }

    private static void Carry(Location known, Location location)
    {
        if (location.Visibility == LocationVisibility.Hidden)
        {
            (location.City, location.StateProvince, location.Country) = (known.City, known.StateProvince, known.Country);
        }

        location.Name = known.Name;
        (location.Address1, location.Address2, location.PostalCode) = (known.Address1, known.Address2, known.PostalCode);
        (location.Latitude, location.Longitude) = (known.Latitude, known.Longitude);
        (location.Description, location.Accessibility, location.Transportation) = (known.Description, known.Accessibility, known.Transportation);
        location.Translations = known.Translations;
    }
}
