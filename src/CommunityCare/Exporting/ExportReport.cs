using CommunityCare.Documents;

namespace CommunityCare.Exporting;

/// <summary>What an export did, for whoever runs it. Files are named as they stand below the folder.</summary>
public sealed class ExportReport
{
    /// <summary>As many lines of one kind as somebody reads; the folder itself tells the rest.</summary>
    private const int LinesShown = 40;

    /// <summary>Files that are new or say something else than before.</summary>
    public List<string> Written { get; } = [];

    public List<string> Removed { get; } = [];

    /// <summary>Files that belong to nothing in this catalogue.</summary>
    public List<string> LeftAlone { get; } = [];

    /// <summary>Fields for which somebody still has to choose, as <c>file: field</c>.</summary>
    public List<string> Waiting { get; } = [];

    public List<Problem> Problems { get; } = [];

    public int Unchanged { get; internal set; }

    public IEnumerable<string> Lines()
    {
        foreach (var (what, files) in new[]
        {
            ("written", Written), ("removed", Removed), ("left alone, not of this catalogue", LeftAlone),
            ("waits for a person; the site's words were written", Waiting),
        })
        {
            foreach (var file in files.Take(LinesShown))
            {
                yield return $"{what}: {file}";
            }

            if (files.Count > LinesShown)
            {
                yield return $"{what}: and {files.Count - LinesShown} more";
            }
        }

        yield return $"{Written.Count} written, {Unchanged} unchanged, {Removed.Count} removed, {LeftAlone.Count} left alone, {Problems.Count} problems";
    }
}
