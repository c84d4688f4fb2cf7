using CommunityCare.Search;
using CommunityCare.Tests.Support;
using FsCheck.Fluent;

namespace CommunityCare.Tests.Search;

/// <summary>A set of bits does what a set does.</summary>
public sealed class BitsTests
{
    [Fact]
    public void Whatever_is_done_with_two_sets_is_right() => AnyTyping.Holds(
        (from one in Keys() from two in Keys() from gone in Keys() select (one, two, gone)).ToArbitrary(),
        sets =>
        {
            var (one, two, gone) = sets;
            Same(one.Union(two), Of(one).Or(Of(two)));
            Same(one.Intersect(two), Of(one).And(Of(two)));
            Same(one.Except(two), Of(one).Except(Of(two)));
            Same(one.Except(two).Union(gone), Of(one).Except(Of(two)).Or(Of(gone)));
            Assert.Equal(one.Intersect(two).Count(), Of(one).CountWith(Of(two)));
            Assert.Equal(
                one.Intersect(two).Union(one.Intersect(gone)).Count(),
                Bits.CountOfAny(Of(one).Where(), [(Of(one), Of(two)), (Of(one), null), (Of(one), Of(gone))]));

            var left = Of(one);
            gone.ForEach(left.Remove);
            Same(one.Except(gone), left);
            Assert.All(one, key => Assert.Equal(!gone.Contains(key), left.Has(key)));
        });

    [Fact]
    public void A_copy_is_a_set_of_its_own() => AnyTyping.Holds((from one in Keys() from two in Keys() select (one, two)).ToArbitrary(), sets =>
    {
        var kept = Of(sets.one);
        var copy = kept.Copy().Or(Of(sets.two));
        copy.And(new());
        Same(sets.one, kept);
        Same([], copy);
    });

    [Fact]
    public void With_no_set_at_all_there_is_nothing_to_add_and_nothing_in_common()
    {
        Same([1, 64], Of([64, 1]).Or(null));
        Assert.Equal(0, Of([64, 1]).CountWith(null));
    }

    private static FsCheck.Gen<List<long>> Keys() => Gen.OneOf(Gen.Choose(0, 200), Gen.Elements(0, 63, 64, 65, 127, 128, 4_095), Gen.Choose(0, 5_000))
        .ListOf().Select(keys => keys.Select(k => (long)k).ToList());

    private static Bits Of(IEnumerable<long> keys)
    {
        var bits = new Bits();
        foreach (var key in keys)
        {
            bits.Add(key);
        }

        return bits;
    }

    private static void Same(IEnumerable<long> model, Bits bits)
    {
        var expected = new SortedSet<long>(model);
        Assert.Equal(expected, bits.Keys);
        Assert.Equal(expected.Count, bits.Count);
        Assert.Equal(expected.Count == 0, bits.IsEmpty);
        Assert.False(bits.Has(1_000_000));
    }
}
