using CommunityCare.Catalog;
using CommunityCare.Gazetteer;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Editing;

/// <summary>
/// Writes what follows from many organizations, row by row and past EF's tracking, which took most of the time. What it
/// writes is what <see cref="Derived"/> writes for one of them.
/// </summary>
internal sealed class DerivedRows : IDisposable
{
    private readonly CareDb _db;
    private readonly Dictionary<Term, long> _terms;
    private readonly Dictionary<Guid, Term> _termsById;
    private readonly Statement _columns;
    private readonly Statement _removeTerm;
    private readonly Statement _addTerm;
    private readonly Statement _document;
    private readonly Statement _point;
    private readonly Statement _name;

    /// <param name="db">The catalogue, in a transaction.</param>
    /// <param name="terms">All terms with their keys.</param>
    public DerivedRows(CareDb db, Dictionary<Term, long> terms)
    {
        (_db, _terms) = (db, terms);
        _termsById = terms.Keys.ToDictionary(t => t.Id);

        // Most stay as they are, and an update that changes nothing would still be written.
        _columns = new(
            db,
            $"""
            UPDATE Organizations SET {Columns.Reachable} = @1, {Columns.FreshOn} = @2, {Columns.SortName} = @3
            WHERE "{Columns.Key}" = @0 AND ({Columns.Reachable}, {Columns.FreshOn}, {Columns.SortName}) IS NOT (@1, @2, @3)
            """,
            4);
        _removeTerm = new(db, $"DELETE FROM TermLinks WHERE {Columns.OrganizationKey} = @0 AND TermKey = @1 AND ServiceKey IS NULL", 2);
        _addTerm = new(db, $"INSERT INTO TermLinks ({Columns.OrganizationKey}, TermKey, Derived) VALUES (@0, @1, 1)", 2);
        _document = new(
            db, $"INSERT INTO SearchDocuments ({Columns.OrganizationKey}, Name, OtherNames, Terms, Services, Summary, Card) VALUES (@0, @1, @2, @3, @4, @5, @6)", 7);
        _point = new(db, $"INSERT INTO SearchPoints ({Columns.OrganizationKey}, Latitude, Longitude) VALUES (@0, @1, @2)", 3);
        _name = new(db, $"INSERT INTO SearchNames ({Columns.OrganizationKey}, Text, IsWhole, Standing) VALUES (@0, @1, @2, @3)", 4);
    }

    /// <param name="keys">The keys of some organizations.</param>
    /// <param name="geocoder">Knows where places are.</param>
    /// <param name="stop">Ends it.</param>
    public async Task RenewAsync(IQueryable<long> keys, Geocoder geocoder, CancellationToken stop)
    {
        await _db.SearchDocuments.Where(d => keys.Contains(EF.Property<long>(d, Columns.OrganizationKey))).ExecuteDeleteAsync(stop);
        await _db.SearchPoints.Where(p => keys.Contains(EF.Property<long>(p, Columns.OrganizationKey))).ExecuteDeleteAsync(stop);
        await _db.SearchNames.Where(n => keys.Contains(EF.Property<long>(n, Columns.OrganizationKey))).ExecuteDeleteAsync(stop);
        var words = new HashSet<string>();
        var batch = _db.WholeOrganizations().AsNoTrackingWithIdentityResolution()
            .Where(o => keys.Contains(EF.Property<long>(o, Columns.Key)))
            .Select(o => new { Organization = o, Key = EF.Property<long>(o, Columns.Key) });
        foreach (var read in await batch.ToListAsync(stop))
        {
            read.Organization.Terms.ForEach(link => link.Term = _termsById[link.Term.Id]);
            if (await WriteAsync(read.Organization, read.Key, geocoder, stop) is { } document)
            {
                words.UnionWith(SearchDocuments.WordsOf(document));
            }
        }

        await Derived.KeepWordsAsync(_db, words, stop);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _columns, _removeTerm, _addTerm, _document, _point, _name })
        {
            statement.Dispose();
        }
    }

    private async Task<SearchDocument?> WriteAsync(Organization organization, long key, Geocoder geocoder, CancellationToken stop)
    {
        var before = organization.Terms.ToList();
        Derived.AddTerms(organization, _terms.Keys);
        before.Except(organization.Terms).ToList().ForEach(link => _removeTerm.Run(key, _terms[link.Term]));
        organization.Terms.Except(before).ToList().ForEach(link => _addTerm.Run(key, _terms[link.Term]));
        _columns.Run(
            key, PublicView.CanBeReached(organization), Freshness.NewestDay(organization), Fold.SortName(organization.Name));
        if (SearchDocuments.Of(organization, term => _terms[term]) is not { } document)
        {
            return null;
        }

        _document.Run(key, document.Name, document.OtherNames, document.Terms, document.Services, document.Summary, document.Card);
        foreach (var point in await SearchPoints.OfAsync(organization, geocoder, stop))
        {
            _point.Run(key, point.Latitude, point.Longitude);
        }

        foreach (var name in SearchNames.Of(organization))
        {
            _name.Run(key, name.Text, name.IsWhole, name.Standing);
        }

        return document;
    }
}
