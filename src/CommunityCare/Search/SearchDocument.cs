using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>What an organization can be found by, in one language. The text index reads this table and nothing else.</summary>
public sealed class SearchDocument
{
    public long Key { get; set; }

    public string Language { get; set; } = "";

    public string Name { get; set; } = "";

    public string OtherNames { get; set; } = "";

    public string Terms { get; set; } = "";

    public string Services { get; set; } = "";

    public string Summary { get; set; } = "";

    public Organization Organization { get; set; } = null!;
}
