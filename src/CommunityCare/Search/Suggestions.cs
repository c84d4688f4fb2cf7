using CommunityCare.Catalog;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Search;

/// <summary>What somebody may mean who is still typing. Everything is found by how it begins, in either language.</summary>
public sealed class Suggestions(CareDb db)
{
    public const int Limit = 8;

    /// <summary>Of kinds of care, and of all other terms together: the rest is for names.</summary>
    public const int TermsLimit = 3;

    /// <summary>One letter says too little.</summary>
    private const int ShortestTyped = 2;

    // Names of one organization may begin alike.
    private const int RowsForEach = 3;

    // Greater than every letter.
    private const string Last = "\U0010FFFF";

    private static readonly int[] Standings = [.. Enumerable.Range(0, SearchNames.Standings)];

    /// <param name="typed">Whatever it is: its first letters count, and signs do not.</param>
    /// <param name="stop">Ends the work for a reader who types on.</param>
    public async Task<Suggested> OfAsync(string typed, CancellationToken stop = default)
    {
        var start = SearchNames.Folded(typed.Trim() is { Length: > SearchName.TextLength } text ? text[..SearchName.TextLength] : typed);
        if (start.Length < ShortestTyped)
        {
            return Suggested.Nothing;
        }

        var terms = await TermsAsync(start, stop);
        return new(terms, await OrganizationsAsync(start, Limit - terms.Count, stop));
    }

    // A few hundred terms are read faster than an index of their words could be kept.
    private async Task<List<Term>> TermsAsync(string start, CancellationToken stop)
    {
        var all = await db.Terms.AsNoTrackingWithIdentityResolution().Include(t => t.Vocabulary)
            .Where(t => !t.Retired && t.Vocabulary.Publication == Publication.Published).ToListAsync(stop);
        var found = all.Select(t => (Term: t, Place: Place(t, start))).Where(t => t.Place >= 0)
            .OrderBy(t => t.Place).ThenBy(t => t.Term.Vocabulary.Order).ThenBy(t => t.Term.Order).Select(t => t.Term).ToList();
        var kinds = found.Where(t => t.Vocabulary.Slug == Vocabulary.Kind).Take(TermsLimit);
        var others = found.Where(t => t.Vocabulary.Slug != Vocabulary.Kind).ToList();
        var listed = others.Count == 0 ? [] : await ListedAsync([.. others.Select(t => t.Id)], stop);
        return [.. kinds, .. others.Where(t => listed.Contains(t.Id)).Take(TermsLimit)];
    }

    // A kind of care has a guide; any other term leads to a list, which must not be empty.
    private Task<List<Guid>> ListedAsync(Guid[] ids, CancellationToken stop) => db.Terms
        .Where(t => ids.Contains(t.Id) && db.TermLinks.Any(l => l.Term == t && db.Organizations.Public().CanHelpToday()
            .Any(o => EF.Property<long>(o, Columns.Key) == EF.Property<long>(l, Columns.OrganizationKey))))
        .Select(t => t.Id).ToListAsync(stop);

    private async Task<List<Organization>> OrganizationsAsync(string start, int limit, CancellationToken stop)
    {
        var end = start + Last;
#pragma warning disable CA1309 // The database compares bytes.
        var keys = await db.SearchNames
            .Where(n => Standings.Contains(n.Standing) && string.Compare(n.Text, start) >= 0 && string.Compare(n.Text, end) < 0)
            .OrderBy(n => n.Standing).ThenBy(n => n.Text)
            .Select(n => EF.Property<long>(n, Columns.OrganizationKey))
            .Take(limit * RowsForEach).ToListAsync(stop);
#pragma warning restore CA1309
        var shown = keys.Distinct().Take(limit).ToList();
        var found = await db.Organizations.Public()
            .Where(o => shown.Contains(EF.Property<long>(o, Columns.Key)))
            .Select(o => new { Key = EF.Property<long>(o, Columns.Key), o.Slug, o.Name, o.Translations })
            .ToDictionaryAsync(o => o.Key, o => new Organization { Slug = o.Slug, Name = o.Name, Translations = o.Translations }, stop);
        return [.. shown.Where(found.ContainsKey).Select(key => found[key])];
    }

    /// <summary>0 when a name begins so, 1 when a word in a name does, 2 for its other words, less than 0 for none.</summary>
    private static int Place(Term term, string start)
    {
        var names = Texts(term, "name").Prepend(term.Name).SelectMany(SearchNames.Beginnings).Where(b => b.Text.StartsWith(start, StringComparison.Ordinal)).ToList();
        return names.Exists(b => b.IsWhole) ? 0
            : names.Count > 0 ? 1
            : Texts(term, "words").Concat(term.Words).SelectMany(SearchNames.Beginnings).Any(b => b.Text.StartsWith(start, StringComparison.Ordinal)) ? 2
            : -1;
    }

    private static IEnumerable<string> Texts(Term term, string field) =>
        term.Translations.Where(t => t.Field == field).SelectMany(t => t.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
}

/// <param name="Terms">Kinds of care first, then others; each with its vocabulary.</param>
/// <param name="Organizations">Their slugs and names alone.</param>
public sealed record Suggested(IReadOnlyList<Term> Terms, IReadOnlyList<Organization> Organizations)
{
    public static readonly Suggested Nothing = new([], []);
}
