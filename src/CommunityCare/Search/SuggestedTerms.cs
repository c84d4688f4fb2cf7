using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>
/// The terms that can be suggested, with the folded words that lead to them. Folding them takes longer than all the rest of
/// a suggestion: it is done once, and again when the catalogue has changed, whichever process changed it.
/// </summary>
public sealed class SuggestedTerms
{
    private Read? _last;

    internal async Task<IReadOnlyList<SuggestedTerm>> ReadAsync(CareDb db, CancellationToken stop)
    {
        // The stamp comes first: a change in between is seen next time.
        var stamp = await db.Revisions.MaxAsync(r => (long?)r.Number, stop) ?? 0;
        var last = _last;
        if (last?.Stamp != stamp)
        {
            _last = last = new(stamp, [.. (await TermsAsync(db, stop)).Select(SuggestedTerm.Of)]);
        }

        return last.Terms;
    }

    // A kind of care has a guide; any other term leads to a list, which must not be empty.
    private static Task<List<Term>> TermsAsync(CareDb db, CancellationToken stop) => db.Terms
        .AsNoTrackingWithIdentityResolution().Include(t => t.Vocabulary)
        .Where(t => !t.Retired && t.Vocabulary.Publication == Publication.Published
            && (t.Vocabulary.Slug == Vocabulary.Kind || db.TermLinks.Any(l => l.Term == t && db.Organizations.Public().CanHelpToday()
                .Any(o => EF.Property<long>(o, Columns.Key) == EF.Property<long>(l, Columns.OrganizationKey)))))
        .OrderBy(t => t.Vocabulary.Order).ThenBy(t => t.Order).ToListAsync(stop);

    private sealed record Read(long Stamp, IReadOnlyList<SuggestedTerm> Terms);
}

/// <param name="Term">With its vocabulary.</param>
/// <param name="Spellings">Its names, and then its other words, in all languages.</param>
internal sealed record SuggestedTerm(Term Term, IReadOnlyList<Spelling> Spellings)
{
    public static SuggestedTerm Of(Term term)
    {
        var names = term.Translations.Where(t => t.Field == "name").Select(t => t.Text);
        var words = term.Translations.Where(t => t.Field == "words").SelectMany(t => t.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        return new(term, [.. names.Prepend(term.Name).Concat(term.Words).Concat(words).Distinct()
            .Select(text => new Spelling(text, [.. SearchNames.Beginnings(text).Select(b => b.Text)]))]);
    }
}

/// <param name="Text">As it is written.</param>
/// <param name="Beginnings">Folded: the whole of it first, and then from each further word on.</param>
internal sealed record Spelling(string Text, IReadOnlyList<string> Beginnings)
{
    public bool Begins(string folded) => Beginnings.Any(b => b.StartsWith(folded, StringComparison.Ordinal));

    public bool BeginsAtOnce(string folded) => Beginnings.Count > 0 && Beginnings[0].StartsWith(folded, StringComparison.Ordinal);
}
