using CommunityCare.Documents;

namespace CommunityCare.Tests.Documents;

public class ThreeWayTests
{
    private const string Second = "  - id: 6b2e6b54-3b6f-4b64-8e3a-7e1d9b4d8f42\n    name: Second group\n";
    private const string Third = "  - id: 7c3f7c65-4c70-4c75-9f4b-8f2e0c5e9053\n    name: Third group\n";
    private const string Body = "---\nNeighbors";
    private const string Name = "Example Care Collective";

    private static readonly EntryText Base = Sample.Texts(Sample.Text, Sample.Spanish);

    [Fact]
    public void Nothing_changed_gives_the_same() => AssertMerged(Base, Base, Base, Base);

    [Fact]
    public void A_field_that_one_side_changed_is_taken_from_it()
    {
        var mine = English(Name, "Example Circle");
        var theirs = English("status: active", "status: closed");

        AssertMerged(Base, mine, theirs, English(Name, "Example Circle", English("status: active", "status: closed")));
    }

    [Fact]
    public void A_field_that_both_changed_to_the_same_is_no_clash()
    {
        var both = English(Name, "Example Circle");

        AssertMerged(Base, both, both, both);
    }

    [Fact]
    public void A_field_that_both_changed_differently_stays_mine_and_is_told_with_its_path()
    {
        var mine = English("Evening peer group", "Night group");
        var theirs = English("Evening peer group", "Morning group");

        var (merged, clashes) = ThreeWay.Merge(Base, mine, theirs);

        Assert.Equal(mine, merged);
        Assert.Equal(
            new Clash("services/5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31/name", "Evening peer group", "Night group", "Morning group"),
            Assert.Single(clashes));
    }

    [Fact]
    public void The_text_below_the_fields_is_one_value()
    {
        var mine = English("Neighbors sit", "People sit");
        var theirs = English("Neighbors sit", "Friends sit");

        var (merged, clashes) = ThreeWay.Merge(Base, mine, theirs);

        Assert.Equal(mine, merged);
        Assert.Equal((ThreeWay.Body, "Friends sit with one another."), (Assert.Single(clashes).Path, clashes[0].Theirs));
    }

    [Fact]
    public void A_field_that_one_side_added_is_kept() =>
        AssertMerged(Base, Base, English("website:", "founded: 2016\nwebsite:"), English("website:", "founded: 2016\nwebsite:"), sameOrder: false);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_field_that_one_side_removed_stays_away(bool mineRemoved)
    {
        var removed = English("website: https://care.example.org\n", "");

        AssertMerged(Base, mineRemoved ? removed : Base, mineRemoved ? Base : removed, removed);
    }

    [Fact]
    public void A_field_that_I_removed_and_they_changed_stays_away_and_is_told()
    {
        var (merged, clashes) = ThreeWay.Merge(Base, English("website: https://care.example.org\n", ""), English("care.example.org", "new.example.org"));

        Assert.DoesNotContain("website", merged.English, StringComparison.Ordinal);
        Assert.Equal(new Clash("website", "https://care.example.org", null, "https://new.example.org"), Assert.Single(clashes));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_item_that_one_side_added_is_kept(bool mineAdded)
    {
        var added = English(Body, Second + Body);

        AssertMerged(Base, mineAdded ? added : Base, mineAdded ? Base : added, added);
    }

    [Fact]
    public void Items_that_both_added_are_both_kept() =>
        AssertMerged(Base, English(Body, Second + Body), English(Body, Third + Body), English(Body, Second + Third + Body));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void An_item_that_one_side_removed_stays_away(bool mineRemoved)
    {
        var two = English(Body, Second + Body);

        AssertMerged(two, mineRemoved ? Base : two, mineRemoved ? two : Base, Base);
    }

    [Fact]
    public void An_item_that_they_removed_and_I_changed_stays_and_is_told()
    {
        var two = English(Body, Second + Body);
        var mine = English("Second group", "My group", two);

        var (merged, clashes) = ThreeWay.Merge(two, mine, Base);

        Assert.Equal(mine, merged);
        Assert.Equal(("services/6b2e6b54-3b6f-4b64-8e3a-7e1d9b4d8f42", null), (Assert.Single(clashes).Path, clashes[0].Theirs));
    }

    [Fact]
    public void An_order_that_only_the_file_changed_is_taken_from_it()
    {
        var @base = English(Body, Second + Third + Body);
        var theirs = English(Body, Third + Second + Body);

        AssertMerged(@base, English(Name, "Example Circle", @base), theirs, English(Name, "Example Circle", theirs));
    }

    [Fact]
    public void An_order_that_I_changed_stays()
    {
        var @base = English(Body, Second + Third + Body);
        var mine = English(Body, Third + Second + Body);

        AssertMerged(@base, mine, English(Name, "Example Circle", @base), English(Name, "Example Circle", mine));
    }

    [Fact]
    public void A_list_of_words_is_one_value()
    {
        var (merged, clashes) = ThreeWay.Merge(Base, English("[free]", "[sliding-scale]"), English("[free]", "[free, sliding-scale]"));

        Assert.Contains("cost: [sliding-scale]", merged.English, StringComparison.Ordinal);
        Assert.Equal("terms/cost", Assert.Single(clashes).Path);
    }

    [Fact]
    public void Translations_are_joined_like_fields_and_say_their_language()
    {
        var mine = Sample.Texts(Sample.Text, Sample.With("Grupo por la tarde", "Grupo de noche", Sample.Spanish));
        var theirs = Sample.Texts(Sample.Text, Sample.With("Grupo por la tarde", "Grupo de día", Sample.With("Vecinas y vecinos", "Amistades", Sample.Spanish)));

        var (merged, clashes) = ThreeWay.Merge(Base, mine, theirs);

        Assert.Equal(Sample.With("Vecinas y vecinos", "Amistades", mine.Others["es"]), merged.Others["es"]);
        Assert.Equal("es:services/5a1d5a43-2a5e-4a53-9d2f-6d0c8a3c7e31/name", Assert.Single(clashes).Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_translation_that_one_side_added_is_kept_and_one_that_it_removed_stays_away(bool added)
    {
        var (with, without) = (Base, Sample.Texts(Sample.Text));

        AssertMerged(added ? without : with, added ? without : with, added ? with : without, added ? with : without);
        AssertMerged(added ? without : with, added ? with : without, added ? without : with, added ? with : without);
    }

    private static EntryText English(string old, string @new, EntryText? of = null) =>
        (of ?? Base) with { English = Sample.With(old, @new, (of ?? Base).English) };

    private static void AssertMerged(EntryText @base, EntryText mine, EntryText theirs, EntryText expected, bool sameOrder = true)
    {
        var (merged, clashes) = ThreeWay.Merge(@base, mine, theirs);

        Assert.Empty(clashes);

        // A field that only the file has stands at the end until the entry is written again.
        var written = sameOrder ? merged : Sample.Write(Sample.Read(merged.English, merged.Others.GetValueOrDefault("es")).Entry);
        Assert.Equal(expected.English, written.English);
        Assert.Equal(expected.Others, written.Others);
    }
}
