namespace CommunityCare.Catalog;

/// <summary>A list of words to filter by. Its slug is the filter's name in addresses.</summary>
public sealed class Vocabulary : Entry
{
    public const string Kind = "kind";
    public const string Community = "community";
    public const string Place = "place";
    public const string How = "how";
    public const string Language = "language";
    public const string Cost = "cost";

    /// <summary>Its terms follow from the status of an organization; their slugs are the names of <see cref="OrganizationStatus"/>.</summary>
    public const string Status = "status";

    /// <summary>The id of <see cref="Kind"/>, which has no file: its terms are the kinds of care.</summary>
    public static readonly Guid KindId = new("f1b0a3f5-52a1-4d8e-9a0c-2a1f6d0c5e11");

    /// <summary>Where it stands among the filters.</summary>
    public int Order { get; set; }

    /// <summary>What the vocabulary is for.</summary>
    public string Meaning { get; set; } = "";

    public List<Term> Terms { get; set; } = [];
}

/// <summary>One word to filter by.</summary>
public sealed class Term
{
    public const int MeaningLength = 300;

    /// <summary>The place of those who serve the whole country.</summary>
    public const string Everywhere = "everywhere";

    /// <summary>A way to take part: a line to talk before it is a crisis.</summary>
    public const string WarmLine = "warm-line";

    /// <summary>The value of a filter for what an entry does not say. No term may use it as a slug.</summary>
    public const string NotStated = "not-stated";

    public Guid Id { get; set; }

    public string Slug { get; set; } = "";

    public string Name { get; set; } = "";

    public string? Meaning { get; set; }

    /// <summary>Other words that people use for the same thing.</summary>
    public List<string> Words { get; set; } = [];

    /// <summary>No longer offered; entries that use it keep it.</summary>
    public bool Retired { get; set; }

    public int Order { get; set; }

    public List<Translation> Translations { get; set; } = [];

    public Vocabulary Vocabulary { get; set; } = null!;
}

/// <summary>That a term holds for an organization, or for one service of it.</summary>
public sealed class TermLink
{
    public Term Term { get; set; } = null!;

    /// <summary>Null when it holds for the whole organization, and so for each of its services.</summary>
    public Service? Service { get; set; }

    /// <summary>The entry does not say it: it follows from a public location's state.</summary>
    public bool Derived { get; set; }
}
