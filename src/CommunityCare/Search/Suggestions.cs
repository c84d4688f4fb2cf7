using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>What somebody may mean who is still typing. Everything is found by how it begins, in any language.</summary>
public sealed class Suggestions(CareDb db, SuggestedTerms known)
{
    public const int Limit = 8;

    /// <summary>Of kinds of care, and of all other terms together: the rest is for organizations.</summary>
    public const int TermsLimit = 3;

    /// <summary>One letter says too little.</summary>
    private const int ShortestTyped = 2;

    // Names of one organization may begin alike.
    private const int RowsForEach = 3;

    // Greater than every letter.
    private const string Last = "\U0010FFFF";

    private static readonly int[] Standings = [.. Enumerable.Range(0, SearchNames.Standings)];

    /// <param name="typed">Whatever it is: its first letters count, and signs do not.</param>
    /// <param name="language">In which the names are shown.</param>
    /// <param name="stop">Ends the work for a reader who types on.</param>
    public async Task<IReadOnlyList<Suggestion>> OfAsync(string typed, string language, CancellationToken stop = default)
    {
        var start = SearchNames.Folded(string.Concat(typed.Trim().Take(SearchName.TextLength)));
        if (start.Length < ShortestTyped)
        {
            return [];
        }

        var terms = Terms(await known.ReadAsync(db, stop), start, language).ToLookup(t => t.Vocabulary!.Slug == Vocabulary.Kind);
        List<Suggestion> first = [.. terms[true].Take(TermsLimit), .. terms[false].Take(TermsLimit)];
        return [.. first, .. await OrganizationsAsync(start, language, Limit - first.Count, stop)];
    }

    private static IEnumerable<Suggestion> Terms(IEnumerable<SuggestedTerm> terms, string start, string language) =>
        from term in terms
        let name = LocalText.Of(term.Term.Translations, language, "name", term.Term.Name)
        let shown = term.Spellings.First(s => s.Text == name.Text)
        let other = shown.Begins(start) ? null : term.Spellings.FirstOrDefault(s => IsMeant(s, start))
        where other is not null || shown.Begins(start)
        orderby other is not null, !shown.BeginsAtOnce(start)
        select new Suggestion(name, other?.Text, term.Term.Slug, term.Term.Vocabulary);

    // Two letters begin too many words, and may be one: TX.
    private static bool IsMeant(Spelling word, string start) =>
        word.BeginsAtOnce(start) && (start.Length > ShortestTyped || word.Beginnings[0] == start);

    private async Task<IEnumerable<Suggestion>> OrganizationsAsync(string start, string language, int limit, CancellationToken stop)
    {
        var end = start + Last;
#pragma warning disable CA1309 // The database compares bytes.
        var rows = await db.SearchNames
            .Where(n => Standings.Contains(n.Standing) && string.Compare(n.Text, start) >= 0 && string.Compare(n.Text, end) < 0)
            .OrderBy(n => n.Standing).ThenBy(n => n.Text)
            .Take(limit * RowsForEach)
            .Select(n => new { n.Organization.Slug, n.Organization.Name, n.Organization.AlternateNames, n.Organization.Translations })
            .ToListAsync(stop);
#pragma warning restore CA1309
        return from o in rows.DistinctBy(o => o.Slug).Take(limit)
               let name = LocalText.Of(o.Translations, language, "name", o.Name)
               let names = o.Translations.Where(t => t.Field == "name").Select(t => t.Text).Prepend(o.Name).Concat(o.AlternateNames)
               let other = SearchNames.Begins(name.Text, start) ? null : names.FirstOrDefault(n => SearchNames.Begins(n, start))
               select new Suggestion(name, other, o.Slug, null);
    }
}
