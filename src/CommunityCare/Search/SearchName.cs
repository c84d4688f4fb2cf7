using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>A public name of an organization from one of its words on: "freedom store" of the Homies Empowerment Freedom Store.</summary>
public sealed class SearchName
{
    public const int TextLength = 80;

    public long Key { get; set; }

    /// <summary>As <see cref="SearchNames.Folded"/> writes it.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether it is all of the name, with or without its article.</summary>
    public bool IsWhole { get; set; }

    /// <summary>Where it stands among those that begin alike: 0 first.</summary>
    public int Standing { get; set; }

    public Organization Organization { get; set; } = null!;
}
