using CommunityCare.Catalog;

namespace CommunityCare.Search;

/// <param name="Name">To be shown.</param>
/// <param name="Other">The other name or word that begins as was typed; null when the name itself does.</param>
/// <param name="Slug">Of the term or the organization.</param>
/// <param name="Vocabulary">Whose term it is; null for an organization.</param>
public sealed record Suggestion(LocalText Name, string? Other, string Slug, Vocabulary? Vocabulary);
