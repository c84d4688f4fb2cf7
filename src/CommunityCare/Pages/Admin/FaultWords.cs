using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin;

/// <summary>Says what is wrong with what somebody wrote: a sentence that stands well beside a field and after its name.</summary>
internal static class FaultWords
{
    /// <summary>Of a wrong value, in characters: enough to know it again.</summary>
    private const int ShownLength = 60;

    /// <summary>What only files can have wrong is told as files are: in English.</summary>
    public static LocalText Of(Fault fault, IStringLocalizer<Text> text) =>
        text[$"Fault_{fault.Kind}", [.. fault.Arguments.Select(Shown)]] is { ResourceNotFound: false } found
            ? new(found.Value, Language.Current.Code)
            : new(fault.InFile, LocalText.English);

    private static object Shown(object argument) => argument switch
    {
        string { Length: > ShownLength } value => value[..(char.IsHighSurrogate(value[ShownLength - 1]) ? ShownLength - 1 : ShownLength)] + "…",
        DateOnly day => Hours.InWords(day),
        _ => argument,
    };
}
