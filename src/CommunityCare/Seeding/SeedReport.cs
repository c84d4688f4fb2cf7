using CommunityCare.Documents;

namespace CommunityCare.Seeding;

/// <summary>What a seeding did, for whoever runs it.</summary>
public sealed class SeedReport
{
    public List<string> Added { get; } = [];

    public List<string> Updated { get; } = [];

    public List<string> Renamed { get; } = [];

    public List<string> Archived { get; } = [];

    /// <summary>Fields that both a file and a person changed, as <c>file: field</c>.</summary>
    public List<string> Waiting { get; } = [];

    /// <summary>Files of groups that asked not to be listed.</summary>
    public List<string> LeftOut { get; } = [];

    public List<Problem> Problems { get; } = [];

    /// <summary>Why nothing was archived although files are gone; null when nothing was held back.</summary>
    public string? HeldBack { get; set; }

    public int Unchanged { get; set; }

    public bool HasErrors => Problems.Exists(p => p.Severity == Severity.Error);

    public IEnumerable<string> Lines()
    {
        foreach (var (what, files) in new[] { ("renamed", Renamed), ("archived", Archived), ("waits for a person", Waiting), ("asked not to be listed", LeftOut) })
        {
            foreach (var file in files)
            {
                yield return $"{what}: {file}";
            }
        }

        if (HeldBack is not null)
        {
            yield return HeldBack;
        }

        yield return $"{Added.Count} added, {Updated.Count} updated, {Renamed.Count} renamed, {Archived.Count} archived, "
            + $"{Unchanged} unchanged, {Waiting.Count} waiting, {Problems.Count} problems";
    }
}
