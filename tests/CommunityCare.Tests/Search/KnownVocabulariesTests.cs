using CommunityCare.Search;
using CommunityCare.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityCare.Tests.Search;

public sealed class KnownVocabulariesTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_read_once_for_a_stamp_and_are_those_that_the_search_knows()
    {
        await using var site = new SmallSite();
        var known = site.Services.GetRequiredService<KnownVocabularies>();

        var first = await known.AsOfAsync("1", Stop);
        await using var scope = site.Services.CreateAsyncScope();
        var offer = await scope.ServiceProvider.GetRequiredService<OrganizationSearch>().OfferAsync(Stop);

        Assert.Same(first, await known.AsOfAsync("1", Stop));
        Assert.NotSame(first, await known.AsOfAsync("2", Stop));
        Assert.Equal(
            offer.Vocabularies.SelectMany(v => v.Terms.Select(t => $"{v.Slug}={t.Slug}")),
            first.SelectMany(v => v.Terms.Select(t => $"{v.Slug}={t.Slug}")));
    }
}
