using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Pages.Admin;
using CommunityCare.Tests.Support;

namespace CommunityCare.Tests.Admin;

/// <summary>What stands in a field is said as people would say it, and not as files write it.</summary>
public sealed class EntryWordsTests
{
    public static TheoryData<string, string, string[], string[]> Said { get; } = new()
    {
        { "terms/cost", List("[sliding-scale]"), ["Sliding scale"], ["Escala móvil"] },
        { "services/1/terms/cost", List("[sliding-scale, gone]"), ["Sliding scale", "gone"], ["Escala móvil", "gone"] },
        { "terms", "---\nvalue:\n  cost: [sliding-scale, free]\n---\n", ["Costs: Sliding scale, free"], ["Costos: Escala móvil, free"] },
        { "phones/1/languages", List("[spanish]"), ["Spanish"], ["Español"] },
        { "website_kind", "host", ["A parent's or partner's site"], ["De la organización madre o de una aliada"] },
        { "verified/how", "visited", ["Visited"], ["En persona"] },
        { "phones/1/private", "true", ["Yes"], ["Sí"] },
        { "verified/on", "2024-05-07", ["May 7, 2024"], ["7 de mayo de 2024"] },
        { "as_of", "2024-05", ["May 2024"], ["mayo de 2024"] },
        { "founded", "1999", ["1999"], ["1999"] },
        { "name", "2024-05-07", ["2024-05-07"], ["2024-05-07"] },
        { "es:text", "Dos\nlíneas", ["Dos", "líneas"], ["Dos", "líneas"] },
        { "never/heard/of", "it", ["it"], ["it"] },
        { "phones", List("\n  - 555-010-0100\n  - 555-010-0101"), ["555-010-0100", "555-010-0101"], ["555-010-0100", "555-010-0101"] },
        {
            "phones/1", "---\nvalue:\n  id: x\n  number: 555-010-0100\n  type: voice\n  languages: [spanish, gone]\n  private: true\n---\n",
            ["Number: 555-010-0100", "Type: Voice call", "Languages: Spanish, gone", "Known to editors only: Yes"],
            ["Número: 555-010-0100", "Tipo: Llamada de voz", "Idiomas: Español, gone", "Solo lo ven los editores: Sí"]
        },
        {
            "additional_websites", List("\n  - url: https://a.example.org\n    label: \"A: <b>\"\n  - url: https://b.example.org"),
            ["Address: https://a.example.org; Label: A: <b>", "Address: https://b.example.org"],
            ["Dirección: https://a.example.org; Etiqueta: A: <b>", "Dirección: https://b.example.org"]
        },
        {
            "services/1/schedules", List("\n  - byday: MO,WE\n    opens_at: 18:00\n    closes_at: 20:30\n    description: ring twice\n  - byday: FR\n    kind: event\n    group: dance"),
            ["Monday and Wednesday 6 pm to 8:30 pm · ring twice", "Event · Friday · Belongs together with: dance"],
            ["Lunes y miércoles de 6 pm a 8:30 pm · ring twice", "Evento · Viernes · Va junto con: dance"]
        },
        { "services/1/schedules", List("\n  - byday: XX\n    opens_at: 18:00"), ["Days: XX; Opens at: 18:00"], ["Días: XX; Abre a las: 18:00"] },
        {
            "services/1", "---\nvalue:\n  id: x\n  name: Group\n  terms:\n    cost: [sliding-scale]\n  schedules:\n    - byday: FR\n---\n",
            ["Name: Group", "Costs: Sliding scale", "Hours: Friday"], ["Nombre: Group", "Costos: Escala móvil", "Horario: Viernes"]
        },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public void A_value_is_said_in_the_words_of_the_page(string path, string value, string[] english, string[] spanish)
    {
        Assert.Equal(english, Reading.In("en", () => Words().Lines(path, value)));
        Assert.Equal(spanish, Reading.In("es", () => Words().Lines(path, value)));
    }

    [Theory]
    [InlineData("publication", "Published")]
    [InlineData("website_kind", "Their own site")]
    [InlineData("verified/how", null)]
    [InlineData("name", null)]
    public void What_an_entry_leaves_out_of_a_few_words_is_the_first_of_them(string path, string? said) =>
        Assert.Equal(said is null ? [] : [said], Reading.In("en", () => Words().Lines(path, null)));

    [Theory]
    [InlineData("services/2/terms/cost", "Service 2 · Words to filter by · Costs", "Servicio 2 · Palabras para filtrar · Costos")]
    [InlineData("terms/gone", "Words to filter by · gone", "Palabras para filtrar · gone")]
    [InlineData("es:phones/1/description", "Phone 1 · What the number is for · in Spanish", "Teléfono 1 · Para qué es el número · en español")]
    [InlineData("why", "Why you change it", "Por qué lo cambia")]
    public void A_field_is_named_with_its_vocabulary(string path, string english, string spanish)
    {
        Assert.Equal(english, Reading.In("en", () => Words().Label(path)));
        Assert.Equal(spanish, Reading.In("es", () => Words().Label(path)));
    }

    [Fact]
    public void Each_word_that_can_be_chosen_has_a_label() => Walk.Complaints(
        from shape in Formats.Organizations.Shapes.Concat(Formats.CareTypes.Shapes).Concat(Formats.Vocabularies.Shapes).SelectMany(All)
        where shape.Kind == FieldKind.Choice
        from choice in shape.Choices
        let key = $"Choice_{shape.Name}_{choice.ToLowerInvariant()}"
        where !Texts.Keys.Contains(key)
        select key);

    [Fact]
    public void Each_list_of_parts_has_a_button_with_words_of_its_own() => Assert.Equal(
        Texts.Keys.Where(k => k.StartsWith("Add_", StringComparison.Ordinal)).Order(StringComparer.Ordinal),
        new[] { Formats.Organizations.Shapes, Formats.CareTypes.Shapes, Formats.Vocabularies.Shapes }.SelectMany(s => Lists(s, "Add")).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Lists(IReadOnlyList<FieldShape> fields, string prefix) => fields.Where(f => f.Kind == FieldKind.Items)
        .SelectMany(f => Lists(f.Fields, $"{prefix}_{f.Name}").Prepend($"{prefix}_{f.Name}"));

    private static IEnumerable<FieldShape> All(FieldShape shape) => shape.Fields.SelectMany(All).Prepend(shape);

    private static string List(string items) => $"---\nvalue:{(items[0] == '\n' ? "" : " ")}{items}\n---\n";

    private static EntryWords Words() => new(Reading.Text, new(
    [
        new Vocabulary
        {
            Slug = "cost", Name = "Costs", Translations = [new("es", "name", "Costos")],
            Terms = [new() { Slug = "sliding-scale", Name = "Sliding scale", Retired = true, Translations = [new("es", "name", "Escala móvil")] }],
        },
        new Vocabulary { Slug = "language", Name = "Languages", Terms = [new() { Slug = "spanish", Name = "Spanish", Translations = [new("es", "name", "Español")] }] },
    ]), Formats.Organizations.Shapes);
}
