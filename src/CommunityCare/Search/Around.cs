using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>Who is near a place, and who serves it from elsewhere.</summary>
internal sealed class Around
{
    private readonly Dictionary<long, double> _miles = [];

    private Around(Place place) => Place = place;

    public Place Place { get; }

    /// <summary>Within the distance that was asked for.</summary>
    public Bits Here { get; } = new();

    /// <summary>Says that it serves the place's state.</summary>
    public Bits Area { get; private set; } = new();

    /// <summary>Is here, or serves the state or the whole country.</summary>
    public Bits Anybody { get; private set; } = new();

    public bool Has(long organization) => _miles.ContainsKey(organization);

    public double MilesTo(long organization) => _miles[organization];

    public List<long> Nearest(Bits set, int skip, int take) =>
        [.. set.Keys.OrderBy(MilesTo).ThenBy(key => key).Skip(skip).Take(take)];

    public static async Task<Around> ReadAsync(CareDb db, Snapshot snapshot, Place place, int miles, CancellationToken stop)
    {
        var around = new Around(place);
        foreach (var near in await Nearby.Within(db, place.Point, miles).ToListAsync(stop))
        {
            around._miles[near.OrganizationKey] = near.Miles;
            around.Here.Add(near.OrganizationKey);
        }

        var state = snapshot.Offer.Vocabularies.FirstOrDefault(v => v.Slug == Vocabulary.Place)?.Terms.Find(t => t.Words.Contains(place.StateProvince));
        if (state is not null && snapshot.Terms.Serving.TryGetValue(snapshot.Offer.Key(Vocabulary.Place, state.Slug), out var serving))
        {
            around.Area = serving;
        }

        around.Anybody = around.Here.Copy().Or(around.Area).Or(snapshot.Terms.Having(snapshot.Lexicon.Everywhere));
        return around;
    }
}
