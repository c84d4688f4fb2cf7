using System.Runtime.CompilerServices;
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

    /// <summary>
    /// Keeps a value as JSON: for lists that are only ever read and replaced whole. A save looks whether there is another list,
    /// and not what is in it.
    /// </summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, Plain),
                text => JsonSerializer.Deserialize<T>(text, Plain)!),
            new ValueComparer<T>((a, b) => ReferenceEquals(a, b), value => RuntimeHelpers.GetHashCode(value), value => value));
        return property;
    }
}

internal sealed class PartialDateConverter() : ValueConverter<PartialDate, string>(date => date.ToString(), text => Parse(text))
{
    private static PartialDate Parse(string text) => PartialDate.TryParse(text, out var date) ? date : default;
}
