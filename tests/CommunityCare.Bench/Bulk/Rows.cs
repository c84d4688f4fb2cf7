using CommunityCare.Catalog;
using CommunityCare.Editing;
using CommunityCare.Store;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityCare.Bench.Bulk;

/// <summary>An organization and its parts as rows. The keys count on from what is there.</summary>
internal sealed class Rows : IDisposable
{
    private const string ServiceKey = "ServiceKey";
    private const string TermKey = "TermKey";

    private readonly IReadOnlyDictionary<Term, long> _termKeys;
    private readonly Table _organizations;
    private readonly Table _services;
    private readonly Table _schedules;
    private readonly Table _phones;
    private readonly Table _contacts;
    private readonly Table _locations;
    private readonly Table _links;
    private readonly Dictionary<Table, long> _newest = [];

    public Rows(CareDb db, IReadOnlyDictionary<Term, long> termKeys)
    {
        _termKeys = termKeys;
        var connection = db.Database.GetDbConnection();
        _organizations = Of(TypeOf<Organization>());
        _services = Of(TypeOf<Service>());
        _schedules = Of(TypeOf<Service>().FindNavigation(nameof(Service.Schedules))!.TargetEntityType);
        _phones = Of(TypeOf<Phone>());
        _contacts = Of(TypeOf<Contact>());
        _locations = Of(TypeOf<Location>());
        _links = Of(TypeOf<TermLink>());
        Revisions = new Table(connection, TypeOf<Revision>());

        IEntityType TypeOf<T>() => db.Model.FindEntityType(typeof(T))!;

        Table Of(IEntityType type)
        {
            var table = new Table(connection, type);
            using var newest = connection.CreateCommand();
            newest.CommandText = $"SELECT COALESCE(MAX(\"{Columns.Key}\"), 0) FROM \"{type.GetTableName()}\"";
            _newest[table] = (long)newest.ExecuteScalar()!;
            return table;
        }
    }

    public Table Revisions { get; }

    public void Insert(Organization organization)
    {
        var key = Insert(_organizations, organization);
        var owner = (Columns.OrganizationKey, (object?)key);
        var serviceKeys = organization.Services.ToDictionary(s => s, s => Insert(_services, s, owner));
        foreach (var (service, serviceKey) in serviceKeys)
        {
            service.Schedules.ForEach(s => Insert(_schedules, s, (ServiceKey, serviceKey)));
        }

        organization.Phones.ForEach(p => Insert(_phones, p, owner));
        organization.Contacts.ForEach(c => Insert(_contacts, c, owner));
        organization.Locations.ForEach(l => Insert(_locations, l, owner));
        organization.Terms.ForEach(l =>
            Insert(_links, l, owner, (TermKey, _termKeys[l.Term]), (ServiceKey, l.Service is null ? null : serviceKeys[l.Service])));
    }

    public void Dispose()
    {
        foreach (var table in _newest.Keys.Append(Revisions))
        {
            table.Dispose();
        }
    }

    private long Insert(Table table, object row, params ReadOnlySpan<(string, object?)> more)
    {
        var key = ++_newest[table];
        table.Insert(row, [(Columns.Key, key), .. more]);
        return key;
    }
}
