using System.Collections;
using System.Globalization;
using System.Reflection;
using CommunityCare.Documents;
using CommunityCare.Tests.Support;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityCare.Tests.Web;

/// <summary>Each field of an entry has a name that people know.</summary>
public sealed class FieldNamesTests
{
    private static readonly IStringLocalizer<Text> Words = new StringLocalizer<Text>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));

    [Fact]
    public void Each_field_of_each_kind_of_entry_has_a_label_and_no_label_is_left_over()
    {
        var fields = new[] { typeof(OrganizationFormat), typeof(CareTypeFormat), typeof(VocabularyFormat) }
            .SelectMany(format => Of(format.GetField("Schema")!.GetValue(null)!, "Field_")).ToHashSet();

        Assert.Contains("Field_services_schedules_byday", fields);
        Assert.Equal(
            fields.Append("Field_in_es").Append("Field_text").Append("Field_slug").Order(StringComparer.Ordinal).Distinct(),
            Texts.Keys.Where(k => k.StartsWith("Field_", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "phones/1/number", "Phone 1 · Number")]
    [InlineData("es", "phones/1/number", "Teléfono 1 · Número")]
    [InlineData("en", "phones/0b7e7a52-0a35-4a86-a1f0-2c1e9b1c4d01/number", "Phone · Number")]
    [InlineData("en", "es:services/2/name", "Service 2 · Name · in Spanish")]
    [InlineData("en", "fr:text", "Main text · fr")]
    [InlineData("en", "services/1/schedules", "Service 1 · Hours")]
    [InlineData("en", "terms/kind", "Words to filter by · kind")]
    [InlineData("en", "verified/on", "Verified · Verified on")]
    [InlineData("en", "never/heard/of", "never · heard · of")]
    [InlineData("en", "7", "7")]
    public void A_path_is_said_in_words(string language, string path, string said)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = language == "es" ? Language.Spanish.Culture : Language.English.Culture;

            Assert.Equal(said, FieldNames.Of(path, Words));
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static IEnumerable<string> Of(object schema, string prefix)
    {
        foreach (var field in (IEnumerable)schema.GetType().GetProperty("Fields")!.GetValue(schema)!)
        {
            var name = (string)field.GetType().GetProperty("Name")!.GetValue(field)!;
            yield return name == "id" ? "Field_id" : prefix + name;

            var parts = field.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
                .Where(f => f.FieldType.Name == "Schema`1").Select(f => f.GetValue(field)!).ToList();
            if (parts.Count > 0 && field.GetType().Name == "ItemsField`2")
            {
                yield return $"{prefix}{name}_one";
            }

            foreach (var more in parts.SelectMany(part => Of(part, $"{prefix}{name}_")))
            {
                yield return more;
            }
        }
    }
}
