using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Editing;

/// <summary>Between two versions of an entry each field is chosen by itself, and nothing else changes.</summary>
public sealed class ChoosingTests
{
    private static readonly Guid Phone = Guid.NewGuid();

    [Fact]
    public void What_is_chosen_stands_and_all_else_stays()
    {
        var (mine, theirs) = (Text(o => o.Name = "Mine"), Text(o => (o.Name, o.ServiceArea, o.AlternateNames) = ("Theirs", "Oakland", ["B"])));
        var text = Chosen(mine, theirs, ("name", Side.Theirs, null), ("service_area", Side.Own, "Berkeley\n"), ("alternate_names", Side.Both, null), ("phones", Side.Mine, null));

        Assert.Equal("Theirs", ThreeWay.At(text, "name"));
        Assert.Equal("Berkeley", ThreeWay.At(text, "service_area"));
        Assert.Equal(["A", "B"], Choice.Lines(ThreeWay.At(text, "alternate_names")));
        Assert.Equal(ThreeWay.At(mine, "phones"), ThreeWay.At(text, "phones"));
        Assert.Equal(ThreeWay.At(mine, "text"), ThreeWay.At(text, "text"));
    }

    [Fact]
    public void A_whole_item_comes_and_goes()
    {
        var (mine, theirs) = (Text(o => o.Phones = []), Text(_ => { }));
        var with = Chosen(mine, theirs, ("phones", Side.Theirs, null));
        Assert.Equal("555-010-0100", ThreeWay.At(with, $"phones/{Phone}/number"));
        Assert.Null(ThreeWay.At(Chosen(theirs, mine, ("phones", Side.Theirs, null)), "phones"));

        var path = $"phones/{Phone}";
        Assert.Equal(mine.English, ThreeWay.With(with, path, null)!.English);
        Assert.Equal("Night line", ThreeWay.At(ThreeWay.With(with, path + "/description", "Night line")!, path + "/description"));
        Assert.Null(ThreeWay.With(mine, path + "/description", "Night line"));
    }

    [Theory]
    [InlineData("es:text", "Un resumen.")]
    [InlineData("terms/cost", "---\nvalue: [free]\n---\n")]
    [InlineData("text", "Another summary.")]
    [InlineData("text", "---\nvalue: [\n---")]
    public void Any_value_can_be_put_where_there_was_none_and_taken_away_again(string path, string value)
    {
        var text = Text(_ => { });
        var with = ThreeWay.With(text, path, value)!;

        Assert.Equal(value, ThreeWay.At(with, path));
        Assert.Null(ThreeWay.At(ThreeWay.With(with, path, null)!, path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("{\"Start\":null,\"BasedOn\":1,\"Choices\":[]}")]
    [InlineData("{\"Start\":{\"English\":\"x\",\"Others\":{}},\"BasedOn\":1,\"Choices\":[null]}")]
    public void What_is_no_form_of_ours_is_none(string? json) => Assert.Null(Choosing.FromJson(json));

    [Fact]
    public void A_form_comes_back_as_it_was_sent()
    {
        var choosing = new Choosing(Text(_ => { }), 7, [new("name", "A \"quoted\"\nname", null, "base")]);
        var back = Choosing.FromJson(choosing.ToJson())!;

        Assert.Equal((choosing.Start, choosing.BasedOn), (back.Start, back.BasedOn));
        Assert.Equal(choosing.Choices, back.Choices);
    }

    private static EntryText Chosen(EntryText mine, EntryText theirs, params (string Path, Side Side, string? Words)[] chosen)
    {
        var lost = new List<string>();
        var choosing = new Choosing(mine, 1, [.. chosen.Select(c => new Choice(c.Path, ThreeWay.At(mine, c.Path), ThreeWay.At(theirs, c.Path)))]);
        var text = choosing.Apply(i => (chosen[i].Side, chosen[i].Words), lost);
        Assert.Empty(lost);
        return text;
    }

    private static EntryText Text(Action<Organization> change)
    {
        var entry = Samples.Organization("care");
        (entry.Id, entry.Services[0].Id, entry.AlternateNames) = (Guid.Empty, Guid.Empty, ["A"]);
        entry.Phones = [new() { Id = Phone, Number = "555-010-0100" }];
        change(entry);
        return Formats.Organizations.Write(entry, withPrivate: true);
    }
}
