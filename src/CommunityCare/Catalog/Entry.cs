namespace CommunityCare.Catalog;

/// <summary>What is curated as one document, kept in one history and addressed by one slug.</summary>
public abstract class Entry
{
    public const int SlugLength = 80;
    public const int NameLength = 150;

    /// <summary>Never changes, whatever happens to the file, the slug or the name.</summary>
    public Guid Id { get; set; }

    /// <summary>The last part of the entry's address: small letters, digits and hyphens.</summary>
    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    public Publication Publication { get; set; }

    /// <summary>The number of the newest revision that touched the entry; guards forms against older copies.</summary>
    public long Revision { get; set; }

    public List<Translation> Translations { get; set; } = [];

    public static bool IsSlug(string text) =>
        text.Length is > 0 and <= SlugLength
        && text.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-')
        && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal);
}

/// <summary>Who may see an entry. Moderation has no word in HSDS and is never exported.</summary>
public enum Publication
{
    Published,
    Draft,
    Archived,
}
