using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>Two entries become one, and no entry leads back to itself.</summary>
public sealed class MergingTests : IAsyncLifetime
{
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SaveAsync(Samples.Organization("kept"));
        await _catalogue.SaveAsync(Samples.Organization("away"));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task The_kept_entry_takes_parts_over_and_the_other_one_is_archived_and_leads_to_it()
    {
        var basedOn = await RevisionsAsync();
        Assert.True(await MergeAsync(basedOn));
        var stamp = await _catalogue.StampAsync();

        var (kept, away) = (await _catalogue.OrganizationAsync(Ids.Of("kept")), await _catalogue.OrganizationAsync(Ids.Of("away")));
        Assert.Equal(["kept service", "away service"], kept.Services.Select(s => s.Name));
        Assert.Equal((Publication.Archived, kept.Id, Ids.Of("away service")), (away.Publication, away.ReplacedBy, away.Services.Single().Id));
        Assert.Equal([Act.Merged, Act.Merged], await _catalogue.ReadAsync(db => db.Revisions.OrderByDescending(r => r.Number).Take(2).Select(r => r.Act).ToListAsync(Stop)));

        Assert.False(await MergeAsync(basedOn));
        Assert.Equal(stamp, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task If_one_of_the_two_changed_meanwhile_neither_is_saved()
    {
        var basedOn = await RevisionsAsync();
        await _catalogue.EditAsync(Ids.Of("kept"), o => o.Founded = 1999);

        await Assert.ThrowsAsync<EntryChangedException>(() => MergeAsync(basedOn));

        Assert.Equal(Publication.Published, (await _catalogue.OrganizationAsync(Ids.Of("away"))).Publication);
    }

    [Fact]
    public async Task An_entry_is_not_merged_with_itself_or_with_nothing()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => MergeAsync((0, 0), away: "kept"));
        await Assert.ThrowsAsync<ArgumentException>(() => MergeAsync((0, 0), away: "nobody"));
    }

    [Fact]
    public async Task No_entry_is_replaced_by_what_leads_back_to_it()
    {
        await _catalogue.EditAsync(Ids.Of("away"), o => (o.Publication, o.ReplacedBy) = (Publication.Archived, Ids.Of("kept")));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            _catalogue.EditAsync(Ids.Of("kept"), o => (o.Publication, o.ReplacedBy) = (Publication.Archived, Ids.Of("away"))));
    }

    private async Task<(long Kept, long Away)> RevisionsAsync() =>
        ((await _catalogue.OrganizationAsync(Ids.Of("kept"))).Revision, (await _catalogue.OrganizationAsync(Ids.Of("away"))).Revision);

    private Task<bool> MergeAsync((long Kept, long Away) basedOn, string away = "away") => _catalogue.WriteAsync(async write =>
    {
        var kept = (await write.FindOrganizationAsync(Ids.Of("kept"), Stop))!;
        if (kept.Services.Count == 1)
        {
            kept.Services.Add(Samples.Service("away service"));
        }
        else
        {
            // As the same form would send it once more.
            kept.Services[1] = Samples.Service("away service");
        }

        return await write.MergeAsync(kept, Ids.Of(away), "the same group", basedOn, Stop);
    });
}
