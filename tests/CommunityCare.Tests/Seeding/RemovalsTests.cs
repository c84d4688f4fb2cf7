using CommunityCare.Catalog;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>Only what a file once seeded can be archived by that file's absence, and never by a slip.</summary>
public sealed class RemovalsTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
        await _catalogue.SaveAsync(Samples.Organization("made-here"));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_made_on_the_site_needs_no_file()
    {
        _files.Delete("organizations/group-01.md");

        Assert.Equal(["organizations/group-01.md"], (await _catalogue.SeedAsync(_files)).Archived);

        Assert.Equal(["group-01"], await ArchivedAsync());
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_not_gone()
    {
        _files.Write("organizations/group-01.md", "---\nid: [\n---\n");

        var report = await _catalogue.SeedAsync(_files);

        Assert.StartsWith("organizations/group-01.md:", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Empty(await ArchivedAsync());
    }

    [Fact]
    public async Task A_file_that_was_renamed_and_broken_at_once_is_not_gone()
    {
        _files.Rename("organizations/group-01.md", "organizations/circle.md").Replace("organizations/circle.md", "status: active", "status: [active");

        var report = await _catalogue.SeedAsync(_files);

        Assert.Single(report.Problems);
        Assert.Null(report.HeldBack);
        Assert.Empty(await ArchivedAsync());
    }

    [Fact]
    public async Task A_renamed_file_that_lost_even_its_id_holds_all_removals_back()
    {
        _files.Delete("organizations/group-02.md").Delete("organizations/group-01.md").Write("organizations/circle.md", "no front matter");

        var report = await _catalogue.SeedAsync(_files, allowRemovals: true);

        Assert.Contains("organizations/circle.md", report.HeldBack, StringComparison.Ordinal);
        Assert.Contains(report.HeldBack, report.Lines());
        Assert.Empty(await ArchivedAsync());
    }

    [Fact]
    public async Task A_file_whose_id_was_changed_by_mistake_is_told_and_not_gone()
    {
        _files.Replace("organizations/group-01.md", $"id: {Ids.Of("group-01")}", $"id: {Guid.NewGuid()}")
            .Replace("organizations/group-01.md", Ids.Of("group-01 service").ToString(), Guid.NewGuid().ToString());

        var report = await _catalogue.SeedAsync(_files);

        Assert.Contains(Ids.Of("group-01").ToString(), Assert.Single(report.Problems).What, StringComparison.Ordinal);
        Assert.Empty(await ArchivedAsync());
        Assert.Equal(21, await _catalogue.ReadAsync(db => db.Organizations.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_missing_folder_changes_nothing()
    {
        Assert.Throws<DirectoryNotFoundException>(() => SeedFolder.Open(Path.Combine(_files.Path, "nowhere")));

        Directory.Delete(Path.Combine(_files.Path, "organizations"), recursive: true);
        Assert.NotNull((await _catalogue.SeedAsync(_files)).HeldBack);
        Assert.Empty(await ArchivedAsync());
    }

    [Fact]
    public async Task More_than_a_tenth_has_to_be_confirmed()
    {
        // 26 files were seeded: two may go, three may not.
        _files.Delete("organizations/group-01.md").Delete("organizations/group-02.md").Delete("organizations/group-03.md").Organization("newcomer");

        var held = await _catalogue.SeedAsync(_files);

        Assert.Contains("seed --allow-removals", held.HeldBack, StringComparison.Ordinal);
        Assert.Contains("(organizations/group-01.md, organizations/group-02.md, organizations/group-03.md)", held.HeldBack, StringComparison.Ordinal);
        Assert.Contains(held.HeldBack, held.Lines());
        Assert.Equal(["organizations/newcomer.md"], held.Added);
        Assert.Empty(await ArchivedAsync());

        var allowed = await _catalogue.SeedAsync(_files, allowRemovals: true);

        Assert.Null(allowed.HeldBack);
        Assert.Equal(3, allowed.Archived.Count);
        Assert.Equal(["group-01", "group-02", "group-03"], await ArchivedAsync());
        Assert.Empty(await _catalogue.FoundByAsync("\"group 01\""));
    }

    [Fact]
    public async Task A_tenth_may_go_without_a_word()
    {
        _files.Delete("organizations/group-01.md").Delete("organizations/group-02.md");

        Assert.Null((await _catalogue.SeedAsync(_files)).HeldBack);

        Assert.Equal(["group-01", "group-02"], await ArchivedAsync());
    }

    [Fact]
    public async Task A_kind_of_care_whose_file_is_gone_is_no_longer_offered_and_comes_back_with_it()
    {
        _files.Delete("care-types/mutual-aid.md");
        Assert.Equal(["care-types/mutual-aid.md"], (await _catalogue.SeedAsync(_files)).Archived);
        Assert.True((await KindAsync()).Retired);

        _files.CareType("mutual-aid", 2, "Mutual aid");
        await _catalogue.SeedAsync(_files);
        Assert.False((await KindAsync()).Retired);
    }

    private Task<Term> KindAsync() => _catalogue.ReadAsync(db => db.Terms.SingleAsync(t => t.Slug == "mutual-aid", Stop));

    private Task<List<string>> ArchivedAsync() => _catalogue.ReadAsync(db =>
        db.Organizations.Where(o => o.Publication == Publication.Archived).Select(o => o.Slug).Order().ToListAsync(Stop));
}
