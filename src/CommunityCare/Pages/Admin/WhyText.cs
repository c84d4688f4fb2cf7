using CommunityCare.Editing;
using CommunityCare.Web;
using Microsoft.Extensions.Localization;

namespace CommunityCare.Pages.Admin;

/// <summary>The reason that is kept with a change.</summary>
public static class WhyText
{
    /// <summary>Without what cannot be seen; null if nothing is left.</summary>
    public static string? Of(string? typed) =>
        typed?.ReplaceLineEndings("\n") is { } lines && string.Concat(lines.Where(c => c == '\n' || !char.IsControl(c))).Trim() is { Length: > 0 } why ? why : null;

    /// <param name="why">As <see cref="Of"/> gives it.</param>
    /// <param name="isNeeded">Whether there must be one.</param>
    /// <param name="text">The interface's words.</param>
    /// <param name="refuse">Takes the field and what to do.</param>
    public static void Check(string? why, bool isNeeded, IStringLocalizer<Text> text, Action<string, string> refuse)
    {
        if (why is null && isNeeded)
        {
            refuse("Why", text["Act_WhyNeeded"]);
        }
        else if (why?.Length > Revision.WhyLength)
        {
            refuse("Why", text["Act_WhyTooLong", Revision.WhyLength, why.Length]);
        }
    }
}

/// <param name="Field">The id of the control that it is about; empty for all of it.</param>
/// <param name="What">What to do.</param>
public sealed record Wrong(string Field, string What);
