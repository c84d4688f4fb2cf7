using CommunityCare.Web;

namespace CommunityCare.Tests.Web;

public sealed class CanonicalQueriesTests
{
    [Fact]
    public void What_was_understood_counts_for_its_catalogue_alone()
    {
        var queries = new CanonicalQueries();
        queries.Add("1", "?cost=free");
        Assert.True(queries.Has("1", "?cost=free"));
        Assert.False(queries.Has("1", "?cost=fee"));
        Assert.False(queries.Has("2", "?cost=free"));

        queries.Add("2", "?cost=fee");
        Assert.False(queries.Has("2", "?cost=free"));
        Assert.True(queries.Has("2", "?cost=fee"));
    }

    [Fact]
    public void Not_more_are_remembered_than_anybody_needs()
    {
        var queries = new CanonicalQueries();
        var all = Enumerable.Range(0, 10_000).Select(i => $"?page={i}").ToList();
        all.ForEach(query => queries.Add("1", query));

        Assert.InRange(all.Count(query => queries.Has("1", query)), 1, 2_000);
        Assert.True(queries.Has("1", all[^1]));
    }
}
