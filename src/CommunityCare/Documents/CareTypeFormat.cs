using CommunityCare.Catalog;

namespace CommunityCare.Documents;

/// <summary>The fields of a kind of care, in their order.</summary>
internal static class CareTypeFormat
{
    public static readonly Schema<CareType> Schema = new(
        new IdField<CareType>(c => c.Id, (c, id) => c.Id = id),
        Make<CareType>.Text("name", c => c.Name, Entry.NameLength, c => c.Translations, required: true),
        Make<CareType>.Text("short_name", c => c.ShortName, CareType.ShortNameLength, c => c.Translations),
        Make<CareType>.Order(c => c.Order, (c, order) => c.Order = order),
        Make<CareType>.Choice("publication", c => c.Publication),
        Make<CareType>.Text("summary", c => c.Summary, CareType.SummaryLength, c => c.Translations, required: true),
        new ListField<CareType>("words", c => c.Words, word => Make<CareType>.TooLong(word, Entry.NameLength))
        {
            Translatable = true,
            Translations = c => c.Translations,
        },
        new ListField<CareType>("sources", c => c.Sources, Make<CareType>.WrongUrl));
}
