using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;

namespace CommunityCare.Tests.Support;

/// <summary>
/// The program as its keeper starts it: a process of its own, in production, from some other folder, with a home and a
/// data folder of its own. It ends with the test.
/// </summary>
public sealed partial class SiteProgram : IAsyncDisposable
{
    /// <summary>Longer than anything takes on a busy machine; nothing waits for ever.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProgram(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, e) => Take(e.Data);
        _process.ErrorDataReceived += (_, e) => Take(e.Data);
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException("It ended: " + Output));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>The build that the tests belong to.</summary>
    public static string Built { get; } = Path.Combine(
        Repository.Root, "src", "CommunityCare", "bin", Configuration, Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar)), "CommunityCare.dll");

    public static string Configuration => typeof(SiteProgram).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    public static string Dotnet => Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    /// <summary>Both streams, line by line.</summary>
    public string Output => string.Join('\n', _lines);

    public HttpClient Client { get; private set; } = null!;

    public static SiteProgram Start(string dll, Around around, params string[] args)
    {
        var start = new ProcessStartInfo(Dotnet, [dll, .. args])
        {
            WorkingDirectory = around.WorkingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in around.Environment)
        {
            start.Environment[name] = value;
        }

        return new SiteProgram(start);
    }

    /// <summary>Starts it on a free port and waits until it listens.</summary>
    public static async Task<SiteProgram> ServeAsync(string dll, Around around)
    {
        var program = Start(dll, around, "--urls", "http://127.0.0.1:0");
        await program.ListeningAsync();
        return program;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<(int Code, string Output)> RunAsync(Around around, params string[] args)
    {
        await using var program = Start(Built, around, args);
        return (await program.EndAsync(), program.Output);
    }

    public async Task<Uri> ListeningAsync()
    {
        try
        {
            var address = await _listening.Task.WaitAsync(Patience, TestContext.Current.CancellationToken);
            Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
            return address;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Asks it to stop, as a service manager does.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        return await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static bool IsOurs(string name) =>
        name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("CommunityCare__", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("Serilog__", StringComparison.OrdinalIgnoreCase) || name is "DOTNET_ENVIRONMENT" or "URLS";

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
