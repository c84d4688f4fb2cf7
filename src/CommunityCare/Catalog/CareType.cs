namespace CommunityCare.Catalog;

/// <summary>A kind of care and its guide. It is also a term of the vocabulary <see cref="Vocabulary.Kind"/>, with the same id.</summary>
public sealed class CareType : Entry
{
    public const int ShortNameLength = 40;
    public const int SummaryLength = 200;
    public const int GuideLength = 100_000;
    public const int OrderLimit = 1_000;

    /// <summary>A shorter name for cards and filters; null when the name is short enough.</summary>
    public string? ShortName { get; set; }

    /// <summary>Where it stands among the kinds.</summary>
    public int Order { get; set; }

    /// <summary>One sentence for cards.</summary>
    public string Summary { get; set; } = "";

    /// <summary>Other words that people use for it.</summary>
    public List<string> Words { get; set; } = [];

    public List<string> Sources { get; set; } = [];

    /// <summary>Markdown.</summary>
    public string Guide { get; set; } = "";
}
