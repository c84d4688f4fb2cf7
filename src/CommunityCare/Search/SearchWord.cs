namespace CommunityCare.Search;

/// <summary>A word that stands in some search document: what a mistyped word may have been. One may outlive its document.</summary>
public sealed class SearchWord
{
    public string Word { get; set; } = "";
}
