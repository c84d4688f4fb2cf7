using System.Globalization;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Web;

/// <summary>
/// Says in the reader's language which field of an entry a path means: <c>phones/1/number</c> is "Phone 1 · Number". The
/// key of a field is its names joined by underscores, as in <c>Field_phones_number</c>.
/// </summary>
public static class FieldNames
{
    /// <summary>What stands between the names of a field and of what it belongs to.</summary>
    public const string Between = " · ";

    /// <param name="path">With ids or, better, with numbers; a translation starts with its language, as in <c>es:text</c>.</param>
    /// <param name="text">The interface's words.</param>
    public static string Of(string path, IStringLocalizer<Text> text)
    {
        var colon = path.IndexOf(':', StringComparison.Ordinal);
        var (names, said) = (new List<string>(), new List<string>());
        foreach (var step in path[(colon + 1)..].Split('/'))
        {
            // A number or an id stands for one part of the list that was named before it.
            var isPart = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out _);
            if ((isPart || Guid.TryParse(step, out _)) && names.Count > 0)
            {
                said[^1] = Known(string.Join('_', names) + "_one", text, isPart ? step : "") ?? $"{said[^1]} {step}";
                continue;
            }

            names.Add(step);
            said.Add(Known(string.Join('_', names), text) ?? step);
        }

        var label = string.Join(Between, said);
        return colon < 0 ? label : label + Between + (Known("in_" + path[..colon], text) ?? path[..colon]);
    }

    /// <summary>The label of a field by its name, as in <c>phones_number</c>; the name itself if it has none.</summary>
    public static string Label(string name, IStringLocalizer<Text> text) => Known(name, text) ?? name;

    /// <summary>A word of a field that is chosen from a few, as in <c>website_kind</c>: <c>host</c>; the word itself if it has no label.</summary>
    public static string Choice(string field, string word, IStringLocalizer<Text> text) =>
        text[$"Choice_{field}_{word.ToLowerInvariant()}"] is { ResourceNotFound: false } found ? found.Value : word;

    private static string? Known(string name, IStringLocalizer<Text> text, string number = "")
    {
        var found = text["Field_" + name, number];
        return found.ResourceNotFound ? null : found.Value.Trim();
    }
}
