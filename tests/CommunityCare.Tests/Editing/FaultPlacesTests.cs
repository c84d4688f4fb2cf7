using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Editing;

/// <summary>What is wrong is told beside the field that it is about, of whatever part and in whatever language.</summary>
public sealed class FaultPlacesTests
{
    private static readonly string TooLong = new('x', Entry.NameLength + 1);

    [Fact]
    public void A_translation_of_the_second_website_is_not_that_of_the_first()
    {
        var entry = Samples.Organization("care");
        entry.AdditionalWebsites = [new() { Url = "https://a.example.org" }, new() { Url = "https://b.example.org", Label = "B", Translations = [new("es", "label", TooLong)] }];

        Assert.Equal([("es:additional_websites/1/label", "es:additional_websites/2/label")], Places(Formats.Organizations, entry));
    }

    [Fact]
    public void A_translation_of_a_term_is_found_by_the_id_of_the_term() => Assert.Equal(
        [($"es:terms/{Ids.Of("b")}/name", "es:terms/2/name")],
        Places(Formats.Vocabularies, new()
        {
            Id = Ids.Of("words"),
            Name = "Words",
            Order = 1,
            Terms = [new() { Id = Ids.Of("a"), Slug = "a", Name = "A" }, new() { Id = Ids.Of("b"), Slug = "b", Name = "B", Translations = [new("es", "name", TooLong)] }],
        }));

    [Fact]
    public void What_is_missing_is_told_of_its_part()
    {
        var entry = Samples.Organization("care");
        (entry.Services[0].Name, entry.Services[0].Description) = ("", "People sit together.");

        Assert.Equal([($"services/{entry.Services[0].Id}/name", "services/1/name")], Places(Formats.Organizations, entry));
    }

    private static IEnumerable<(string Path, string Place)> Places<T>(EntryFormat<T> format, T entry)
        where T : Entry, new()
    {
        var form = new EntryForm<T>(format, new HashSet<string>(), Terminology.None);
        form.Fill(entry);
        Assert.Null(form.Read("entry"));
        return form.Problems.Select(p => (p.Path, form.PlaceOf(p.Path)));
    }
}
