using CommunityCare.Catalog;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>What the files do to the catalogue while nobody else writes to it.</summary>
public sealed class FilesTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        var report = await _catalogue.SeedAsync(_files);
        Assert.Empty(report.Problems);
        Assert.Equal(26, report.Added.Count);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_second_run_reads_nothing_and_changes_nothing()
    {
        var folder = _files.Open();
        Directory.Delete(_files.Path, recursive: true);
        Directory.CreateDirectory(_files.Path);
        var stamp = await _catalogue.StampAsync();

        // Even the writer's gate stays untouched: a start of the site does not wait for anybody.
        using var gate = new CommunityCare.Editing.WriteGate();
        using var held = await gate.EnterAsync(Stop);
        var report = await _catalogue.SeedAsync(folder, gate: gate);

        Assert.Equal("0 added, 0 updated, 0 renamed, 0 archived, 26 unchanged, 0 waiting, 0 problems", Assert.Single(report.Lines()));
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task A_new_file_adds_a_changed_one_updates_and_the_others_cost_nothing()
    {
        _files.Organization("newcomer").Replace("organizations/group-01.md", "Name of group-01", "First of all");
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files);

        Assert.Equal(["organizations/newcomer.md"], report.Added);
        Assert.Equal(["organizations/group-01.md"], report.Updated);
        Assert.Equal(25, report.Unchanged);
        Assert.Equal(stamp + 2, await _catalogue.StampAsync());
        Assert.Equal("First of all", (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Name);
        Assert.Equal(["group-01"], await _catalogue.FoundByAsync("\"first of all\""));
    }

    [Fact]
    public async Task A_renamed_file_keeps_its_id_and_leads_on_from_its_old_address()
    {
        _files.Rename("organizations/group-01.md", "organizations/circle.md");

        var report = await _catalogue.SeedAsync(_files);

        Assert.Equal(["group-01 is now organizations/circle.md"], report.Renamed);
        Assert.Empty(report.Archived);
        Assert.Equal("circle", (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Slug);
        var redirect = Assert.Single(await _catalogue.ReadAsync(db => db.Redirects.ToListAsync(Stop)));
        Assert.Equal(("organizations", "group-01", Ids.Of("group-01")), (redirect.Kind, redirect.OldSlug, redirect.EntryId));
    }

    [Fact]
    public async Task Files_can_swap_their_names()
    {
        _files.Rename("organizations/group-01.md", "organizations/x.md")
            .Rename("organizations/group-02.md", "organizations/group-01.md")
            .Rename("organizations/x.md", "organizations/group-02.md");

        var report = await _catalogue.SeedAsync(_files);

        Assert.Empty(report.Problems);
        Assert.Equal("group-02", (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Slug);
        Assert.Equal("group-01", (await _catalogue.OrganizationAsync(Ids.Of("group-02"))).Slug);
        Assert.Empty(await _catalogue.ReadAsync(db => db.Redirects.ToListAsync(Stop)));
    }

    [Fact]
    public async Task A_file_that_takes_the_name_of_a_removed_one_takes_its_address_too()
    {
        _files.Delete("organizations/group-01.md").Rename("organizations/group-02.md", "organizations/group-01.md");

        var report = await _catalogue.SeedAsync(_files);

        Assert.Empty(report.Problems);
        Assert.Equal(["organizations/group-01.md"], report.Archived);
        Assert.Equal(Publication.Archived, (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Publication);
        Assert.Equal("group-01", (await _catalogue.OrganizationAsync(Ids.Of("group-02"))).Slug);
    }

    [Fact]
    public async Task A_removed_file_archives_its_entry_and_a_returning_one_publishes_it_again()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(_files.Path, "organizations/group-01.md"), Stop);
        _files.Delete("organizations/group-01.md");

        var gone = await _catalogue.SeedAsync(_files);

        Assert.Equal(["organizations/group-01.md"], gone.Archived);
        Assert.Contains("archived: organizations/group-01.md", gone.Lines());
        Assert.Equal(Publication.Archived, (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Publication);
        Assert.Empty((await _catalogue.SeedAsync(_files)).Archived);

        _files.Write("organizations/group-01.md", text);
        var back = await _catalogue.SeedAsync(_files);

        Assert.Equal(["organizations/group-01.md"], back.Updated);
        Assert.Equal(Publication.Published, (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Publication);
        Assert.Equal(["group-01"], await _catalogue.FoundByAsync("\"group 01\""));
    }

    [Fact]
    public async Task A_part_can_move_from_one_file_to_another()
    {
        var service = $"  - id: {Ids.Of("group-02 service")}\n    name: Evening group\n";
        _files.Replace("organizations/group-02.md", Ids.Of("group-02 service").ToString(), Ids.Of("another service").ToString())
            .Replace("organizations/group-01.md", "services:\n", "services:\n" + service);

        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);

        Assert.Equal([Ids.Of("group-02 service"), Ids.Of("group-01 service")], (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Services.Select(s => s.Id));
        Assert.Equal([Ids.Of("another service")], (await _catalogue.OrganizationAsync(Ids.Of("group-02"))).Services.Select(s => s.Id));
    }

    [Fact]
    public async Task Translations_are_part_of_the_file()
    {
        _files.Write("organizations/group-01.es.md", "---\n---\nResumen en castellano.\n");
        await _catalogue.SeedAsync(_files);
        Assert.Equal("Resumen en castellano.", (await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Translations.Single().Text);

        _files.Delete("organizations/group-01.es.md");
        await _catalogue.SeedAsync(_files);
        Assert.Empty((await _catalogue.OrganizationAsync(Ids.Of("group-01"))).Translations);
    }

    [Fact]
    public async Task Whatever_stops_a_run_undoes_all_of_it()
    {
        _files.Organization("newcomer").Organization("other");
        await _catalogue.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE TRIGGER no_other BEFORE INSERT ON Organizations WHEN new.Slug = 'other' BEGIN SELECT RAISE(ABORT, 'no'); END", Stop));
        var stamp = await _catalogue.StampAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => _catalogue.SeedAsync(_files));

        Assert.Equal(stamp, await _catalogue.StampAsync());
        Assert.Equal(20, await _catalogue.ReadAsync(db => db.Organizations.CountAsync(Stop)));
        Assert.Equal(26, await _catalogue.ReadAsync(db => db.SeedRecords.CountAsync(Stop)));
    }

    [Fact]
    public async Task Two_that_seed_at_once_end_in_one_catalogue()
    {
        using var catalogue = await Catalogue.NewAsync();
        async Task<SeedReport> RunAsync()
        {
            using var gate = new CommunityCare.Editing.WriteGate();
            return await catalogue.SeedAsync(_files.Open(), gate: gate);
        }

        var reports = await Task.WhenAll(Task.Run(RunAsync, Stop), Task.Run(RunAsync, Stop));

        Assert.Equal([0, 26], reports.Select(r => r.Added.Count).Order());
        Assert.Equal(26, await catalogue.StampAsync());
        Assert.Equal(20, await catalogue.ReadAsync(db => db.Organizations.CountAsync(Stop)));
        await catalogue.CheckIndexAsync();
    }
}
