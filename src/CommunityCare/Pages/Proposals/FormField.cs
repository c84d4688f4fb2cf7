namespace CommunityCare.Pages.Proposals;

/// <summary>One field of a reader's form, as it is shown.</summary>
/// <param name="Name">In the form, and its id on the page.</param>
/// <param name="Label">Above it.</param>
/// <param name="Limit">In characters.</param>
public sealed record FormField(string Name, string Label, int Limit)
{
    public string? Hint { get; init; }

    /// <summary>How many lines are seen; 1 for a field of one line.</summary>
    public int Lines { get; init; } = 1;

    public bool IsRequired { get; init; }

    /// <summary>One of several of which at least one is wanted: neither required nor said to be optional.</summary>
    public bool IsOneOf { get; init; }

    /// <summary>As in the attribute <c>inputmode</c>: which keys a phone offers.</summary>
    public string? Keys { get; init; }

    public string Autocomplete { get; init; } = "off";
}
