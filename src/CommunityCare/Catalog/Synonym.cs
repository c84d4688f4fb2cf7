namespace CommunityCare.Catalog;

/// <summary>A word that people use, and what else is searched for whoever types it. Two words that mean the same are two of these.</summary>
public sealed class Synonym
{
    public const int WordLength = 80;

    /// <summary>The name of their file, and of their history.</summary>
    public const string ListSlug = "synonyms";

    /// <summary>The id under which the history of all of them is kept: they are one document.</summary>
    public static readonly Guid ListId = new("0c6f6c1e-7c53-4d54-9d3a-6a1b8f2e4d70");

    public string Word { get; set; } = "";

    public string Means { get; set; } = "";
}
