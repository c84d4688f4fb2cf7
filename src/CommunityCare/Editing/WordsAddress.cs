using CommunityCare.Catalog;
using CommunityCare.Documents;
using CommunityCare.Search;
using CommunityCare.Store;

namespace CommunityCare.Editing;

/// <summary>The addresses of new kinds of care and vocabularies: some are taken, and some mean something else already.</summary>
internal static class WordsAddress
{
    /// <summary>What is offered only to vocabularies that the curated files bring: their words follow from something else.</summary>
    private static readonly string[] OwnVocabularies = [Vocabulary.Kind, Vocabulary.Status];

    /// <summary>A kind's slug is also the end of a class, and these name other parts of a page, as in <c>kind-name</c>.</summary>
    private static readonly string[] PartsOfPages = ["answer", "count", "name", "none", "plain", "tag", "tags", "unit", "what"];

    /// <returns>What is wrong with it; null if it can be had.</returns>
    public static async Task<Fault?> WrongAsync<T>(CareDb db, T entry, string folder, CancellationToken stop)
        where T : Entry
    {
        if (!Entry.IsSlug(entry.Slug))
        {
            return new(FaultKind.NotSlug, $"`{entry.Slug}` must be small letters, digits and hyphens", entry.Slug);
        }

        var meansElse = entry is Vocabulary
            ? SearchQuery.Names.Contains(entry.Slug) || OwnVocabularies.Contains(entry.Slug)
            : entry.Slug == Term.NotStated || PartsOfPages.Contains(entry.Slug);
        if (meansElse)
        {
            return new(FaultKind.ReservedSlug, $"`{entry.Slug}` means something else", entry.Slug);
        }

        return await new Addresses(db).HolderOfAsync<T>(folder, entry.Slug, entry.Id, stop) is { } holder
            ? new(FaultKind.TakenSlug, $"`{entry.Slug}` belongs to “{holder}”", entry.Slug, holder)
            : null;
    }
}
