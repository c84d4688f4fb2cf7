using CommunityCare.Exporting;
using CommunityCare.Store;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Exporting;

/// <summary>Whatever else lies in the folder, nobody's work is lost.</summary>
public sealed class FolderTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations(3);
    private readonly TempFolder _folder = new();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Out => _folder.At("out");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Files_of_entries_that_this_catalogue_does_not_know_are_left_alone()
    {
        _files.Organization("theirs").Write("organizations/theirs.es.md", "---\nname: Suyo\n---\n").Write("organizations/notes.txt", "mine").Write("NOTES.md", "mine");

        var report = await ExportAsync(_files.Path);

        Assert.Equal(["organizations/theirs.md"], report.LeftAlone);
        Assert.Equal((0, 0), (report.Written.Count, report.Removed.Count));
        Assert.All(["organizations/theirs.md", "organizations/theirs.es.md", "organizations/notes.txt", "NOTES.md"], name => Assert.True(File.Exists(Path.Combine(_files.Path, name))));
    }

    [Fact]
    public async Task Another_entrys_file_of_the_same_name_is_told_and_not_replaced()
    {
        await _catalogue.SaveAsync(Samples.Organization("made-here"));
        var theirs = _files.Organization("made-here").Replace("organizations/made-here.md", Ids.Of("made-here").ToString(), Guid.NewGuid().ToString());
        var text = await File.ReadAllTextAsync(Path.Combine(theirs.Path, "organizations/made-here.md"), Stop);

        var report = await ExportAsync(_files.Path);

        Assert.StartsWith("organizations/made-here.md:1: is there already", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(_files.Path, "organizations/made-here.md"), Stop));
    }

    [Fact]
    public async Task A_language_in_which_an_entry_says_nothing_any_more_has_no_file()
    {
        await _catalogue.EditAsync(Ids.Of("group-01"), o => o.Translations.Add(new("es", "name", "Grupo")));
        await ExportAsync(Out);
        await _catalogue.EditAsync(Ids.Of("group-01"), o => o.Translations.Clear());

        var report = await ExportAsync(Out);

        Assert.Equal(["organizations/group-01.es.md"], report.Removed);
        Assert.False(File.Exists(Path.Combine(Out, "organizations/group-01.es.md")));
        Assert.True(File.Exists(Path.Combine(Out, "organizations/group-01.md")));
    }

    [Fact]
    public async Task A_file_is_no_folder()
    {
        await File.WriteAllTextAsync(Out, "thesis", Stop);

        var told = await Assert.ThrowsAsync<StartException>(() => ExportAsync(Out));

        Assert.Contains("is a file", told.Message, StringComparison.Ordinal);
        Assert.Equal("thesis", await File.ReadAllTextAsync(Out, Stop));
    }

    [Fact]
    public async Task A_folder_of_other_things_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(Out);
        await File.WriteAllTextAsync(Path.Combine(Out, "thesis.md"), "thesis", Stop);

        var told = await Assert.ThrowsAsync<StartException>(() => ExportAsync(Out));

        Assert.Contains("holds other things", told.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(Out));
    }

    [Fact]
    public async Task An_empty_repository_is_an_empty_folder()
    {
        Directory.CreateDirectory(Path.Combine(Out, ".git"));

        Assert.Equal(9, (await ExportAsync(Out)).Written.Count);
        Assert.Empty(Directory.GetFiles(Out, ".*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_told_in_one_line()
    {
        await File.WriteAllTextAsync(Out, "in the way", Stop);

        var told = await Assert.ThrowsAsync<StartException>(() => ExportAsync(Path.Combine(Out, "below")));

        Assert.Contains("cannot be written", told.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', told.Message);
    }

    [Fact]
    public async Task What_could_not_be_read_back_as_it_is_is_told()
    {
        await _catalogue.EditAsync(Ids.Of("group-01"), o => o.Summary = "Ends with spaces.  \nAnother line.");
        await _catalogue.EditAsync(Ids.Of("group-02"), o =>
        {
            o.Terms.RemoveAll(t => t.Service is not null);
            o.Services.Clear();
        });

        var report = await ExportAsync(Out);

        Assert.Collection(
            report.Problems.Select(p => p.ToString()),
            first => Assert.StartsWith("organizations/group-01.md:1: would be read back otherwise", first, StringComparison.Ordinal),
            second => Assert.Matches(@"^organizations/group-02\.md:\d+: services is missing", second));
    }

    private async Task<ExportReport> ExportAsync(string path)
    {
        await using var db = _catalogue.Db();
        return await new MarkdownExport(db).RunAsync(path, Stop);
    }
}
