using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>A change that was made from an older version is not saved over a newer one.</summary>
public sealed class GuardTests : IAsyncLifetime
{
    private static readonly Guid Id = Ids.Of("care");

    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SaveAsync(Samples.Organization("care"));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_was_made_from_the_newest_revision_is_saved()
    {
        Assert.True(await SaveAsync("First", (await RevisionAsync())));

        Assert.Equal("First", (await _catalogue.OrganizationAsync(Id)).Name);
    }

    [Fact]
    public async Task What_was_made_from_an_older_one_is_refused_and_nothing_of_it_is_kept()
    {
        var seen = await RevisionAsync();
        await SaveAsync("Theirs", seen);
        var stamp = await _catalogue.StampAsync();

        var refused = await Assert.ThrowsAsync<EntryChangedException>(() => _catalogue.WriteAsync(async write =>
        {
            await write.SaveAsync(Samples.Organization("another"), stop: Stop);
            return await SaveAsync(write, "Mine", seen);
        }));

        Assert.Equal(seen, refused.BasedOn);
        Assert.Equal(stamp, await _catalogue.StampAsync());
        Assert.Equal(["Theirs"], await _catalogue.ReadAsync(db => db.Organizations.Select(o => o.Name).ToListAsync(Stop)));
    }

    [Fact]
    public async Task What_was_sent_already_is_no_mistake()
    {
        var seen = await RevisionAsync();

        Assert.True(await SaveAsync("Mine", seen));
        Assert.False(await SaveAsync("Mine", seen));
    }

    [Fact]
    public async Task Kinds_of_care_and_vocabularies_are_guarded_too() => await Assert.ThrowsAsync<EntryChangedException>(() => _catalogue.WriteAsync(async write =>
    {
        await write.SaveAsync(Kind("Before"), stop: Stop);
        return await write.SaveAsync(Kind("After"), basedOn: 0, stop: Stop);
    }));

    [Fact]
    public async Task What_should_be_new_does_not_overwrite_what_is_there() =>
        await Assert.ThrowsAsync<EntryChangedException>(() => SaveAsync("Mine", 0));

    private static CareType Kind(string name) => new() { Id = Ids.Of("kind"), Slug = "kind", Name = name, Summary = "Sentence.", Order = 1 };

    private async Task<long> RevisionAsync() => (await _catalogue.OrganizationAsync(Id)).Revision;

    private Task<bool> SaveAsync(string name, long basedOn) => _catalogue.WriteAsync(write => SaveAsync(write, name, basedOn));

    private static async Task<bool> SaveAsync(CatalogWrite write, string name, long basedOn)
    {
        var organization = (await write.FindOrganizationAsync(Id, Stop))!;
        organization.Name = name;
        return await write.SaveAsync(organization, basedOn: basedOn, stop: Stop);
    }
}
