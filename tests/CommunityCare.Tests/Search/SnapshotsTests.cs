using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Search;

/// <summary>What the search knows by heart is what the catalogue says now, whoever changed it.</summary>
public sealed class SnapshotsTests : IAsyncLifetime
{
    private const string Slug = "group";

    private readonly Snapshots _snapshots = new();
    private Shelf _shelf = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _shelf = await Shelf.NewAsync();
        await _shelf.AddAsync(Slug, "cost=free place=california", o => o.Services.Add(Samples.Service("second")));
        await _shelf.AddAsync("other", "cost=free place=everywhere");
    }

    public ValueTask DisposeAsync()
    {
        _snapshots.Dispose();
        _shelf.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_edit_is_seen_by_the_next_question() => await ChangedAsync("?cost=free", "group other", "other", async () =>
        await _shelf.Catalogue.EditAsync(Ids.Of(Slug), o => o.Terms = [Shelf.Link("cost=sliding-scale", o.Services[0]), Shelf.Link("language=spanish", o.Services[1])]));

    [Fact]
    public async Task A_new_entry_is_seen() => await ChangedAsync("?cost=free", "group other", "group new other", () => _shelf.AddAsync("new", "cost=free", o => o.Locations = [Samples.Location("Oakland", "CA")]));

    [Fact]
    public async Task An_archived_entry_is_gone() => await ChangedAsync("?cost=free", "group other", "other", async () =>
        await _shelf.Catalogue.EditAsync(Ids.Of(Slug), o => o.Publication = Publication.Archived));

    [Fact]
    public async Task A_closed_entry_is_no_longer_listed() => await ChangedAsync("?cost=free", "group other", "other", async () =>
        await _shelf.Catalogue.EditAsync(Ids.Of(Slug), o => o.Status = OrganizationStatus.Closed));

    [Fact]
    public async Task A_changed_word_of_a_term_is_seen() => await ChangedAsync("?exact=1&q=de+balde", "", "group other", async () =>
    {
        _shelf.Files.Replace("vocabulary/cost.md", "gratis", "de balde");
        await _shelf.SeedAsync();
    });

    [Fact]
    public async Task A_place_that_now_means_another_state_moves_those_who_are_there()
    {
        await _shelf.AddAsync("there", "", o => o.Locations = [Samples.Location("Portland", "OR")]);
        await ChangedAsync("?place=new-york", " | other", "there | other", async () =>
        {
            _shelf.Files.Replace("vocabulary/place.md", "NY", "OR");
            await _shelf.SeedAsync();
        });
    }

    [Fact]
    public async Task Changed_synonyms_are_seen()
    {
        await ChangedAsync("?exact=1&q=okonomi", "", "group other", () => SynonymsAsync("okonomi > free"));
        await ChangedAsync("?exact=1&q=okonomi", "group other", "", () => SynonymsAsync("something > free"));
    }

    [Fact]
    public async Task A_snapshot_never_changes()
    {
        await using var db = _shelf.Catalogue.Db();
        var older = await _snapshots.NewestAsync(db, Stop);
        var before = Written(older);

        await _shelf.Catalogue.EditAsync(Ids.Of(Slug), o => o.Terms = [Shelf.Link("place=new-york")]);
        await _shelf.AddAsync("new", "cost=free place=california language=spanish");
        var newer = await _snapshots.NewestAsync(db, Stop);

        Assert.Equal(before, Written(older));
        Assert.NotEqual(before, Written(newer));
        Assert.Same(older.Lexicon, newer.Lexicon);
        Assert.Same(newer, await _snapshots.NewestAsync(db, Stop));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Another_history_with_the_same_numbers_is_read_anew(int more)
    {
        using var restored = await Shelf.NewAsync();
        restored.Catalogue.Clock.Now = restored.Catalogue.Clock.Now.AddMinutes(1);
        for (var i = 0; i < 2 + more; i++)
        {
            await restored.AddAsync($"restored-{i}", "language=english");
        }

        await using (var db = _shelf.Catalogue.Db())
        {
            await _snapshots.NewestAsync(db, Stop);
        }

        await using var other = restored.Catalogue.Db();
        using var anew = new Snapshots();
        var (read, expected) = (await _snapshots.NewestAsync(other, Stop), await anew.NewestAsync(other, Stop));
        Assert.Equal(await _shelf.Catalogue.StampAsync() + more, read.Stamp);
        Assert.Equal(Written(expected), Written(read));
    }

    [Fact]
    public async Task Many_changes_one_by_one_leave_what_reading_it_all_gives()
    {
        var random = new Random(20261122);
        string[] terms = ["cost=free", "cost=sliding-scale", "language=spanish", "place=california", "place=everywhere", "kind=mutual-aid"];
        await using var db = _shelf.Catalogue.Db();
        for (var i = 0; i < 40; i++)
        {
            var slug = $"g{random.Next(8)}";
            void Vary(Organization o)
            {
                (o.Status, o.Publication) = ((OrganizationStatus)random.Next(4), random.Next(4) == 0 ? Publication.Draft : Publication.Published);
                (o.Website, o.Services) = (random.Next(2) == 0 ? null : "https://example.org/", [.. Enumerable.Range(0, random.Next(1, 4)).Select(n => Samples.Service($"{slug} {n}"))]);
                o.Terms = [.. terms.Where(_ => random.Next(2) == 0).Select(t => Shelf.Link(t, random.Next(2) == 0 ? null : o.Services[random.Next(o.Services.Count)]))];
            }

            if (await _shelf.Catalogue.ReadAsync(d => d.Organizations.AnyAsync(o => o.Slug == slug, Stop)))
            {
                await _shelf.Catalogue.EditAsync(Ids.Of(slug), Vary);
            }
            else
            {
                await _shelf.AddAsync(slug, "", Vary);
            }

            if (random.Next(3) == 0)
            {
                using var anew = new Snapshots();
                Assert.Equal(Written(await anew.NewestAsync(db, Stop)), Written(await _snapshots.NewestAsync(db, Stop)));
            }
        }
    }

    private async Task ChangedAsync(string question, string before, string after, Func<Task> change)
    {
        await using var db = _shelf.Catalogue.Db();
        Assert.Equal(before, await _shelf.ShownAsync(question));
        await _snapshots.NewestAsync(db, Stop);
        await change();
        Assert.Equal(after, await _shelf.ShownAsync(question));

        using var anew = new Snapshots();
        Assert.Equal(Written(await anew.NewestAsync(db, Stop)), Written(await _snapshots.NewestAsync(db, Stop)));
    }

    private async Task SynonymsAsync(string line)
    {
        _shelf.Files.Write("synonyms.md", $"# Synonyms\n\n- {line}\n");
        await _shelf.SeedAsync();
    }

    // Layers and terms that nobody has any more say nothing.
    private static string Written(Snapshot snapshot)
    {
        var (terms, keys) = (snapshot.Terms, snapshot.Offer.Vocabularies.SelectMany(v => v.Terms.Select(t => (Name: $"{v.Slug}={t.Slug}", Key: snapshot.Offer.Key(v.Slug, t.Slug)))).ToList());
        var lines = new List<string> { $"listed {Keys(terms.Listed)}", $"reachable {Keys(terms.Reachable)}", $"public {Keys(terms.Public)}" };
        lines.AddRange(keys.Select(k => $"serving {k.Name} {Keys(terms.Serving.GetValueOrDefault(k.Key))}"));
        lines.AddRange(keys.Select(k => $"offer {k.Name} {snapshot.Offer.Count(k.Name.Split('=')[0], k.Name.Split('=')[1])} {snapshot.Offer.Reachable(k.Name.Split('=')[0], k.Name.Split('=')[1])}"));
        for (var layer = 0; layer < terms.Layers; layer++)
        {
            lines.AddRange(keys.Select(k => $"{layer} {k.Name} {Keys(terms.Having(layer, k.Key))}").Prepend($"{layer} {Keys(terms.Exists(layer))}"));
        }

        return $"{snapshot.Stamp} {snapshot.Moment}\n{string.Join('\n', lines.Where(l => char.IsDigit(l[^1]) || !char.IsDigit(l[0])))}";
    }

    private static string Keys(Bits? set) => string.Join(',', set?.Keys ?? []);
}
