using CommunityCare.Store;

namespace CommunityCare.Tests.Support;

/// <summary>What is around a started program: its working folder, its home, its data folder, its settings.</summary>
public sealed class Around : IDisposable
{
    private readonly TempFolder _folder = new();

    public Around()
    {
        foreach (var name in new[] { WorkingFolder, Home, Temp })
        {
            Directory.CreateDirectory(name);
        }

        Environment = new()
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["CommunityCare__DataFolder"] = Data,
            ["CommunityCare__Backups__Nightly"] = "false",
            ["HOME"] = Home,
            ["TMPDIR"] = Temp,
        };
    }

    public Dictionary<string, string> Environment { get; }

    public string WorkingFolder => _folder.At("elsewhere");

    public string Home => _folder.At("home");

    public string Temp => _folder.At("tmp");

    /// <summary>Not there until the program makes it.</summary>
    public string Data => _folder.At("data");

    public string Database => Path.Combine(Data, "community-care.db");

    /// <summary>With a data folder in which the curated files were seeded before: starting is quick.</summary>
    public static async Task<Around> SeededAsync()
    {
        var around = new Around();
        DataFolder.Open(around.Data);
        File.Copy(await Site.SeededDatabaseAsync(), around.Database);
        return around;
    }

    public Around With(string name, string value)
    {
        Environment[name] = value;
        return this;
    }

    public void Dispose() => _folder.Dispose();
}

/// <summary>Tests that start processes do so one after the other: a machine has few cores.</summary>
[CollectionDefinition(Name)]
public sealed class Processes
{
    public const string Name = "Processes";
}
