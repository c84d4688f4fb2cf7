using CommunityCare.Catalog;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>What can be found follows what is written, in the same transaction.</summary>
public sealed class SearchDocumentsTests : IAsyncLifetime
{
    private readonly SeedFiles _files = new();
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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
    public async Task The_index_follows_every_edit()
    {
        var organization = Samples.Organization("care", Samples.Link("cost", "free"));
        organization.Locations = [Samples.Location("Oakland", "CA")];
        await _catalogue.SaveAsync(organization);
        foreach (var word in new[] { "name", "summary", "service", "oakland" })
        {
            Assert.Equal(["care"], await _catalogue.FoundByAsync(word));
        }

        await _catalogue.EditAsync(organization.Id, o =>
        {
            (o.Name, o.Summary) = ("Hawaiʻi Circle", "Women who weave.");
            o.AlternateNames.Add("Wahine");
            o.Services[0].Description = "Weaving on Mondays";
            o.Translations.Add(new("es", "summary", "Mujeres que tejen."));
            o.Terms.Clear();
        });
        foreach (var word in new[] { "hawaii", "weave", "wahine", "mondays", "tejen" })
        {
            Assert.Equal(["care"], await _catalogue.FoundByAsync(word));
        }

        Assert.Empty(await _catalogue.FoundByAsync("summary"));
        await _catalogue.EditAsync(organization.Id, o => o.Translations.Clear());
        Assert.Empty(await _catalogue.FoundByAsync("tejen"));
        await _catalogue.CheckIndexAsync();
    }

    [Theory]
    [InlineData(Publication.Draft)]
    [InlineData(Publication.Archived)]
    public async Task What_is_not_public_cannot_be_found(Publication publication)
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));
        await _catalogue.EditAsync(Ids.Of("care"), o => o.Publication = publication);
        Assert.Empty(await DocumentsAsync());
        Assert.Empty(await _catalogue.FoundByAsync("care"));

        var never = Samples.Organization("never");
        never.Publication = publication;
        await _catalogue.SaveAsync(never);
        Assert.Empty(await DocumentsAsync());

        // Words that change are no way in either.
        await SeedAsync("vocabulary/cost.md", "name: Free", "name: At no price");
        Assert.Empty(await DocumentsAsync());

        await _catalogue.EditAsync(Ids.Of("care"), o => o.Publication = Publication.Published);
        Assert.Equal(["care"], await _catalogue.FoundByAsync("care"));
        await _catalogue.CheckIndexAsync();
    }

    [Fact]
    public async Task Private_contacts_and_hidden_places_cannot_be_found()
    {
        var organization = Samples.Organization("care");
        organization.Phones = [new() { Id = Ids.Of("p"), Number = "555-010-0123", Keyword = "HELPME", Description = "Desk", Private = true }];
        organization.Contacts = [new() { Id = Ids.Of("c"), Name = "Sam Hush", Email = "sam@hush.example.org", Private = true }];
        organization.Locations = [Samples.Location("Hiddenville", "CA"), Samples.Location("Areatown", "NY")];
        organization.Locations[0].Visibility = LocationVisibility.Hidden;
        organization.Locations[1].Visibility = LocationVisibility.Area;
        foreach (var location in organization.Locations)
        {
            (location.Name, location.Description) = ("The safehouse", "Behind the bakery");
            location.Translations = [new("es", "description", "Detrás de la panadería")];
        }

        await _catalogue.SaveAsync(organization);
        await SeedAsync("care-types/peer-support.md", "name: Peer support", "name: Peers");

        var all = string.Concat(await DocumentsAsync());
        Assert.Contains("areatown", all, StringComparison.Ordinal);
        foreach (var secret in new[] { "0123", "HELPME", "Hush", "Hiddenville", "California", "Secret", "safehouse", "bakery", "panader", "94601" })
        {
            Assert.DoesNotContain(secret, all, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task SeedAsync(string file, string old, string with) =>
        Assert.Empty((await _catalogue.SeedAsync(_files.Replace(file, old, with))).Problems);

    private Task<List<string>> DocumentsAsync() => _catalogue.ReadAsync(db => db.SearchDocuments
        .Select(d => d.Name + d.OtherNames + d.Terms + d.Services + d.Summary).ToListAsync(Stop));
}
