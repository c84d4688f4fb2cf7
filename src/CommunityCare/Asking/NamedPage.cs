namespace CommunityCare.Asking;

/// <summary>
/// A page on the web that a public entry names, as a source or as a website, with what it last answered. A query stands behind
/// it and no table: an address that an editor takes out is not here any more.
/// </summary>
public sealed class NamedPage
{
    /// <summary>An organization or a kind of care.</summary>
    public Guid EntryId { get; set; }

    public string Address { get; set; } = "";

    /// <summary>Null if nobody has asked it.</summary>
    public DateTime? AskedAt { get; set; }

    public Answer? Answer { get; set; }

    public int? Status { get; set; }

    public DateTime? FailingSince { get; set; }

    public bool IsBroken { get; set; }
}
