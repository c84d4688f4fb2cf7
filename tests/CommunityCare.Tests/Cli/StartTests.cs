using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Cli;

/// <summary>However it is started, the whole site is there: the trap is an asset that answers 200 with nothing in it.</summary>
[Collection(Processes.Name)]
public sealed partial class StartTests(Published published) : IAsyncDisposable
{
    private readonly Around _around = new();
    private SiteProgram? _program;

    public static TheoryData<bool> Ways => [false, true];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_first_start_from_another_folder_serves_a_seeded_and_styled_site(bool isPublished)
    {
        var dll = isPublished ? await published.ProgramAsync() : SiteProgram.Built;
        var before = Snapshot(Path.GetDirectoryName(dll)!);

        _program = await SiteProgram.ServeAsync(dll, _around);

        using var home = await GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, home.StatusCode);
        var document = await home.DocumentAsync();
        var linked = document.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(e => e.GetAttribute("href"))
            .Concat(document.QuerySelectorAll("script[src]").Select(e => e.GetAttribute("src"))).ToList();
        Assert.Contains(linked, l => l!.StartsWith("/site.", StringComparison.Ordinal));
        Assert.True(linked.Count >= 3);
        foreach (var asset in linked)
        {
            using var answer = await GetAsync(asset!);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.NotEmpty(await answer.TextAsync());
            Assert.Equal("max-age=31536000, immutable", answer.Header("Cache-Control"));
        }

        await AssetsAreWholeAsync();
        Assert.Contains("<h1>988", await (await GetAsync("/organizations/988-lifeline")).TextAsync(), StringComparison.Ordinal);
        Assert.Contains("lang=\"es\"", await (await GetAsync("/es")).TextAsync(), StringComparison.Ordinal);
        using var ready = await GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_around.Data));
            Assert.Equal(0, await _program.TerminateAsync());
            Assert.Contains("shutting down", _program.Output, StringComparison.Ordinal);
        }

        // Everything that it wrote is in the data folder.
        Assert.Equal(before, Snapshot(Path.GetDirectoryName(dll)!));
        Assert.Empty(Directory.GetFileSystemEntries(_around.WorkingFolder));
        Assert.Empty(Directory.GetFileSystemEntries(_around.Home));
        Assert.DoesNotContain(Directory.GetFileSystemEntries(_around.Temp), f => !f.Contains("dotnet", StringComparison.Ordinal) && !f.Contains("clr-", StringComparison.Ordinal));
        Assert.Equal(["community-care.db", "keys", "logs", "prepare.lock"], Entries(_around.Data));
    }

    [Fact]
    public async Task The_address_can_be_an_environment_variable()
    {
        _around.With("ASPNETCORE_URLS", "http://127.0.0.1:0");
        await using var program = SiteProgram.Start(SiteProgram.Built, _around, "serve");

        Assert.NotEqual(5000, (await program.ListeningAsync()).Port);
        using var live = await program.Client.GetAsync("/health/live", TestContext.Current.CancellationToken);
        Assert.Equal("live", await live.TextAsync());
    }

    [Fact]
    public async Task The_verb_serve_takes_settings()
    {
        await using var program = SiteProgram.Start(SiteProgram.Built, _around, "serve", "--urls", "http://127.0.0.1:0", "--CommunityCare:ContactEmail=hello@example.org");

        await program.ListeningAsync();
        using var about = await program.Client.GetAsync("/about", TestContext.Current.CancellationToken);
        Assert.Contains("mailto:hello@example.org", await about.TextAsync(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_program is not null)
        {
            await _program.DisposeAsync();
        }

        _around.Dispose();
    }

    /// <summary>Each file under wwwroot, as a browser asks for it and as a simple client does.</summary>
    private async Task AssetsAreWholeAsync()
    {
        var root = Path.Combine(Repository.Root, "src", "CommunityCare", "wwwroot");
        var files = Directory.GetFiles(root, "*", SearchOption.AllDirectories);
        Assert.Contains(files, f => f.EndsWith("site.css", StringComparison.Ordinal));
        foreach (var file in files)
        {
            var path = "/" + Path.GetRelativePath(root, file).Replace('\\', '/');
            foreach (var encodings in new[] { "gzip, br", "gzip, deflate, br, zstd", "gzip", "identity", "" })
            {
                using var answer = await GetAsync(path, encodings);
                var encoding = answer.Content.Headers.ContentEncoding.SingleOrDefault() ?? "identity";
                Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
                Assert.Equal(TypeOf(path), answer.Content.Headers.ContentType?.MediaType);
                Assert.True(encoding == "identity" || encodings.Contains(encoding, StringComparison.Ordinal), $"{path}: {encoding} for {encodings}");
                Assert.Equal(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken), await DecodeAsync(answer, encoding));
            }
        }

        // A body can be called compressed and still be sent at its full length.
        foreach (var encoding in new[] { "gzip", "br" })
        {
            using var styles = await GetAsync("/site.css", encoding);
            Assert.Equal([encoding], styles.Content.Headers.ContentEncoding);
            var sent = (await styles.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length;
            Assert.InRange(sent, 1, new FileInfo(Path.Combine(root, "site.css")).Length / 2);
        }
    }

    private Task<HttpResponseMessage> GetAsync(string path, string encodings = "gzip, br")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", path.Contains('.', StringComparison.Ordinal) ? encodings : "identity");
        return _program!.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<byte[]> DecodeAsync(HttpResponseMessage answer, string encoding)
    {
        await using var body = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream decoded = encoding switch
        {
            "gzip" => new GZipStream(body, CompressionMode.Decompress),
            "br" => new BrotliStream(body, CompressionMode.Decompress),
            _ => body,
        };
        using var whole = new MemoryStream();
        await decoded.CopyToAsync(whole, TestContext.Current.CancellationToken);
        return whole.ToArray();
    }

    private static string TypeOf(string path) => Path.GetExtension(path) switch
    {
        ".css" => "text/css",
        ".js" => "text/javascript",
        ".svg" => "image/svg+xml",
        ".png" => "image/png",
        ".ico" => "image/x-icon",
        var other => throw new InvalidOperationException($"Which type is {other}?"),
    };

    private static string[] Snapshot(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order().Select(f => $"{f} {new FileInfo(f).Length} {File.GetLastWriteTimeUtc(f):O}")];

    // The write-ahead log goes away at the end, or stays; both are right.
    private static IEnumerable<string> Entries(string folder) =>
        Directory.GetFileSystemEntries(folder).Select(e => Path.GetFileName(e)).Where(e => !Sides().IsMatch(e)).Order(StringComparer.Ordinal);

    [GeneratedRegex("-(wal|shm)$")]
    private static partial Regex Sides();
}
