using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Seeding;

/// <summary>What must stay hidden is kept in the database alone, and no file can take it away.</summary>
public sealed class PrivateValuesTests : IAsyncLifetime
{
    private const string File = "organizations/care.md";

    private readonly SeedFiles _files = new();
    private Catalogue _catalogue = null!;

    private static Guid Id => Ids.Of("care");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        _files.Organization("care", $"""
            phones:
              - id: {Ids.Of("phone")}
                type: voice
                description: Office
                private: true
            contacts:
              - id: {Ids.Of("contact")}
                title: Host
                private: true
            locations:
              - id: {Ids.Of("hidden")}
                visibility: hidden
              - id: {Ids.Of("open")}
                address_1: 1 Open Road
                city: Albany
                state_province: NY
            """);
        Assert.Empty((await _catalogue.SeedAsync(_files)).Problems);
        await _catalogue.EditAsync(Id, o =>
        {
            (o.Phones[0].Number, o.Phones[0].Keyword) = ("555-010-0123", "HUSH");
            (o.Contacts[0].Name, o.Contacts[0].Email) = ("Sam", "sam@example.org");
            (o.Locations[0].Address1, o.Locations[0].City, o.Locations[0].StateProvince) = ("12 Secret Street", "Oakland", "CA");
        });
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        _files.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task They_survive_a_changed_file()
    {
        await _catalogue.SeedAsync(_files.Replace(File, "Name of care", "New name").Replace(File, "description: Office", "description: Desk"));

        var saved = await AssertKeptAsync();
        Assert.Equal(("New name", "Desk"), (saved.Name, saved.Phones[0].Description));
    }

    [Fact]
    public async Task They_survive_a_merge()
    {
        await _catalogue.EditAsync(Id, o => o.Name = "Mine");
        await _catalogue.SeedAsync(_files.Replace(File, "Summary of care", "New summary").Replace(File, "title: Host", "title: Chair"));

        var saved = await AssertKeptAsync();
        Assert.Equal(("Mine", "New summary.", "Chair"), (saved.Name, saved.Summary, saved.Contacts[0].Title));
    }

    [Fact]
    public async Task They_survive_that_the_file_goes_and_comes_back()
    {
        var text = await System.IO.File.ReadAllTextAsync(Path.Combine(_files.Path, File), TestContext.Current.CancellationToken);
        await _catalogue.SeedAsync(_files.Delete(File), allowRemovals: true);
        await AssertKeptAsync();

        await _catalogue.SeedAsync(_files.Write(File, text));
        Assert.Equal(Publication.Published, (await AssertKeptAsync()).Publication);
    }

    [Fact]
    public async Task A_place_that_a_person_hid_stays_hidden_whatever_the_file_learns_of_it()
    {
        await _catalogue.EditAsync(Id, o => o.Locations[1].Visibility = LocationVisibility.Hidden);

        var report = await _catalogue.SeedAsync(_files.Replace(File, "city: Albany", "city: Albany\n    description: Blue door")
            .Replace(File, "1 Open Road", "2 Open Road").Replace(File, "Name of care", "New name"));

        var saved = await AssertKeptAsync();
        Assert.Empty(report.Problems);
        Assert.Equal("New name", saved.Name);
        Assert.Equal((LocationVisibility.Hidden, "1 Open Road", null), (saved.Locations[1].Visibility, saved.Locations[1].Address1, saved.Locations[1].Description));
        Assert.Empty(await _catalogue.FoundByAsync("albany OR oakland OR york OR california"));
    }

    [Fact]
    public async Task A_file_that_makes_a_contact_private_leaves_its_value_in_the_database()
    {
        _files.Organization("another", $"""
            phones:
              - id: {Ids.Of("open phone")}
                number: 555-010-0199
                type: voice
            """);
        await _catalogue.SeedAsync(_files);

        Assert.Empty((await _catalogue.SeedAsync(_files.Replace("organizations/another.md", "number: 555-010-0199", "private: true"))).Problems);

        var phone = (await _catalogue.OrganizationAsync(Ids.Of("another"))).Phones.Single();
        Assert.Equal((true, "555-010-0199"), (phone.Private, phone.Number));
    }

    private async Task<Organization> AssertKeptAsync()
    {
        var saved = await _catalogue.OrganizationAsync(Id);
        Assert.Equal((true, "555-010-0123", "HUSH"), (saved.Phones[0].Private, saved.Phones[0].Number, saved.Phones[0].Keyword));
        Assert.Equal((true, "Sam", "sam@example.org"), (saved.Contacts[0].Private, saved.Contacts[0].Name, saved.Contacts[0].Email));
        Assert.Equal((LocationVisibility.Hidden, "12 Secret Street", "Oakland"), (saved.Locations[0].Visibility, saved.Locations[0].Address1, saved.Locations[0].City));
        return saved;
    }
}
