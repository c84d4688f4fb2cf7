using CommunityCare.Catalog;

namespace CommunityCare.Tests.Support;

/// <summary>Entries with honest defaults; a test says only what it is about.</summary>
internal static class Samples
{
    public static Organization Organization(string slug, params TermLink[] terms) => new()
    {
        Id = Ids.Of(slug),
        Slug = slug,
        Name = $"Name of {slug}",
        Website = $"https://{slug}.example.org",
        Summary = $"Summary of {slug}.",
        Services = [Service(slug + " service")],
        Terms = [.. terms],
    };

    public static Service Service(string name) => new() { Id = Ids.Of(name), Name = name };

    public static Phone Phone(string number) => new() { Id = Ids.Of(number), Number = number };

    public static Location Location(string city, string state) => new()
    {
        Id = Ids.Of($"{city} {state}"),
        Address1 = $"12 Secret Street",
        City = city,
        StateProvince = state,
        PostalCode = "94601",
    };

    /// <summary>A link to a term by its words, as a form would send it.</summary>
    public static TermLink Link(string vocabulary, string slug, Service? service = null) => new()
    {
        Term = new() { Slug = slug, Vocabulary = new() { Slug = vocabulary } },
        Service = service,
    };
}
