using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>What the file of synonyms does to the catalogue.</summary>
public sealed class SynonymsTests : IAsyncLifetime
{
    private const string File = "synonyms.md";

    private readonly SeedFiles _files = new SeedFiles().Organizations().Write(File, "# Synonyms\n\n- Línea cálida = warm-line\n- shrink > counselor\n");
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        var report = await _catalogue.SeedAsync(_files);
        Assert.Empty(report.Problems);
        Assert.Contains(File, report.Added);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_words_are_kept_as_what_readers_type_is_compared() =>
        Assert.Equal(["linea calida>warm line", "shrink>counselor", "warm line>linea calida"], await RowsAsync());

    [Fact]
    public async Task Words_that_are_folded_into_one_lead_nowhere()
    {
        // The file's own comparison knows fewer marks than the folding.
        await _catalogue.WriteAsync(write => write.SaveSynonymsAsync(
            [new() { Word = "Hawai′i", Means = "Hawaii" }, new() { Word = "′", Means = "x" }, new() { Word = "CAFÉ", Means = "b" }, new() { Word = "cafe", Means = "B" }],
            new("text", []), stop: Stop));

        Assert.Equal(["cafe>b"], await RowsAsync());
    }

    [Fact]
    public async Task A_second_run_does_not_even_wait_for_other_writers()
    {
        using var gate = new WriteGate();
        using var held = await gate.EnterAsync(Stop);
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files.Open(), gate: gate);

        Assert.Equal("0 added, 0 updated, 0 renamed, 0 archived, 27 unchanged, 0 waiting, 0 problems", Assert.Single(report.Lines()));
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task A_change_raises_the_stamp_once_and_costs_the_organizations_nothing()
    {
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files.Replace(File, "shrink > counselor", "shrink > therapist, counselor"));

        Assert.Equal([File], report.Updated);
        Assert.Equal(26, report.Unchanged);
        Assert.Equal(stamp + 1, await _catalogue.StampAsync());
        Assert.Equal(["linea calida>warm line", "shrink>counselor", "shrink>therapist", "warm line>linea calida"], await RowsAsync());
    }

    [Fact]
    public async Task Its_history_keeps_the_whole_file()
    {
        await _catalogue.SeedAsync(_files.Replace(File, "- shrink > counselor\n", "## More\n\n-shrink>therapist\n"));

        var history = await HistoryAsync();

        Assert.Equal([Act.Added, Act.Edited], history.Select(r => r.Act));
        Assert.All(history, r => Assert.Equal(("synonyms", "synonyms", "seed"), (r.Kind, r.Slug, r.Who)));
        Assert.Equal("# Synonyms\n\n- Línea cálida = warm-line\n## More\n\n- shrink > therapist\n", history[^1].Text.English);
    }

    [Fact]
    public async Task Another_way_to_write_the_same_is_no_change()
    {
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files.Replace(File, "- shrink > counselor\n", "* shrink  >counselor   \n\n"));

        Assert.Equal(27, report.Unchanged);
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task A_changed_explanation_is_a_change_of_the_document_and_of_no_row()
    {
        var rows = await RowsAsync();

        var report = await _catalogue.SeedAsync(_files.Replace(File, "# Synonyms", "# Other words"));

        Assert.Equal([File], report.Updated);
        Assert.Equal(rows, await RowsAsync());
        Assert.StartsWith("# Other words\n", (await HistoryAsync())[^1].Text.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_line_is_told_at_every_run_and_the_good_ones_are_used()
    {
        _files.Replace(File, "- shrink > counselor\n", "- shrink\n- head doctor > counselor\n");
        for (var run = 0; run < 2; run++)
        {
            var report = await _catalogue.SeedAsync(_files);

            Assert.StartsWith("synonyms.md:4: has no sign", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
            Assert.Equal(["head doctor>counselor", "linea calida>warm line", "warm line>linea calida"], await RowsAsync());
        }

        Assert.Equal(2, (await HistoryAsync()).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("- nothing")]
    [InlineData("- shrink = m\uFFFDdre")]
    public async Task A_broken_file_takes_nothing_away(string broken)
    {
        var (rows, stamp) = (await RowsAsync(), await _catalogue.StampAsync());

        var report = await _catalogue.SeedAsync(_files.Write(File, broken));

        Assert.Equal(File, Assert.Single(report.Problems).File);
        Assert.Empty(report.Archived);
        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task Without_its_file_there_are_none_and_with_it_they_are_back()
    {
        var rows = await RowsAsync();
        var text = await System.IO.File.ReadAllTextAsync(Path.Combine(_files.Path, File), Stop);

        var gone = await _catalogue.SeedAsync(_files.Delete(File));

        Assert.Equal([File], gone.Archived);
        Assert.Empty(await RowsAsync());
        Assert.Equal((Act.Archived, "its file is gone"), ((await HistoryAsync())[^1].Act, (await HistoryAsync())[^1].Why));
        var stamp = await _catalogue.StampAsync();
        Assert.Empty((await _catalogue.SeedAsync(_files)).Archived);
        Assert.Equal(stamp, await _catalogue.StampAsync());

        var back = await _catalogue.SeedAsync(_files.Write(File, text));

        Assert.Equal([File], back.Updated);
        Assert.Equal(rows, await RowsAsync());
    }

    [Fact]
    public async Task When_many_files_are_missing_the_synonyms_stay_too()
    {
        for (var n = 1; n <= 5; n++)
        {
            _files.Delete($"organizations/group-{n:00}.md");
        }

        var report = await _catalogue.SeedAsync(_files.Delete(File));

        Assert.Contains(File, report.HeldBack, StringComparison.Ordinal);
        Assert.Equal(3, (await RowsAsync()).Count);
    }

    [Theory]
    [InlineData("synonyms.es.md")]
    [InlineData("Synonym.md")]
    public async Task A_file_that_looks_like_it_is_told(string name)
    {
        var report = await _catalogue.SeedAsync(_files.Write(name, "- a = b\n"));

        Assert.Equal($"{name}:1: warning: this file is not read (synonyms of all languages stand in synonyms.md)", Assert.Single(report.Problems).ToString());
    }

    [Fact]
    public async Task What_stops_the_run_undoes_the_synonyms_too()
    {
        await _catalogue.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER no_more BEFORE INSERT ON Synonyms BEGIN SELECT RAISE(ABORT, 'no'); END", Stop));
        var (rows, stamp) = (await RowsAsync(), await _catalogue.StampAsync());

        await Assert.ThrowsAsync<DbUpdateException>(() => _catalogue.SeedAsync(_files.Organization("newcomer").Write(File, "- other = words\n")));

        Assert.Equal(rows, await RowsAsync());
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    private Task<List<string>> RowsAsync() => _catalogue.ReadAsync(db =>
        db.Synonyms.OrderBy(s => s.Word).ThenBy(s => s.Means).Select(s => s.Word + ">" + s.Means).ToListAsync(Stop));

    private Task<List<Revision>> HistoryAsync() => _catalogue.ReadAsync(db =>
        db.Revisions.Where(r => r.EntryId == Synonym.ListId).OrderBy(r => r.Number).ToListAsync(Stop));
}
