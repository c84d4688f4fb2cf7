using CommunityCare.Catalog;

namespace CommunityCare.Pages.Crisis;

/// <summary>A line as the crisis page shows it: of all that an organization does, the service that answers.</summary>
public sealed record Line(Organization Entry, Service Service)
{
    public static Line InCrisis(Organization entry) => new(entry, entry.Services.Where(s => s.Crisis is not null).MinBy(s => s.Crisis)!);

    public static Line Warm(Organization entry) => new(
        entry,
        entry.Terms.Find(l => l.Service is not null && l.Term.Slug == Term.WarmLine) is { } link
            ? entry.Services.Find(s => s.Id == link.Service!.Id)!
            : entry.Services[0]);

    /// <summary>Whether it answers people all over the country; if not, the reader must be told where.</summary>
    public bool IsEverywhere => Entry.Terms.Exists(l => l.Term.Slug == Term.Everywhere && l.Term.Vocabulary.Slug == Vocabulary.Place);
}
