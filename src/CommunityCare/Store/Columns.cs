using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityCare.Catalog;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CommunityCare.Store;

/// <summary>Names of columns that the database keeps for itself.</summary>
internal static class Columns
{
    /// <summary>The primary key: a small number, because every index repeats it. The UUID is the key that the world sees.</summary>
    public const string Key = "Key";

    public const string OrganizationKey = "OrganizationKey";

    /// <summary>Whether a reader can be told any way to reach the organization.</summary>
    public const string Reachable = "Reachable";

    /// <summary>The day for which the facts can be vouched.</summary>
    public const string FreshOn = "FreshOn";

    /// <summary>The name as it is sorted: folded, without a leading article.</summary>
    public const string SortName = "SortName";

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Keeps a value as JSON: for lists that are only ever read whole.</summary>
    /// <param name="property">The list.</param>
    /// <param name="replaced">It is only ever replaced, never changed within: a save need not look for that.</param>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property, bool replaced = false)
    {
        property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, Plain),
                text => JsonSerializer.Deserialize<T>(text, Plain)!),
            replaced ? null : new ValueComparer<T>(
                (a, b) => JsonSerializer.Serialize(a, Plain) == JsonSerializer.Serialize(b, Plain),
                value => JsonSerializer.Serialize(value, Plain).GetHashCode(StringComparison.Ordinal),
                value => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(value, Plain), Plain)!));
        return property;
    }
}

internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(date => date.ToString(), text => Parse(text))
{
    private static PartialDate Parse(string text) => PartialDate.TryParse(text, out var date) ? date : default;
}
