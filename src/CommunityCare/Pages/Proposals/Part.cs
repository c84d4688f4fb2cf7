using CommunityCare.Proposals;
using Microsoft.AspNetCore.Html;

namespace CommunityCare.Pages.Proposals;

/// <summary>A part of an entry that a reader can point at.</summary>
/// <param name="Path">Of the field behind it, as in <see cref="ProposedField"/>.</param>
/// <param name="Label">What it is.</param>
/// <param name="Shown">What it says, as the reader sees it.</param>
/// <param name="Means">What the field should say, where to choose the part says it already.</param>
public sealed record Part(string Path, string Label, IHtmlContent? Shown = null, string? Means = null)
{
    /// <summary>Something else: no field.</summary>
    public const string Other = "other";

    /// <summary>Whether there is a field that can take what would be right.</summary>
    public bool Takes => Path != Other && Means is null;

    /// <summary>What a proposal says of the part.</summary>
    /// <param name="right">What the reader says it should be; empty if they do not.</param>
    public IEnumerable<ProposedField> Propose(string right) => Path == Other ? [] : [new(Path, Means ?? right)];
}
