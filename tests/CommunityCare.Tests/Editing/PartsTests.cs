using CommunityCare.Catalog;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>Parts of an entry keep their rows, so that whatever names them goes on meaning the same.</summary>
public sealed class PartsTests : IAsyncLifetime
{
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Guid Id => Ids.Of("care");

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        using var files = new SeedFiles();
        await _catalogue.SeedAsync(files);
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Parts_that_are_changed_and_moved_keep_their_rows()
    {
        var organization = Samples.Organization("care");
        organization.Services = [Samples.Service("a"), Samples.Service("b"), Samples.Service("c")];
        organization.Phones = [Samples.Phone("555-010-0101"), Samples.Phone("555-010-0102")];
        organization.Contacts = [Contact("Ana"), Contact("Bea")];
        organization.Locations = [Samples.Location("Oakland", "CA"), Samples.Location("Albany", "NY")];
        await _catalogue.SaveAsync(organization);
        var before = await RowsAsync();

        await _catalogue.EditAsync(Id, o =>
        {
            o.Services = [o.Services[2], Samples.Service("d"), o.Services[0]];
            o.Services[0].Name = "C";
            o.Phones.Reverse();
            o.Phones.Add(Samples.Phone("555-010-0103"));
            o.Contacts.RemoveAt(0);
            o.Contacts[0].Title = "Host";
            o.Locations.RemoveAt(1);
            o.Locations[0].City = "Berkeley";
        });

        var (after, saved) = (await RowsAsync(), await _catalogue.OrganizationAsync(Id));
        Assert.Equal(["C", "d", "a"], saved.Services.Select(s => s.Name));
        Assert.Equal(["555-010-0102", "555-010-0101", "555-010-0103"], saved.Phones.Select(p => p.Number));
        Assert.Equal("Host", Assert.Single(saved.Contacts).Title);
        Assert.Equal("Berkeley", Assert.Single(saved.Locations).City);
        Assert.Equal(8, after.Count);
        Assert.Equal(6, after.Count(row => before.TryGetValue(row.Key, out var key) && key == row.Value));
    }

    [Fact]
    public async Task The_schedules_of_a_service_come_and_go_in_their_order()
    {
        var organization = Samples.Organization("care");
        organization.Services[0].Schedules = [On("MO"), On("TU"), On("WE")];
        await _catalogue.SaveAsync(organization);
        Assert.Equal(["MO", "TU", "WE"], await DaysAsync());

        await _catalogue.EditAsync(Id, o => o.Services[0].Schedules = [On("WE"), On("MO"), On("SA"), On("SU")]);
        Assert.Equal(["WE", "MO", "SA", "SU"], await DaysAsync());
        Assert.Equal(4, await _catalogue.ReadAsync(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM Schedules").SingleAsync(Stop)));

        await _catalogue.EditAsync(Id, o => o.Services[0].Schedules = []);
        Assert.Empty(await DaysAsync());
    }

    [Fact]
    public async Task A_term_may_hold_for_the_whole_organization_or_for_one_service()
    {
        var organization = Samples.Organization("care", Samples.Link("cost", "free"), Samples.Link("kind", "peer-support"));
        organization.Terms.Add(Samples.Link("language", "spanish", organization.Services[0]));
        await _catalogue.SaveAsync(organization);
        Assert.Equal(["- free", "- peer-support", "care service spanish"], await TermsAsync());
        var free = await LinkKeyAsync("free");

        await _catalogue.EditAsync(Id, o =>
        {
            o.Terms.RemoveAll(l => l.Term.Slug == "peer-support");
            o.Terms.Add(Samples.Link("cost", "free", o.Services[0]));
            o.Terms.Add(Samples.Link("kind", "mutual-aid"));
        });

        Assert.Equal(["- free", "- mutual-aid", "care service free", "care service spanish"], await TermsAsync());
        Assert.Equal(free, await LinkKeyAsync("free"));
    }

    [Fact]
    public async Task A_service_takes_its_terms_with_it_and_a_new_one_brings_its_own()
    {
        var organization = Samples.Organization("care");
        organization.Terms.Add(Samples.Link("language", "spanish", organization.Services[0]));
        await _catalogue.SaveAsync(organization);

        await _catalogue.EditAsync(Id, o =>
        {
            o.Services = [Samples.Service("other")];
            o.Terms = [Samples.Link("language", "english", o.Services[0])];
        });

        Assert.Equal(["other english"], await TermsAsync());
        Assert.Equal(1, await _catalogue.ReadAsync(db => db.Services.CountAsync(Stop)));
    }

    [Fact]
    public async Task A_term_that_no_vocabulary_has_cannot_be_saved()
    {
        await Assert.ThrowsAsync<KeyNotFoundException>(() => _catalogue.SaveAsync(Samples.Organization("care", Samples.Link("cost", "dear"))));

        Assert.Empty(await _catalogue.ReadAsync(db => db.Organizations.ToListAsync(Stop)));
    }

    private static Contact Contact(string name) => new() { Id = Ids.Of(name), Name = name };

    private static Schedule On(string day) => new() { ByDay = day, OpensAt = new(9, 0), ClosesAt = new(17, 0), TimeZone = "America/New_York" };

    private async Task<List<string?>> DaysAsync() => [.. (await _catalogue.OrganizationAsync(Id)).Services[0].Schedules.Select(s => s.ByDay)];

    private async Task<List<string>> TermsAsync() =>
        [.. (await _catalogue.OrganizationAsync(Id)).Terms.Select(l => $"{l.Service?.Name ?? "-"} {l.Term.Slug}").Order(StringComparer.Ordinal)];

    private Task<long> LinkKeyAsync(string slug) => _catalogue.ReadAsync(db =>
        db.TermLinks.Where(l => l.Term.Slug == slug && l.Service == null).Select(l => EF.Property<long>(l, Columns.Key)).SingleAsync(Stop));

    private async Task<Dictionary<Guid, long>> RowsAsync() => await _catalogue.ReadAsync(async db =>
    {
        var rows = new Dictionary<Guid, long>();
        await AddAsync<Service>(s => s.Id);
        await AddAsync<Phone>(p => p.Id);
        await AddAsync<Contact>(c => c.Id);
        await AddAsync<Location>(l => l.Id);
        return rows;

        async Task AddAsync<T>(Func<T, Guid> id)
            where T : class
        {
            foreach (var part in await db.Set<T>().ToListAsync(Stop))
            {
                rows.Add(id(part), db.Entry(part).Property<long>(Columns.Key).CurrentValue);
            }
        }
    });
}
