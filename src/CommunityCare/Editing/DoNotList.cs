namespace CommunityCare.Editing;

/// <summary>
/// A group asked to go. While this stands, neither the curated files nor an import nor an editor brings it into the
/// catalogue again.
/// </summary>
public sealed class DoNotList
{
    public const int HostLength = 253;

    public long Key { get; set; }

    public Guid EntryId { get; set; }

    /// <summary>By which it would come again, folded.</summary>
    public List<string> Names { get; set; } = [];

    /// <summary>Of its own website, if no other organization has its pages there.</summary>
    public string? WebsiteHost { get; set; }

    public DateTime Since { get; set; }

    public string Who { get; set; } = "";

    public string Why { get; set; } = "";

    /// <summary>Null while it stands. A mark that was lifted is kept, as a revision is.</summary>
    public DateTime? Lifted { get; set; }

    public string? LiftedBy { get; set; }

    public string? LiftedWhy { get; set; }
}

/// <summary>The organization is on the do-not-list. Nothing of the transaction is kept.</summary>
public sealed class DoNotListException(DoNotList mark) : Exception(FormattableString.Invariant($"The group asked on {mark.Since:yyyy-MM-dd} not to be listed."))
{
    public DoNotList Mark { get; } = mark;
}
