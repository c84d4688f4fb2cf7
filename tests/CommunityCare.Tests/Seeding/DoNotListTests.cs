using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>A group that asked to go is not brought in again by any file, until its mark is lifted.</summary>
public sealed class DoNotListTests : IAsyncLifetime
{
    private const string File = "organizations/group-01.md";
    private const string Copy = "organizations/copy.md";
    private static readonly Guid Id = Ids.Of("group-01");

    private readonly SeedFiles _files = new SeedFiles().Organizations();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
        await MarkAsync();
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Marking_archives_the_entry_and_a_start_without_changes_stays_quick()
    {
        Assert.Equal(Publication.Archived, (await SavedAsync()).Publication);
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files);

        Assert.Equal((_files.Open().Files.Count, 0), (report.Unchanged, report.Problems.Count));
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task Its_changed_file_is_left_out_and_the_others_go_on_as_before()
    {
        _files.Replace(File, "Name of group-01", "New name").Replace("organizations/group-02.md", "Name of group-02", "Another name");

        var report = await _catalogue.SeedAsync(_files);

        Assert.Equal([File], report.LeftOut);
        Assert.Equal(["organizations/group-02.md"], report.Updated);
        Assert.Contains($"asked not to be listed: {File}", report.Lines());
        Assert.Equal("Name of group-01", (await SavedAsync()).Name);

        // The second time nothing is read, and it is said all the same.
        var again = await _catalogue.SeedAsync(_files);
        Assert.Equal((_files.Open().Files.Count - 1, File), (again.Unchanged, Assert.Single(again.LeftOut)));
    }

    [Theory]
    [InlineData("name: Name of copy", "name: NAME of, Group 01")]
    [InlineData("name: Name of copy", "name: Copy\nalternate_names:\n  - The Name of Group-01")]
    [InlineData("website: https://copy.example.org", "website: http://www.Group-01.example.org/about")]
    public async Task A_copy_under_a_new_id_is_left_out(string old, string with)
    {
        var report = await _catalogue.SeedAsync(_files.Organization("copy").Replace(Copy, old, with));

        Assert.Equal([Copy, File], report.LeftOut);
        Assert.False(await IsThereAsync("copy"));
        Assert.Equal([Copy, File], (await _catalogue.SeedAsync(_files)).LeftOut.Order());

        // Nothing has to be archived when its file goes.
        Assert.Empty((await _catalogue.SeedAsync(_files.Delete(Copy))).Archived);
        Assert.Equal([File], (await _catalogue.SeedAsync(_files)).LeftOut);
    }

    [Theory]
    [InlineData("website: https://copy.example.org", "website: https://group-01.example.org\nwebsite_kind: host")]
    [InlineData("website: https://copy.example.org", "website: https://other.group-01.example.org")]
    [InlineData("name: Name of copy", "name: Name of group 011")]
    public async Task Who_is_only_a_little_like_it_is_brought_in(string old, string with)
    {
        var report = await _catalogue.SeedAsync(_files.Organization("copy").Replace(Copy, old, with));

        Assert.Equal([File], report.LeftOut);
        Assert.True(await IsThereAsync("copy"));
    }

    [Fact]
    public async Task A_host_that_others_share_says_nothing()
    {
        await _catalogue.EditAsync(Ids.Of("group-03"), o => o.Website = "https://group-02.example.org/three");
        await MarkAsync("group-02");

        var report = await _catalogue.SeedAsync(_files.Organization("copy").Replace(Copy, "copy.example.org", "group-02.example.org"));

        Assert.Equal([File, "organizations/group-02.md"], report.LeftOut);
    }

    [Fact]
    public async Task Once_the_mark_is_lifted_its_files_are_read_again()
    {
        await _catalogue.SeedAsync(_files.Replace(File, "Summary of group-01", "New summary").Organization("copy").Replace(Copy, "Name of copy", "Name of group 01"));

        await LiftAsync();
        var report = await _catalogue.SeedAsync(_files);

        Assert.Empty(report.LeftOut);
        Assert.Equal([Copy], report.Added);
        Assert.Equal([File], report.Updated);

        // What a person archived stays archived.
        Assert.Equal((Publication.Archived, "New summary."), ((await SavedAsync()).Publication, (await SavedAsync()).Summary));
    }

    [Fact]
    public async Task The_door_refuses_whoever_brings_it()
    {
        var copy = Samples.Organization("copy");
        copy.Name = "name of GROUP 01";

        await Assert.ThrowsAsync<DoNotListException>(() => _catalogue.SaveAsync(copy));
        await Assert.ThrowsAsync<DoNotListException>(() => _catalogue.EditAsync(Id, o => o.Publication = Publication.Draft));
        Assert.True(await _catalogue.EditAsync(Id, o => o.Name = "Only in the archive"));
    }

    [Fact]
    public async Task To_mark_twice_is_to_mark_once()
    {
        await MarkAsync();

        Assert.Equal(1, await _catalogue.ReadAsync(db => db.DoNotLists.CountAsync(Stop)));
    }

    private async Task MarkAsync(string slug = "group-01")
    {
        await using var db = _catalogue.Db();
        var editor = new CatalogEditor(db, _catalogue.Gate, _catalogue.Clock);
        await editor.WriteAsync("ana", async write =>
        {
            var entry = (await write.FindOrganizationAsync(Ids.Of(slug), Stop))!;
            await new DoNotListing(db, editor, _catalogue.Clock).MarkAsync(write, entry, "ana", "they called us", entry.Revision, Stop);
        }, Stop);
    }

    private async Task LiftAsync()
    {
        await using var db = _catalogue.Db();
        var listing = new DoNotListing(db, new CatalogEditor(db, _catalogue.Gate, _catalogue.Clock), _catalogue.Clock);
        Assert.True(await listing.LiftAsync(Assert.Single(await listing.AllAsync(Stop)).Mark.Key, "ana", "they came back", Stop));
    }

    private Task<bool> IsThereAsync(string slug) => _catalogue.ReadAsync(db => db.Organizations.AnyAsync(o => o.Slug == slug, Stop));

    private Task<Organization> SavedAsync() => _catalogue.OrganizationAsync(Id);
}
