using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// What an organization can be found by, in all languages together, as plain words. The text index reads this table and
/// nothing else. Not public means not there.
/// </summary>
public sealed class SearchDocument
{
    public string Name { get; set; } = "";

    /// <summary>A line for each.</summary>
    public string OtherNames { get; set; } = "";

    /// <summary>A sign for each term of the organization or of a service: its words are looked up when somebody asks.</summary>
    public string Terms { get; set; } = "";

    public string Services { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>All that the public may see of it, as <see cref="Cards"/> writes it.</summary>
    public string Card { get; set; } = "";

    public Organization Organization { get; set; } = null!;
}
