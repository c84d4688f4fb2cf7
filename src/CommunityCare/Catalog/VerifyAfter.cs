namespace CommunityCare.Catalog;

/// <summary>After how many days the facts of an entry are to be looked at again.</summary>
public sealed record VerifyAfter
{
    /// <summary>The longest, in days.</summary>
    public const int Limit = 3_650;

    /// <summary>For an entry with a crisis line.</summary>
    public int CrisisDays { get; set; } = 90;

    /// <summary>For all others.</summary>
    public int Days { get; set; } = 365;
}
