using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Editing;

public sealed class AddressTests : IAsyncLifetime
{
    private Catalogue _catalogue = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _catalogue = await Catalogue.NewAsync();
        await _catalogue.SaveAsync(Samples.Organization("a"));
    }

    public ValueTask DisposeAsync()
    {
        _catalogue.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_old_address_leads_on_to_the_new_one()
    {
        Assert.True(await MoveAsync("a", "b"));

        Assert.Equal(["b"], await SlugsAsync());
        Assert.Equal(["a -> a"], await RedirectsAsync());
        Assert.Equal(Act.Renamed, await _catalogue.ReadAsync(db => db.Revisions.OrderBy(r => r.Number).Select(r => r.Act).LastAsync(Stop)));
    }

    [Fact]
    public async Task An_address_that_is_in_use_again_does_not_lead_away()
    {
        await MoveAsync("a", "b");
        await MoveAsync("a", "a");

        Assert.Equal(["a"], await SlugsAsync());
        Assert.Equal(["b -> a"], await RedirectsAsync());
    }

    [Fact]
    public async Task An_entry_can_go_to_and_fro_within_one_transaction()
    {
        await _catalogue.WriteAsync(async write =>
        {
            foreach (var slug in new[] { "b", "a", "b", "a", "b" })
            {
                await MoveAsync(write, "a", slug);
            }

            return true;
        });

        Assert.Equal(["b"], await SlugsAsync());
        Assert.Equal(["a -> a"], await RedirectsAsync());
    }

    [Fact]
    public async Task A_chain_of_names_leads_to_the_newest()
    {
        await MoveAsync("a", "b");
        await MoveAsync("a", "c");

        Assert.Equal(["a -> a", "b -> a"], await RedirectsAsync());
    }

    [Fact]
    public async Task Two_entries_can_swap_their_addresses()
    {
        await _catalogue.SaveAsync(Samples.Organization("b"));

        await _catalogue.WriteAsync(async write => await MoveAsync(write, "a", "b") && await MoveAsync(write, "b", "a"));

        var slugs = await _catalogue.ReadAsync(db => db.Organizations.ToDictionaryAsync(o => o.Id, o => o.Slug, Stop));
        Assert.Equal(("b", "a"), (slugs[Ids.Of("a")], slugs[Ids.Of("b")]));
        Assert.Empty(await RedirectsAsync());
    }

    [Fact]
    public async Task Three_entries_can_move_round()
    {
        await _catalogue.SaveAsync(Samples.Organization("b"));
        await _catalogue.SaveAsync(Samples.Organization("c"));

        await _catalogue.WriteAsync(async write =>
            await MoveAsync(write, "a", "b") && await MoveAsync(write, "b", "c") && await MoveAsync(write, "c", "a"));

        Assert.Equal(["a", "b", "c"], await SlugsAsync());
        Assert.Empty(await RedirectsAsync());
    }

    [Fact]
    public async Task An_archived_entry_gives_its_address_up()
    {
        await _catalogue.EditAsync(Ids.Of("a"), o => o.Publication = Publication.Archived);
        await _catalogue.SaveAsync(Samples.Organization("z"));
        await MoveAsync("z", "a");

        Assert.Equal(["a", $"a-{Ids.Of("a").ToString("N")[..8]}"], await SlugsAsync());
        Assert.Equal(["z -> z"], await RedirectsAsync());
    }

    [Fact]
    public async Task A_new_entry_takes_an_address_that_led_on()
    {
        await MoveAsync("a", "b");
        var another = Samples.Organization("z");
        another.Slug = "a";
        await _catalogue.SaveAsync(another);

        Assert.Equal(["a", "b"], await SlugsAsync());
        Assert.Empty(await RedirectsAsync());
    }

    [Fact]
    public async Task Kinds_of_care_move_with_their_terms()
    {
        await _catalogue.WriteAsync(write => write.SaveAsync(Kind("x", "x")));
        await _catalogue.WriteAsync(write => write.SaveAsync(Kind("y", "y")));

        await _catalogue.WriteAsync(async write => await write.SaveAsync(Kind("x", "y")) && await write.SaveAsync(Kind("y", "x")));

        Assert.Equal([(Ids.Of("x"), "y"), (Ids.Of("y"), "x")], await _catalogue.ReadAsync(async db =>
            (await db.Terms.OrderByDescending(t => t.Slug).ToListAsync(Stop)).Select(t => (t.Id, t.Slug))));
    }

    private static CareType Kind(string id, string slug) => new() { Id = Ids.Of(id), Slug = slug, Name = id, Order = 1, Summary = id };

    private Task<bool> MoveAsync(string id, string slug) => _catalogue.WriteAsync(write => MoveAsync(write, id, slug));

    private static async Task<bool> MoveAsync(CatalogWrite write, string id, string slug)
    {
        var organization = (await write.FindOrganizationAsync(Ids.Of(id)))!;
        organization.Slug = slug;
        return await write.SaveAsync(organization);
    }

    private Task<List<string>> SlugsAsync() => _catalogue.ReadAsync(db => db.Organizations.Select(o => o.Slug).Order().ToListAsync(Stop));

    private Task<List<string>> RedirectsAsync() => _catalogue.ReadAsync(async db =>
    {
        var names = new[] { "a", "b", "c", "z" }.ToDictionary(Ids.Of);
        return (await db.Redirects.OrderBy(r => r.OldSlug).ToListAsync(Stop)).Select(r => $"{r.OldSlug} -> {names[r.EntryId]}").ToList();
    });
}
