using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Exporting;
using CommunityCare.Seeding;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Exporting;

/// <summary>What people did on the site goes to the files, and seeding them changes nothing.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new SeedFiles().Organizations(12);
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Guid Id => Ids.Of("group-01");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_edit_is_one_line_in_one_file()
    {
        var before = await ReadAsync("organizations/group-01.md");
        await ExportAsync();
        Assert.Equal(before, await ReadAsync("organizations/group-01.md"));

        await _catalogue.EditAsync(Id, o => o.Email = "new@example.org");
        var report = await ExportAsync();

        Assert.Equal(["organizations/group-01.md"], report.Written);
        var after = await ReadAsync("organizations/group-01.md");
        Assert.Equal(["email: new@example.org"], after.Split('\n').Except(before.Split('\n')));
        Assert.Equal(before.Split('\n').Length + 1, after.Split('\n').Length);
        await SeedingChangesNothingAsync();
    }

    [Fact]
    public async Task A_new_address_is_a_new_name_and_the_old_file_goes()
    {
        await _catalogue.EditAsync(Id, o =>
        {
            o.Slug = "circle";
            o.Translations.Add(new("es", "summary", "Resumen."));
        });

        var report = await ExportAsync();

        Assert.Equal(["organizations/group-01.md"], report.Removed);
        Assert.Equal(["organizations/circle.es.md", "organizations/circle.md"], report.Written.Order(StringComparer.Ordinal));
        await SeedingChangesNothingAsync();
        Assert.Equal("circle", (await _catalogue.OrganizationAsync(Id)).Slug);
    }

    [Fact]
    public async Task An_entry_that_gave_its_address_up_has_a_file_of_its_own()
    {
        await _catalogue.EditAsync(Id, o => o.Publication = Publication.Archived);
        var newcomer = Samples.Organization("newcomer");
        newcomer.Slug = "group-01";
        await _catalogue.SaveAsync(newcomer);

        var report = await ExportAsync();

        Assert.Empty(report.Problems);
        Assert.Equal(newcomer.Id.ToString(), IdIn(await ReadAsync("organizations/group-01.md")));
        var moved = Assert.Single(report.Written, n => n != "organizations/group-01.md");
        Assert.Equal(Id.ToString(), IdIn(await ReadAsync(moved)));
        Assert.Contains("publication: archived\n", await ReadAsync(moved), StringComparison.Ordinal);
        await SeedingChangesNothingAsync();
    }

    [Fact]
    public async Task A_long_address_that_was_given_up_is_still_a_name_for_a_file()
    {
        // Cut where a hyphen stands.
        var slug = new string('a', Entry.SlugLength - 10) + "-bbbbbbbbb";
        var old = Samples.Organization("old");
        (old.Slug, old.Publication) = (slug, Publication.Archived);
        await _catalogue.SaveAsync(old);
        var newcomer = Samples.Organization("newcomer");
        newcomer.Slug = slug;
        await _catalogue.SaveAsync(newcomer);

        Assert.Empty((await ExportAsync()).Problems);

        await SeedingChangesNothingAsync();
    }

    [Fact]
    public async Task Drafts_archived_entries_retired_words_and_synonyms_go_with_what_they_are()
    {
        await _catalogue.EditAsync(Ids.Of("group-02"), o => o.Publication = Publication.Draft);
        await _catalogue.EditAsync(Ids.Of("group-03"), o => o.Publication = Publication.Archived);
        await _catalogue.WriteAsync(async write =>
        {
            var cost = (await write.FindVocabularyAsync(Ids.Of("cost"), Stop))!;
            cost.Terms.RemoveAll(t => t.Slug == "sliding-scale");
            await write.SaveAsync(cost, stop: Stop);
            var kind = (await write.FindCareTypeAsync(Ids.Of("mutual-aid"), Stop))!;
            kind.Publication = Publication.Archived;
            await write.SaveAsync(kind, stop: Stop);
            return await write.SaveSynonymsAsync([new() { Word = "chw", Means = "promotora" }], new("- CHW > promotora\n", []), stop: Stop);
        });

        Assert.Empty((await ExportAsync()).Problems);

        Assert.Contains("publication: draft\n", await ReadAsync("organizations/group-02.md"), StringComparison.Ordinal);
        Assert.Contains("publication: archived\n", await ReadAsync("organizations/group-03.md"), StringComparison.Ordinal);
        Assert.Contains("publication: archived\n", await ReadAsync("care-types/mutual-aid.md"), StringComparison.Ordinal);
        Assert.Contains("    retired: true\n", await ReadAsync("vocabulary/cost.md"), StringComparison.Ordinal);
        Assert.Equal("- CHW > promotora\n", await ReadAsync("synonyms.md"));
        await SeedingChangesNothingAsync();
    }

    [Fact]
    public async Task What_is_hidden_stays_in_the_database_and_is_in_no_file()
    {
        await _catalogue.EditAsync(Id, o =>
        {
            o.Phones.Add(new() { Id = Ids.Of("phone"), Number = "555-010-0123", Keyword = "HUSH", Description = "Office", Private = true });
            o.Contacts.Add(new() { Id = Ids.Of("contact"), Name = "Sam Quiet", Email = "sam@quiet.example.org", Title = "Host", Private = true });
            var hidden = Samples.Location("Oakland", "CA");
            hidden.Visibility = LocationVisibility.Hidden;
            hidden.Translations.Add(new("es", "description", "La casa secreta"));
            hidden.Description = "The secret house";
            var area = Samples.Location("Albany", "NY");
            (area.Visibility, area.Address1) = (LocationVisibility.Area, "34 Quiet Road");
            o.Locations.AddRange([hidden, area]);
        });

        Assert.Empty((await ExportAsync()).Problems);

        var all = string.Concat(Directory.GetFiles(_files.Path, "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        Assert.All(
            ["010-0123", "HUSH", "Sam Quiet", "sam@quiet", "Secret", "secret", "secreta", "Oakland", "94601", "Quiet Road"],
            value => Assert.DoesNotContain(value, all, StringComparison.Ordinal));
        Assert.Contains("visibility: hidden", all, StringComparison.Ordinal);
        Assert.Contains("Albany", all, StringComparison.Ordinal);
        Assert.Equal(2, all.Split("private: true").Length - 1);
        await SeedingChangesNothingAsync();
        var kept = await _catalogue.OrganizationAsync(Id);
        Assert.Equal(("555-010-0123", "Sam Quiet", "12 Secret Street", "34 Quiet Road"), (kept.Phones[0].Number, kept.Contacts[0].Name, kept.Locations[0].Address1, kept.Locations[1].Address1));
        Assert.Equal("La casa secreta", kept.Locations[0].Translations.Single().Text);
    }

    [Fact]
    public async Task A_new_database_seeded_from_it_says_the_same()
    {
        await _catalogue.EditAsync(Id, o => (o.Slug, o.Name, o.Publication) = ("circle", "A \"quoted\": name #1", Publication.Draft));
        await _catalogue.SaveAsync(Samples.Organization("made-here", Samples.Link("cost", "free")));
        await ExportAsync();

        using var other = await Catalogue.NewAsync();
        Assert.Empty((await other.SeedAsync(_files)).Problems);

        Assert.Equal(await TextsAsync(_catalogue), await TextsAsync(other));
    }

    [Fact]
    public async Task A_choice_that_still_waits_is_told()
    {
        await _catalogue.EditAsync(Id, o => o.Name = "Mine");
        await _catalogue.SeedAsync(_files.Replace("organizations/group-01.md", "Name of group-01", "Theirs"));

        var report = await ExportAsync();

        Assert.Equal(["organizations/group-01.md: name"], report.Waiting);
        Assert.Contains("name: Mine\n", await ReadAsync("organizations/group-01.md"), StringComparison.Ordinal);
    }

    private async Task<ExportReport> ExportAsync()
    {
        await using var db = _catalogue.Db();
        return await new MarkdownExport(db).RunAsync(_files.Path, Stop);
    }

    private async Task SeedingChangesNothingAsync()
    {
        var stamp = await _catalogue.StampAsync();

        var report = await _catalogue.SeedAsync(_files);

        Assert.Empty(report.Problems);
        Assert.Null(report.HeldBack);
        Assert.Equal((0, 0, 0, 0, 0), (report.Added.Count, report.Updated.Count, report.Renamed.Count, report.Archived.Count, report.Waiting.Count));
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    private static async Task<List<EntryText>> TextsAsync(Catalogue catalogue) => await catalogue.ReadAsync(async db =>
        (await db.WholeOrganizations().AsNoTrackingWithIdentityResolution().OrderBy(o => o.Slug).ToListAsync(Stop))
            .ConvertAll(o => Formats.Organizations.Write(o, withPrivate: true)));

    private Task<string> ReadAsync(string name) => File.ReadAllTextAsync(Path.Combine(_files.Path, name), Stop);

    private static string IdIn(string text) => new SeedFile("organizations", "any", new(text, [])).Id.ToString()!;
}
