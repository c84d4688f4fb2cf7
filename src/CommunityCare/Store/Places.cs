namespace CommunityCare.Store;

/// <summary>Where the curated files and the data folder are, wherever the program is started from.</summary>
public sealed record Places(string? SeedData, string Data)
{
    private const string SeedDataName = "seed-data";
    private const string Solution = "CommunityCare.sln";

    public string WhyMissing => SeedData is null
        ? $"No folder {SeedDataName} was found beside the program or in its repository. Put it there, or name it with CommunityCare__SeedData."
        : $"The folder of curated files {SeedData} is missing. Put it there, or name another one with CommunityCare__SeedData.";

    /// <summary>Published, the files lie beside the program; run from source, in the repository.</summary>
    public static Places Find(string? namedSeedData, string? namedData)
    {
        var home = Home();
        var seedData = namedSeedData is { Length: > 0 } named ? Path.GetFullPath(named)
            : home is null ? null
            : Path.Combine(home, SeedDataName);
        var data = namedData is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(home ?? AppContext.BaseDirectory, "data");
        return new(seedData, data);
    }

    /// <exception cref="StartException">There is none.</exception>
    public string ExistingSeedData() => Directory.Exists(SeedData) ? SeedData : throw new StartException(WhyMissing);

    private static string? Home()
    {
        var program = new DirectoryInfo(AppContext.BaseDirectory);
        if (Directory.Exists(Path.Combine(program.FullName, SeedDataName)))
        {
            return program.FullName;
        }

        for (var folder = program.Parent; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Solution)))
            {
                return folder.FullName;
            }
        }

        return null;
    }
}
