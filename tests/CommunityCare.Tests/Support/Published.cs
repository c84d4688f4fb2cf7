using System.Diagnostics;
using CommunityCare.Tests.Support;

[assembly: AssemblyFixture(typeof(Published))]

namespace CommunityCare.Tests.Support;

/// <summary>The program as it is handed out: published once in a run, when the first test asks for it.</summary>
public sealed class Published : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Lazy<Task<string>> _program;

    public Published() => _program = new(PublishAsync);

    public Task<string> ProgramAsync() => _program.Value;

    public void Dispose() => _folder.Dispose();

    private async Task<string> PublishAsync()
    {
        var start = new ProcessStartInfo(SiteProgram.Dotnet,
        [
            "publish", Path.Combine(Repository.Root, "src", "CommunityCare"), "--configuration", SiteProgram.Configuration, "--no-build",
            "--output", _folder.Path, "--nologo", "-nodeReuse:false",
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true };

        // A test runner's own MSBuild must not be this one's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var publish = Process.Start(start)!;
        try
        {
            var output = publish.StandardOutput.ReadToEndAsync();
            var errors = publish.StandardError.ReadToEndAsync();
            await publish.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(4));
            Assert.True(publish.ExitCode == 0, await output + await errors);
        }
        finally
        {
            publish.Kill();
        }

        return Path.Combine(_folder.Path, "CommunityCare.dll");
    }
}
