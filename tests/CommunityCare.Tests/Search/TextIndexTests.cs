using CommunityCare.Search;
using CommunityCare.Store;
using CommunityCare.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Tests.Search;

/// <summary>What is asked of the index, and what is made of words that many have.</summary>
public sealed class TextIndexTests : IAsyncLifetime
{
    private readonly Snapshots _snapshots = new();
    private Shelf _shelf = null!;
    private CareDb _db = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _shelf = await Shelf.NewAsync();
        for (var i = 0; i < 6; i++)
        {
            await _shelf.AddAsync($"plain-{i}", change: o => o.Summary = "Everyday help.");
        }

        await _shelf.AddAsync("spinner", change: o => o.Summary = "Only weaving.");
        await _shelf.AddAsync("weaver", change: o => o.Summary = "Everyday weaving.");
        _db = _shelf.Catalogue.Db();
    }

    public async ValueTask DisposeAsync()
    {
        await _db.DisposeAsync();
        _snapshots.Dispose();
        _shelf.Dispose();
    }

    [Fact]
    public async Task Counting_stops_where_it_was_told_to()
    {
        var (index, everyday) = (new TextIndex(_db), await ExpressionAsync("everyday"));

        Assert.Equal(7, await index.CountAsync(everyday, Stop));
        Assert.True(await index.HasMoreThanAsync(6, everyday, Stop));
        Assert.False(await index.HasMoreThanAsync(7, everyday, Stop));
        Assert.False(await index.HasMoreThanAsync(0, await ExpressionAsync("unheard"), Stop));
    }

    [Fact]
    public async Task What_is_found_is_the_callers_own()
    {
        var (index, everyday) = (new TextIndex(_db), await ExpressionAsync("everyday"));

        Assert.Equal(7, (await index.FindAsync(everyday, Stop)).Except(await index.FindAsync(await ExpressionAsync("weaving"), Stop)).Count + 1);
        Assert.Equal(7, (await index.FindAsync(everyday, Stop)).Count);
    }

    [Theory]
    [InlineData(5_000, "weaver spinner")]
    [InlineData(6, "spinner weaver")]
    [InlineData(0, "weaver spinner")]
    public async Task Beside_a_rare_word_one_that_many_have_tells_nothing_and_alone_it_is_better_than_nothing(int tooMany, string shown)
    {
        var snapshot = await _snapshots.NewestAsync(_db, Stop);
        var partly = await new Partly(new(_db), snapshot, tooMany).FindAsync(Concepts.Of("everyday unheard weaving", snapshot.Lexicon), snapshot.Terms.Public.Copy(), Stop);
        var slugs = await _db.Organizations.Select(o => new { Key = EF.Property<long>(o, Columns.Key), o.Slug }).ToDictionaryAsync(o => o.Key, o => o.Slug, Stop);

        Assert.Equal(shown, string.Join(' ', partly.Select(key => slugs[key])));
    }

    private async Task<string> ExpressionAsync(string typed) => Match.Expression(Concepts.Of(typed, (await _snapshots.NewestAsync(_db, Stop)).Lexicon), Tier.Wider);
}
