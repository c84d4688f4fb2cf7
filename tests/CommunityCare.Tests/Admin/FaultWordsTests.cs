using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;
using CommunityCare.Pages.Admin;
using CommunityCare.Tests.Documents;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Admin;

/// <summary>Whatever is wrong with what is typed into a form is said in the words of the page.</summary>
public sealed class FaultWordsTests
{
    private static readonly string[] Typed =
    [
        "", "-", "<b>x</b>", "-7", "99999", "2026-13-45", "2026-11-22", Ids.Of("care").ToString(), "https://", "MO,XX", "No Such Word", Term.NotStated, "twice\nTWICE", "english\nenglish",
        new('x', 600), new('y', 2_500), new('z', 100_001), string.Join('\n', Enumerable.Range(0, 60).Select(i => $"word-{i}")),
    ];

    // What comes from elsewhere than one field: the ids and the size of a whole form, older versions, and choices.
    private static readonly FaultKind[] Elsewhere =
    [
        FaultKind.OfFile, FaultKind.OneLine, FaultKind.AllTooLong, FaultKind.HiddenCharacter, FaultKind.UnknownField, FaultKind.UnknownItem,
        FaultKind.PlaceGone, FaultKind.AnotherEntry, FaultKind.DoNotListed, FaultKind.ReplacedByItself, FaultKind.TakenSlug, FaultKind.TermInUse,
    ];

    [Fact]
    public void Whatever_is_typed_into_any_field_is_told_in_both_languages_and_never_as_files_are()
    {
        var organization = Samples.Organization("care");
        (organization.Phones, organization.Locations, organization.Contacts) =
            ([Samples.Phone("555-010-0100")], [Samples.Location("Oakland", "CA")], [new() { Id = Ids.Of("contacts"), Name = "Ana" }]);
        var faults = Faults(Formats.Organizations, organization)
            .Concat(Faults(Formats.CareTypes, new() { Id = Ids.Of("kind"), Name = "Kind", Order = 1, Summary = "What it is." }))
            .Concat(Faults(Formats.Vocabularies, new() { Id = Ids.Of("words"), Name = "Words", Order = 1, Terms = [new() { Id = Ids.Of("term"), Slug = "term", Name = "Term" }] }))
            .DistinctBy(f => f.InFile).ToList();

        Walk.Complaints(
            from fault in faults
            from language in new[] { "en", "es" }
            let said = Reading.In(language, () => FaultWords.Of(fault, Reading.Text))
            where said.Language != language || said.Text.Contains('{', StringComparison.Ordinal) || said.Text.Length > 250
            select $"{fault.Kind}: {said.Text}");
        Assert.Equal(Enum.GetValues<FaultKind>().Except(Elsewhere), faults.Select(f => f.Kind).Distinct().Order());
    }

    [Theory]
    [InlineData("en", "Make it shorter: there is room for 1,000 characters, and now there are 1,001.")]
    [InlineData("es", "Acórtelo: hay lugar para 1,000 caracteres y ahora hay 1,001.")]
    public void A_limit_is_told_with_how_many_characters_there_are(string language, string said) =>
        Assert.Equal(said, Reading.In(language, () => FaultWords.Of(Make<Service>.TooLong(new string('x', 1_001), 1_000)!, Reading.Text).Text));

    [Theory]
    [InlineData("en", "This group asked on May 7, 2024 not to be listed.")]
    [InlineData("es", "Este grupo pidió el 7 de mayo de 2024 no aparecer en la lista.")]
    public void A_day_is_told_in_words(string language, string said) => Assert.StartsWith(
        said, Reading.In(language, () => FaultWords.Of(new(FaultKind.DoNotListed, "", new DateOnly(2024, 5, 7)), Reading.Text).Text), StringComparison.Ordinal);

    [Fact]
    public void What_only_files_can_have_wrong_is_told_as_files_are_and_marked_as_English()
    {
        var said = Reading.In("es", () => FaultWords.Of(new(FaultKind.OfFile, "the fields have no end"), Reading.Text));

        Assert.Equal(new("the fields have no end", "en"), said);
    }

    private static IEnumerable<Fault> Faults<T>(EntryFormat<T> format, T entry)
        where T : Entry, new()
    {
        foreach (var (path, shape) in Paths(format.Shapes, ""))
        {
            foreach (var typed in Typed)
            {
                var form = new EntryForm<T>(format, new HashSet<string>(), Sample.Words);
                form.Fill(entry);
                form.Values.Set(path, typed);
                if (shape.Translatable && shape.Kind != FieldKind.Items)
                {
                    form.Values.Set("es:" + path, typed);
                }

                form.Read("entry");
                foreach (var (_, fault) in form.Problems)
                {
                    yield return fault;
                }
            }
        }
    }

    private static IEnumerable<(string Path, FieldShape Shape)> Paths(IReadOnlyList<FieldShape> fields, string path) => fields.SelectMany(field => field.Kind switch
    {
        FieldKind.Items => Paths(field.Fields, $"{path}{field.Name}/{(field.HasIds ? KeyOf(field.Name) : "0")}/"),
        FieldKind.Part => Paths(field.Fields, $"{path}{field.Name}/"),
        FieldKind.Terms => [($"{path}{field.Name}/cost", field), ($"{path}{field.Name}/gone", field)],
        _ => [(path + field.Name, field)],
    });

    // Of the parts that the entries have: one without an id would be none.
    private static string KeyOf(string list) => (list switch
    {
        "services" => Samples.Service("care service").Id,
        "phones" => Samples.Phone("555-010-0100").Id,
        "locations" => Samples.Location("Oakland", "CA").Id,
        "terms" => Ids.Of("term"),
        _ => Ids.Of(list),
    }).ToString();
}
