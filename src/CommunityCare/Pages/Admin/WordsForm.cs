using CommunityCare.Documents;
using CommunityCare.Editing;

namespace CommunityCare.Pages.Admin;

/// <summary>What the form for a kind of care or a vocabulary shows.</summary>
internal sealed record WordsForm(EntryForm Form, long BasedOn, string? Why, bool IsSaved, bool IsJoined, IReadOnlyList<Clash> Clashes);
