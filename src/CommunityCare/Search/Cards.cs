using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <summary>
/// An organization as the public may see it, as one text beside the index: a list reads twenty of these in a fraction of
/// the time that it takes to put them together from their tables. Terms are kept by their keys, so that a renamed term
/// needs no new text.
/// </summary>
internal static class Cards
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        IgnoreReadOnlyProperties = true,
        Converters = { new PartialDateText() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutTerms } },
    };

    /// <param name="seen">Made by <see cref="PublicView"/>.</param>
    /// <param name="keyOf">A term's key in the database.</param>
    public static string Write(Organization seen, Func<Term, long> keyOf) => JsonSerializer.Serialize(
        new Card(seen, [.. seen.Terms.Select(l => new Link(keyOf(l.Term), l.Service is null ? -1 : seen.Services.FindIndex(s => s.Id == l.Service.Id), l.Derived))
            .OrderBy(l => l.Service).ThenBy(l => l.Term)]), Options);

    /// <param name="text">Written by <see cref="Write"/>.</param>
    /// <param name="termOf">The term with a key; null if it is no longer public.</param>
    public static Organization Read(string text, Func<long, Term?> termOf)
    {
        var card = JsonSerializer.Deserialize<Card>(text, Options)!;
        card.Organization.Terms.AddRange(
            from link in card.Links
            let term = termOf(link.Term)
            where term is not null
            select new TermLink { Term = term, Service = link.Service < 0 ? null : card.Organization.Services[link.Service], Derived = link.Derived });
        return card.Organization;
    }

    private static void LeaveOutTerms(JsonTypeInfo type)
    {
        if (type.Type == typeof(Organization))
        {
            type.Properties.Remove(type.Properties.First(p => p.Name == nameof(Organization.Terms)));
        }
    }

    private sealed record Card(Organization Organization, List<Link> Links);

    /// <param name="Term">Its key in the database.</param>
    /// <param name="Service">Where it stands among the services; -1 for the whole organization.</param>
    /// <param name="Derived">As in <see cref="TermLink"/>.</param>
    private sealed record Link(long Term, int Service, bool Derived);

    private sealed class PartialDateText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            PartialDate.TryParse(reader.GetString()!, out var date) ? date : default;

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
