using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

/// <summary>All of a piece of work happens or none, and one piece at a time.</summary>
public sealed class DoorTests : IAsyncLifetime
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
    public async Task Work_that_fails_leaves_nothing_behind()
    {
        await _catalogue.SaveAsync(Samples.Organization("before"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => _catalogue.WriteAsync<bool>(async write =>
        {
            await write.SaveAsync(Samples.Organization("half"));
            var before = (await write.FindOrganizationAsync(Ids.Of("before")))!;
            before.Name = "Changed";
            await write.SaveAsync(before);
            throw new InvalidOperationException("enough");
        }));

        var left = await _catalogue.ReadAsync(db => db.Organizations.SingleAsync(Stop));
        Assert.Equal("Name of before", left.Name);
        Assert.Equal(1, await _catalogue.StampAsync());
        Assert.Equal(["before"], await _catalogue.FoundByAsync("before OR half OR changed"));
    }

    [Fact]
    public async Task A_save_that_the_database_refused_does_not_blind_the_scope_to_later_changes()
    {
        await using var db = _catalogue.Db();
        var editor = new CatalogEditor(db, _catalogue.Gate, _catalogue.Clock);
        await editor.WriteAsync("ana", write => write.SaveAsync(With(Samples.Service("shared")), stop: Stop), Stop);
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            editor.WriteAsync("ana", write => write.SaveAsync(With(Samples.Service("shared"), "other"), stop: Stop), Stop));

        Assert.True(db.ChangeTracker.AutoDetectChangesEnabled);

        static Organization With(Service service, string slug = "first")
        {
            var organization = Samples.Organization(slug);
            organization.Services = [service];
            return organization;
        }
    }

    [Fact]
    public async Task The_next_writer_is_let_in_after_a_failure_and_a_scope_starts_anew()
    {
        await using var db = _catalogue.Db();
        var editor = new CatalogEditor(db, _catalogue.Gate, _catalogue.Clock);
        await Assert.ThrowsAsync<InvalidOperationException>(() => editor.WriteAsync("ana", async write =>
        {
            await write.SaveAsync(Samples.Organization("half"), stop: Stop);
            throw new InvalidOperationException("enough");
        }, Stop));

        Assert.Empty(db.ChangeTracker.Entries());
        Assert.True(await editor.WriteAsync("ana", write => write.SaveAsync(Samples.Organization("whole"), stop: Stop), Stop));
        Assert.True(await _catalogue.SaveAsync(Samples.Organization("another")));
        Assert.Equal(2, await _catalogue.StampAsync());
    }

    [Fact]
    public async Task Writers_that_come_at_once_are_all_heard()
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));

        // Each adds to what it finds: whoever reads before his turn would lose what others wrote.
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(
            () => _catalogue.EditAsync(Ids.Of("care"), o => o.AlternateNames.Add($"Name {i}")), Stop)));

        var names = (await _catalogue.OrganizationAsync(Ids.Of("care"))).AlternateNames;
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Name {i}").Order(), names.Order());
        Assert.Equal(Enumerable.Range(1, 21).Select(i => (long)i), await _catalogue.ReadAsync(db => db.Revisions.Select(r => r.Number).Order().ToListAsync(Stop)));
        await _catalogue.CheckIndexAsync();
    }

    [Fact]
    public async Task Writers_of_other_processes_are_waited_for()
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));

        // Another process has a gate of its own: only the database keeps them apart.
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () =>
        {
            using var gate = new WriteGate();
            await using var db = _catalogue.Db();
            await new CatalogEditor(db, gate, _catalogue.Clock).WriteAsync("ana", async write =>
            {
                var found = (await write.FindOrganizationAsync(Ids.Of("care"), Stop))!;
                found.AlternateNames.Add($"Name {i}");
                await write.SaveAsync(found, stop: Stop);
            }, Stop);
        }, Stop)));

        Assert.Equal(6, (await _catalogue.OrganizationAsync(Ids.Of("care"))).AlternateNames.Count);
    }

    [Fact]
    public async Task Readers_do_not_wait_for_a_writer()
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));

        await _catalogue.WriteAsync(async write =>
        {
            await write.SaveAsync(Samples.Organization("unfinished"));
            Assert.Equal(["care"], await _catalogue.ReadAsync(db => db.Organizations.Select(o => o.Slug).ToListAsync(Stop)));
            return true;
        });
    }

    [Fact]
    public async Task What_was_found_can_be_changed_without_being_saved()
    {
        await _catalogue.SaveAsync(Samples.Organization("care"));

        await _catalogue.WriteAsync(async write =>
        {
            var found = (await write.FindOrganizationAsync(Ids.Of("care")))!;
            (found.Name, found.Publication) = ("A thought", Publication.Archived);
            return found.Services.Count;
        });

        Assert.Equal("Name of care", (await _catalogue.OrganizationAsync(Ids.Of("care"))).Name);
    }
}
