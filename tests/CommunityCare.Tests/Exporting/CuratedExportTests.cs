using CommunityCare.Exporting;
using CommunityCare.Store;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Exporting;

/// <summary>The directory that we really ship goes in and comes out as it was.</summary>
public sealed class CuratedExportTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private CareDb _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        File.Copy(await Site.SeededDatabaseAsync(), _folder.At("care.db"));
        _db = DatabaseFile.Open(_folder.At("care.db"));
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        DatabaseFile.Remove(_folder.At("care.db"));
        _folder.Dispose();
    }

    [Fact]
    public async Task An_unedited_catalogue_gives_the_curated_files_back_byte_for_byte()
    {
        var report = await new MarkdownExport(_db).RunAsync(_folder.At("out"), Stop);

        Assert.Empty(report.Problems);
        var curated = Names(Repository.SeedData);
        Assert.Equal(curated, Names(_folder.At("out")));
        Assert.True(curated.Count > 700);
        Assert.All(curated, name => Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.SeedData, name)), File.ReadAllBytes(Path.Combine(_folder.At("out"), name))));
        Assert.Equal(curated.Count, report.Written.Count);
    }

    [Fact]
    public async Task Over_the_curated_files_it_writes_nothing_and_touches_nothing_else()
    {
        var copy = _folder.At("seed-data");
        foreach (var file in Directory.GetFiles(Repository.SeedData, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(Repository.SeedData, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
            File.SetLastWriteTimeUtc(target, DateTime.UnixEpoch);
        }

        var report = await new MarkdownExport(_db).RunAsync(copy, Stop);

        Assert.Equal((0, 0, 0, 0), (report.Written.Count, report.Removed.Count, report.LeftAlone.Count, report.Problems.Count));
        Assert.All(Directory.GetFiles(copy, "*", SearchOption.AllDirectories), file => Assert.Equal(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(file)));
        Assert.True(File.Exists(Path.Combine(copy, "README.md")));
    }

    private static List<string> Names(string folder) =>
    [
        .. Directory.GetFiles(folder, "*.md", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(folder, f).Replace('\\', '/'))
            .Where(n => n != "README.md").Order(StringComparer.Ordinal),
    ];
}
