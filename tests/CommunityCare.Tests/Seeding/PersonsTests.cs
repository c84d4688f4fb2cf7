using CommunityCare.Catalog;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>What a person did on the site is never overwritten by a file.</summary>
public sealed class PersonsTests : IAsyncLifetime
{
    private const string File = "organizations/group-01.md";

    private readonly SeedFiles _files = new SeedFiles().Organizations(12);
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Guid Id => Ids.Of("group-01");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SeedAsync(_files);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Fields_that_only_one_side_changed_are_taken_from_that_side()
    {
        await _catalogue.EditAsync(Id, o =>
        {
            (o.Name, o.Services[0].Name) = ("A person's name", "A person's service");
            o.Phones.Add(Samples.Phone("555-010-0101"));
        });
        _files.Replace(File, "Summary of group-01.", "The file's summary.").Replace(File, "People sit together.", "The file's description.")
            .Replace(File, "status: active", "status: unknown\nemail: file@example.org");

        var report = await _catalogue.SeedAsync(_files);

        var merged = await SavedAsync();
        Assert.Equal(("A person's name", "The file's summary.", "file@example.org", OrganizationStatus.Unknown), (merged.Name, merged.Summary, merged.Email, merged.Status));
        Assert.Equal(("A person's service", "The file's description."), (merged.Services[0].Name, merged.Services[0].Description));
        Assert.Equal("555-010-0101", Assert.Single(merged.Phones).Number);
        Assert.Equal([File], report.Updated);
        Assert.Empty(await WaitingAsync());

        // And once more: the person's fields are still the person's.
        _files.Replace(File, "The file's summary.", "Another summary.");
        await _catalogue.SeedAsync(_files);
        Assert.Equal(("A person's name", "Another summary."), ((await SavedAsync()).Name, (await SavedAsync()).Summary));
    }

    [Fact]
    public async Task Fields_that_both_changed_wait_for_a_person_until_both_agree()
    {
        await _catalogue.EditAsync(Id, o => o.Name = "Mine");
        _files.Replace(File, "Name of group-01", "Theirs").Replace(File, "Summary of group-01.", "The file's summary.");

        var report = await _catalogue.SeedAsync(_files);

        Assert.Equal([$"{File}: name"], report.Waiting);
        Assert.Equal(("Mine", "The file's summary."), ((await SavedAsync()).Name, (await SavedAsync()).Summary));
        var waiting = Assert.Single(await WaitingAsync());
        Assert.Equal((Id, "name", "Name of group-01", "Mine", "Theirs"), (waiting.EntryId, waiting.Path, waiting.Base, waiting.Mine, waiting.Theirs));
        Assert.Equal(_catalogue.Clock.Now.UtcDateTime, waiting.Since);

        // It goes on waiting whatever else happens.
        _files.Replace(File, "The file's summary.", "Another summary.");
        Assert.Empty((await _catalogue.SeedAsync(_files)).Waiting);
        Assert.Single(await WaitingAsync());
        Assert.Equal("Mine", (await SavedAsync()).Name);

        _files.Replace(File, "Theirs", "Mine");
        await _catalogue.SeedAsync(_files);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task A_person_who_takes_the_files_words_ends_the_waiting()
    {
        await _catalogue.EditAsync(Id, o => o.Name = "Mine");
        _files.Replace(File, "Name of group-01", "Theirs");
        await _catalogue.SeedAsync(_files);

        await _catalogue.EditAsync(Id, o => o.Name = "Theirs");
        var stamp = await _catalogue.StampAsync();
        await _catalogue.SeedAsync(_files);

        Assert.Empty(await WaitingAsync());
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task A_field_that_one_side_removed_and_the_other_changed_waits_too()
    {
        await _catalogue.EditAsync(Id, o => o.Website = null);
        _files.Replace(File, "https://group-01.example.org", "https://new.example.org");
        await _catalogue.SeedAsync(_files);

        var waiting = Assert.Single(await WaitingAsync());
        Assert.Equal(("website", null, "https://new.example.org"), (waiting.Path, waiting.Mine, waiting.Theirs));
        Assert.Null((await SavedAsync()).Website);

        _files.Replace(File, "website: https://new.example.org\n", "");
        await _catalogue.SeedAsync(_files);
        Assert.Empty(await WaitingAsync());
    }

    [Fact]
    public async Task What_a_person_archived_stays_archived()
    {
        var text = await System.IO.File.ReadAllTextAsync(Path.Combine(_files.Path, File), Stop);
        await _catalogue.EditAsync(Id, o => o.Publication = Publication.Archived);

        await _catalogue.SeedAsync(_files.Replace(File, "Name of group-01", "New name"));
        Assert.Equal((Publication.Archived, "New name"), ((await SavedAsync()).Publication, (await SavedAsync()).Name));

        // Even if the file goes and comes back.
        Assert.Empty((await _catalogue.SeedAsync(_files.Delete(File))).Archived);
        await _catalogue.SeedAsync(_files.Write(File, text));
        Assert.Equal(Publication.Archived, (await SavedAsync()).Publication);
    }

    [Fact]
    public async Task What_a_person_changed_survives_that_the_file_goes_and_comes_back()
    {
        var text = await System.IO.File.ReadAllTextAsync(Path.Combine(_files.Path, File), Stop);
        await _catalogue.EditAsync(Id, o => o.Name = "Mine");

        Assert.Equal([File], (await _catalogue.SeedAsync(_files.Delete(File))).Archived);
        Assert.Equal((Publication.Archived, "Mine"), ((await SavedAsync()).Publication, (await SavedAsync()).Name));

        await _catalogue.SeedAsync(_files.Write(File, text));
        Assert.Equal((Publication.Published, "Mine"), ((await SavedAsync()).Publication, (await SavedAsync()).Name));
    }

    [Fact]
    public async Task An_address_that_a_person_gave_stays()
    {
        await _catalogue.EditAsync(Id, o => o.Slug = "chosen");

        await _catalogue.SeedAsync(_files.Replace(File, "Name of group-01", "New name"));
        Assert.Equal(("chosen", "New name"), ((await SavedAsync()).Slug, (await SavedAsync()).Name));

        // Nor can a new file take it.
        var report = await _catalogue.SeedAsync(_files.Organization("chosen"));
        Assert.Contains("the address `chosen` belongs to another entry", Assert.Single(report.Problems).ToString(), StringComparison.Ordinal);
        Assert.Equal("chosen", (await SavedAsync()).Slug);
    }

    [Fact]
    public async Task An_entry_that_was_made_on_the_site_joins_the_file_with_its_id()
    {
        var made = Samples.Organization("made-here");
        made.Email = "mine@example.org";
        await _catalogue.SaveAsync(made);

        var report = await _catalogue.SeedAsync(_files.Organization("from-file")
            .Replace("organizations/from-file.md", $"id: {Ids.Of("from-file")}", $"id: {made.Id}"));

        var merged = await _catalogue.OrganizationAsync(made.Id);
        Assert.Empty(report.Problems);
        Assert.Equal(("made-here", "mine@example.org", "Name of made-here"), (merged.Slug, merged.Email, merged.Name));
        Assert.Contains("organizations/from-file.md: name", report.Waiting);
        Assert.Equal(2, merged.Services.Count);
    }

    [Fact]
    public async Task Kinds_of_care_and_words_are_a_persons_too()
    {
        await _catalogue.WriteAsync(async write =>
        {
            var kind = (await write.FindCareTypeAsync(Ids.Of("mutual-aid")))!;
            var cost = (await write.FindVocabularyAsync(Ids.Of("cost")))!;
            (kind.Name, cost.Terms[0].Name) = ("Neighbors", "Nothing to pay");
            return await write.SaveAsync(kind) && await write.SaveAsync(cost);
        });

        var report = await _catalogue.SeedAsync(_files.Replace("care-types/mutual-aid.md", "What mutual-aid is.", "New summary.")
            .Replace("vocabulary/cost.md", "low fee", "small fee").Replace("vocabulary/cost.md", "name: Free", "name: Gratis"));

        var (kind, terms) = await _catalogue.ReadAsync(async db => (
            await db.CareTypes.SingleAsync(c => c.Slug == "mutual-aid", Stop),
            await db.Terms.ToDictionaryAsync(t => t.Slug, Stop)));
        Assert.Equal(("Neighbors", "New summary."), (kind.Name, kind.Summary));
        Assert.Equal(("Neighbors", "New summary."), (terms["mutual-aid"].Name, terms["mutual-aid"].Meaning));
        Assert.Equal(("Nothing to pay", "small fee"), (terms["free"].Name, terms["sliding-scale"].Words.Single()));
        Assert.Equal([$"vocabulary/cost.md: terms/{Ids.Of("cost free")}/name"], report.Waiting);
        Assert.Equal(12, (await _catalogue.FoundByAsync("\"nothing to pay\"")).Count);
    }

    private Task<Organization> SavedAsync() => _catalogue.OrganizationAsync(Id);

    private Task<List<IncomingChange>> WaitingAsync() => _catalogue.ReadAsync(db => db.IncomingChanges.ToListAsync(Stop));
}
