using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Seeding;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Documents;

/// <summary>A document goes into a form and comes out of it as it was.</summary>
public sealed class FieldValuesTests
{
    private static readonly SeedReading Curated = SeedReader.Read(SeedFolder.Open(Repository.SeedData));

    [Fact]
    public void Every_curated_entry_comes_back_as_it_was()
    {
        Same(Formats.Organizations, Curated.Organizations);
        Same(Formats.CareTypes, Curated.CareTypes);
        Same(Formats.Vocabularies, Curated.Vocabularies);
    }

    [Fact]
    public void What_is_private_and_what_has_no_id_comes_back_too()
    {
        var entry = Samples.Organization("whole", Samples.Link("cost", "free"));
        entry.Phones = [new() { Id = Guid.NewGuid(), Number = "555-010-0100", Private = true, Languages = ["english"], Translations = [new("es", "description", "Línea")], Description = "Line" }];
        entry.Locations = [new() { Id = Guid.NewGuid(), Address1 = "1 Hidden Way", City = "Oakland", StateProvince = "CA", Visibility = LocationVisibility.Hidden }];
        entry.AdditionalWebsites = [new() { Url = "https://a.example.org" }, new() { Url = "https://b.example.org", Label = "B", Translations = [new("es", "label", "Be")] }];
        entry.Services[0].Schedules = [new() { ByDay = "MO", OpensAt = new(9, 0) }, new() { ByDay = "2TU", Freq = ScheduleFrequency.Monthly, Kind = ScheduleKind.Event }];
        entry.Verified = new() { On = new(2026, 1, 2), By = "Ana", How = VerifiedHow.Visited };
        entry.Translations.Add(new("es", "summary", "Resumen\n\ncon dos partes."));

        Same(Formats.Organizations, entry);
    }

    [Theory]
    [InlineData("name", "- a: [b] # \"c\" & *d !e")]
    [InlineData("name", "---")]
    [InlineData("summary_is_text", "---\nid: x\n---")]
    [InlineData("name", "null")]
    [InlineData("name", "2024-05")]
    [InlineData("website", "javascript:alert(1)")]
    [InlineData("founded", "19 98: x\n- y")]
    [InlineData("founded", "{{}")]
    [InlineData("founded", "-")]
    [InlineData("founded", "-7")]
    [InlineData("founded", "---")]
    [InlineData("status", "active]\nid: 1")]
    public void Whatever_is_typed_stays_in_its_field(string path, string typed)
    {
        path = path == "summary_is_text" ? ThreeWay.Body : path;
        var format = new FieldValuesFormat(Formats.Organizations.Shapes);
        var values = format.Read(Formats.Organizations.Write(Samples.Organization("care"), withPrivate: true));
        values.Set(path, typed);
        var after = format.Read(format.Write(values));

        Assert.Equal(path == ThreeWay.Body ? typed : typed.Replace('\n', ' '), after[path]);
        Assert.All(values.Paths.Where(p => p != path), p => Assert.Equal(values[p], after[p]));
    }

    [Fact]
    public void What_cannot_be_seen_is_left_out()
    {
        var values = new FieldValues();
        values.Set("name", "  a\u0000b\u0007\u0085c\r\nd\uFFFD ");

        Assert.Equal("ab\nc\nd", values["name"]);
    }

    [Fact]
    public void Items_are_added_moved_and_taken_away_with_their_translations()
    {
        var phones = Formats.Organizations.Shapes.Single(s => s.Name == "phones");
        var values = new FieldValues();
        var (first, second) = (values.Add("phones", phones), values.Add("phones", phones));
        values.Set($"es:phones/{first}/description", "Línea");
        Assert.Equal([first, second], values.Keys("phones"));

        values.MoveUp($"phones/{second}");
        Assert.Equal([second, first], values.Keys("phones"));
        values.MoveUp($"phones/{second}");
        values.MoveUp("phones");
        Assert.Equal([second, first], values.Keys("phones"));

        values.Remove($"phones/{first}");
        Assert.Equal([second], values.Keys("phones"));
        Assert.DoesNotContain(values.Paths, p => p.Contains(first, StringComparison.Ordinal));
    }

    private static void Same<T>(EntryFormat<T> format, List<Read<T>> entries)
        where T : Entry, new()
    {
        Assert.NotEmpty(entries);
        entries.ForEach(read => Same(format, read.Entry));
    }

    private static void Same<T>(EntryFormat<T> format, T entry)
        where T : Entry, new()
    {
        var (text, values) = (format.Write(entry, withPrivate: true), new FieldValuesFormat(format.Shapes));
        var after = values.Write(values.Read(text));

        Assert.Equal(text.English, after.English);
        Assert.Equal(text.Others, after.Others);
    }
}
