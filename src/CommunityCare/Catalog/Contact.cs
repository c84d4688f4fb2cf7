namespace CommunityCare.Catalog;

/// <summary>A person or desk to ask for.</summary>
public sealed class Contact
{
    public Guid Id { get; set; }

    public string? Name { get; set; }

    public string? Title { get; set; }

    public string? Email { get; set; }

    /// <summary>Known to editors only.</summary>
    public bool Private { get; set; }

    public int Order { get; set; }

    public List<Translation> Translations { get; set; } = [];
}
