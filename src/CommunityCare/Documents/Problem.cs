namespace CommunityCare.Documents;

/// <summary>Something wrong with a file, said so that whoever wrote it can mend it.</summary>
/// <param name="File">The path below <c>seed-data</c>.</param>
/// <param name="Line">Counted from 1.</param>
public sealed record Problem(string File, int Line, string What, Severity Severity = Severity.Error)
{
    /// <summary>The same for forms; null where only files can have it.</summary>
    internal Fault? Fault { get; init; }

    public override string ToString() =>
        $"{File}:{Line}: {(Severity == Severity.Warning ? "warning: " : "")}{What}";
}

public enum Severity
{
    /// <summary>To be mended; a file that cannot be read is not used until then.</summary>
    Error,

    /// <summary>The file is used.</summary>
    Warning,
}
