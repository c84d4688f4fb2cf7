namespace CommunityCare.Catalog;

/// <summary>A word that people use, and what else is searched for whoever types it. Two words that mean the same are two of these.</summary>
public sealed class Synonym
{
    public const int WordLength = 80;

    public string Word { get; set; } = "";

    public string Means { get; set; } = "";
}
