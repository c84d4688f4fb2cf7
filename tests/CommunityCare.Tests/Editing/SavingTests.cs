using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

public sealed class SavingTests : IAsyncLifetime
{
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _catalogue = await Catalogue.NewAsync();

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Every_save_writes_one_revision_and_an_unchanged_one_writes_none()
    {
        var id = Ids.Of("care");
        Assert.True(await _catalogue.SaveAsync(Samples.Organization("care")));
        Assert.True(await _catalogue.EditAsync(id, o => o.Name = "Care for all"));
        Assert.False(await _catalogue.EditAsync(id, _ => { }));
        Assert.False(await _catalogue.SaveAsync(await _catalogue.OrganizationAsync(id)));

        var revisions = await _catalogue.ReadAsync(db => db.Revisions.OrderBy(r => r.Number).ToListAsync(Stop));

        Assert.Equal([1, 2], revisions.Select(r => r.Number));
        Assert.Equal([Act.Added, Act.Edited], revisions.Select(r => r.Act));
        Assert.All(revisions, r => Assert.Equal(
            ("organizations", "care", id, "ana", _catalogue.Clock.Now.UtcDateTime), (r.Kind, r.Slug, r.EntryId, r.Who, r.When)));
        Assert.Contains("name: Care for all\n", revisions[1].Text.English, StringComparison.Ordinal);
        Assert.Equal(2, (await _catalogue.OrganizationAsync(id)).Revision);
    }

    [Fact]
    public async Task An_act_and_its_reason_are_kept()
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));
        await _catalogue.WriteAsync(async write =>
        {
            var organization = (await write.FindOrganizationAsync(Ids.Of("care")))!;
            organization.Publication = Publication.Archived;
            return await write.SaveAsync(organization, Act.Archived, "they asked us to");
        });

        var newest = await _catalogue.ReadAsync(db => db.Revisions.OrderByDescending(r => r.Number).FirstAsync(Stop));

        Assert.Equal((Act.Archived, "they asked us to"), (newest.Act, newest.Why));
    }

    [Fact]
    public async Task Several_saves_of_one_transaction_have_a_revision_each()
    {
        await _catalogue.WriteAsync(async write =>
        {
            await write.SaveAsync(Samples.Organization("first"));
            await write.SaveAsync(Samples.Organization("second"));
            var again = (await write.FindOrganizationAsync(Ids.Of("first")))!;
            again.Services.Insert(0, Samples.Service("new service"));
            await write.SaveAsync(again);
            return await write.SaveAsync((await write.FindOrganizationAsync(Ids.Of("first")))!);
        });

        var revisions = await _catalogue.ReadAsync(db => db.Revisions.OrderBy(r => r.Number).Select(r => new { r.Number, r.Slug }).ToListAsync(Stop));

        Assert.Equal([(1, "first"), (2, "second"), (3, "first")], revisions.Select(r => (r.Number, r.Slug)));
    }

    [Fact]
    public async Task A_revision_keeps_what_is_private_and_a_file_does_not()
    {
        var organization = Samples.Organization("care");
        organization.Phones = [new() { Id = Ids.Of("phone"), Number = "555-010-0123", Description = "Office", Private = true }];
        organization.Contacts = [new() { Id = Ids.Of("contact"), Name = "Sam Secret", Title = "Host", Private = true }];
        organization.Locations = [Samples.Location("Oakland", "CA")];
        organization.Locations[0].Visibility = LocationVisibility.Hidden;
        await _catalogue.SaveAsync(organization);

        var kept = await _catalogue.ReadAsync(db => db.Revisions.Select(r => r.Text).SingleAsync(Stop));
        var file = Formats.Organizations.Write(await _catalogue.OrganizationAsync(organization.Id), withPrivate: false);

        foreach (var secret in new[] { "555-010-0123", "Sam Secret", "12 Secret Street", "Oakland" })
        {
            Assert.Contains(secret, kept.English, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, file.English, StringComparison.Ordinal);
        }

        Assert.Contains("Office", file.English, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_of_nothing_but_a_translation_is_a_change()
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));

        Assert.True(await _catalogue.EditAsync(Ids.Of("care"), o => o.Translations.Add(new("es", "summary", "Resumen."))));

        var text = await _catalogue.ReadAsync(db => db.Revisions.OrderBy(r => r.Number).Select(r => r.Text).LastAsync(Stop));
        Assert.Equal("---\n---\nResumen.\n", text.Others["es"]);
        Assert.Equal("Resumen.", (await _catalogue.OrganizationAsync(Ids.Of("care"))).Translations.Single().Text);
    }

    [Fact]
    public async Task What_a_list_is_sorted_and_filtered_by_is_kept_beside_the_entry()
    {
        var organization = Samples.Organization("care");
        (organization.Name, organization.AsOf) = ("The Élan Collective", new PartialDate(2024, 5));
        await _catalogue.SaveAsync(organization);

        Assert.Equal(("elan collective", true, new DateOnly(2024, 5, 1)), await KeptAsync());

        await _catalogue.EditAsync(organization.Id, o =>
        {
            (o.Website, o.Name) = (null, "Zest");
            o.Verified = new() { On = new(2026, 1, 2), By = "Ana", How = VerifiedHow.Called };
        });

        Assert.Equal(("zest", false, new DateOnly(2026, 1, 2)), await KeptAsync());
    }

    private async Task<(string, bool, DateOnly?)> KeptAsync()
    {
        var kept = await _catalogue.ReadAsync(db => db.Organizations.Select(o => new
        {
            Name = EF.Property<string>(o, Columns.SortName),
            Reachable = EF.Property<bool>(o, Columns.Reachable),
            On = EF.Property<DateOnly?>(o, Columns.FreshOn),
        }).SingleAsync(Stop));
        return (kept.Name, kept.Reachable, kept.On);
    }
}
