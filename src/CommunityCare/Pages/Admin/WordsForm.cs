using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Editing;

namespace CommunityCare.Pages.Admin;

/// <summary>What the form for a kind of care or a vocabulary shows.</summary>
internal sealed record WordsForm(EntryForm Form, long BasedOn, string? Why)
{
    /// <summary>What only a new one has: its id, and the address as it was typed.</summary>
    public (Guid Id, string? Slug)? New { get; init; }

    /// <summary>As readers would see it; null if that was not asked for.</summary>
    public Entry? Preview { get; init; }

    public bool IsSaved { get; init; }

    public bool IsJoined { get; init; }

    public IReadOnlyList<Clash> Clashes { get; init; } = [];
}
