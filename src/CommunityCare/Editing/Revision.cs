namespace CommunityCare.Editing;

/// <summary>One change of one entry: who made it, when, what and why, with the whole text that it left.</summary>
public sealed class Revision
{
    public const int WhoLength = 200;
    public const int WhyLength = 500;

    /// <summary>The kind and the slug of what happened to the catalogue as a whole, as when a backup was restored.</summary>
    public const string WholeCatalogue = "catalogue";

    /// <summary>The id under which that is kept.</summary>
    public static readonly Guid WholeCatalogueId = new("5d0b4f0e-8a43-4f7f-9c3e-2b8f1d6c7a90");

    /// <summary>The kind and the slug of a change of settings. They are no entry; what they are now stands in the audit.</summary>
    public const string Settings = "settings";

    /// <summary>The id under which that is kept.</summary>
    public static readonly Guid SettingsId = new("0c7f1c4e-6b1d-4b52-9d0e-6a3f2e8b4c17");

    /// <summary>Rises by one with every change; the newest is the catalogue's stamp.</summary>
    public long Number { get; set; }

    public Guid EntryId { get; set; }

    /// <summary>The folder that the entry belongs to, as in <c>organizations</c>.</summary>
    public string Kind { get; set; } = "";

    public string Slug { get; set; } = "";

    public DateTime When { get; set; }

    /// <summary>An account's name, or the name of what wrote it, as in <c>seed</c>.</summary>
    public string Who { get; set; } = "";

    public Act Act { get; set; }

    public string? Why { get; set; }

    /// <summary>The canonical text, with what is private.</summary>
    public Documents.EntryText Text { get; set; } = new("", []);
}

/// <summary>What was done, in the verbs people use.</summary>
public enum Act
{
    Added,
    Edited,
    Archived,
    Renamed,
    Published,
    Unpublished,
    Verified,

    /// <summary>An archived entry came back, or the text of an older revision.</summary>
    Restored,

    /// <summary>Two entries became one.</summary>
    Merged,

    /// <summary>A notice was put up, extended or taken down.</summary>
    Noted,
}

/// <summary>An address that leads on, because the entry has a new one.</summary>
public sealed class Redirect
{
    public string Kind { get; set; } = "";

    public string OldSlug { get; set; } = "";

    public Guid EntryId { get; set; }
}
