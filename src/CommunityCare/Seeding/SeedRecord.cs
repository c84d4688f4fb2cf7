using CommunityCare.Documents;

namespace CommunityCare.Seeding;

/// <summary>What a file last brought in: how the next reading knows what changed, and what a person changed since.</summary>
public sealed class SeedRecord
{
    public Guid EntryId { get; set; }

    /// <summary>The path below <c>seed-data</c>.</summary>
    public string Path { get; set; } = "";

    /// <summary>The address that the file asks for.</summary>
    public string Slug => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Of the file, the files beside it in other languages, and what its reading depends on.</summary>
    public string Hash { get; set; } = "";

    /// <summary>What the file said: the common ground of a three-way comparison.</summary>
    public EntryText Text { get; set; } = new("", []);

    /// <summary>The file went away, and the entry was archived for it.</summary>
    public bool Gone { get; set; }

    /// <summary>The group asked not to be listed: the entry whose mark keeps the file out. Null for a file that is used.</summary>
    public Guid? LeftOutFor { get; set; }
}

/// <summary>A field that both a file and a person changed: it waits for a person to choose.</summary>
public sealed class IncomingChange
{
    public long Key { get; set; }

    public Guid EntryId { get; set; }

    /// <summary>As in <c>services/{id}/name</c>.</summary>
    public string Path { get; set; } = "";

    public string? Base { get; set; }

    public string? Mine { get; set; }

    public string? Theirs { get; set; }

    public DateTime Since { get; set; }
}
