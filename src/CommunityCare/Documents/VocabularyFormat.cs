using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>The fields of a vocabulary and of its terms, in their order.</summary>
internal static class VocabularyFormat
{
    private static readonly Schema<Term> Terms = new(
        new IdField<Term>(t => t.Id, (t, id) => t.Id = id),
        new ScalarField<Term>("slug", t => t.Slug, SetSlug) { IsText = true, Required = true },
        Make<Term>.Text("name", t => t.Name, Entry.NameLength, t => t.Translations, required: true),
        Make<Term>.Text("meaning", t => t.Meaning, Term.MeaningLength, t => t.Translations),
        new ListField<Term>("words", t => t.Words, word => Make<Term>.TooLong(word, Entry.NameLength))
        {
            Translatable = true,
            Translations = t => t.Translations,
        },
        Make<Term>.Flag("retired", t => t.Retired));

    public static readonly Schema<Vocabulary> Schema = new(
        new IdField<Vocabulary>(v => v.Id, (v, id) => v.Id = id),
        Make<Vocabulary>.Text("name", v => v.Name, Entry.NameLength, v => v.Translations, required: true),
        Make<Vocabulary>.Order(v => v.Order, (v, order) => v.Order = order),
        Make<Vocabulary>.Choice("publication", v => v.Publication),
        new ItemsField<Vocabulary, Term>("terms", v => v.Terms, Terms)
        {
            Key = "slug",
            Translatable = true,
            Required = true,
            Place = (t, at) => t.Order = at,
        });

    private static Fault? SetSlug(Term term, string text)
    {
        term.Slug = text;
        return !Entry.IsSlug(text) ? new(FaultKind.NotSlug, $"`{text}` must be small letters, digits and hyphens", text)
            : text == Term.NotStated ? new(FaultKind.ReservedSlug, $"`{text}` is what filters call an absent value; choose another slug", text)
            : null;
    }
}
