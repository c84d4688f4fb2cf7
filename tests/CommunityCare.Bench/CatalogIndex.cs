using CommunityCare.Bench.Bulk;
using CommunityCare.Catalog;
using CommunityCare.Search;
using CommunityCare.Store;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Bench;

/// <summary>Stands in for the site's own <c>CommunityCare.Editing.CatalogIndex</c>: what follows from every organization, made anew.</summary>
internal static class CatalogIndex
{
    private const int BatchSize = 500;

    public static async Task RebuildAsync(CareDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.SearchDocuments.ExecuteDeleteAsync(stop);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        using var documents = new Table(connection, db.Model.FindEntityType(typeof(SearchDocument))!);
        using var update = connection.CreateCommand();
        update.CommandText =
            $"UPDATE Organizations SET {Columns.Reachable} = @reachable, {Columns.FreshOn} = @fresh, {Columns.SortName} = @name WHERE \"{Columns.Key}\" = @key";
        var keys = await db.Organizations.Select(o => new { o.Id, Key = EF.Property<long>(o, Columns.Key) }).ToDictionaryAsync(o => o.Id, o => o.Key, stop);
        var document = 0L;
        for (var from = 0L; from < keys.Values.DefaultIfEmpty().Max(); from += BatchSize)
        {
            var after = from;
            var batch = db.WholeOrganizations().AsNoTrackingWithIdentityResolution()
                .Where(o => EF.Property<long>(o, Columns.Key) > after && EF.Property<long>(o, Columns.Key) <= after + BatchSize);
            foreach (var organization in await batch.ToListAsync(stop))
            {
                update.Parameters.Clear();
                update.Parameters.AddWithValue("@reachable", PublicView.CanBeReached(organization));
                update.Parameters.AddWithValue("@fresh", (object?)Freshness.NewestDay(organization) ?? DBNull.Value);
                update.Parameters.AddWithValue("@name", Fold.SortName(organization.Name));
                update.Parameters.AddWithValue("@key", keys[organization.Id]);
                update.ExecuteNonQuery();
                foreach (var made in SearchDocuments.Of(organization))
                {
                    made.Key = ++document;
                    documents.Insert(made, (Columns.OrganizationKey, keys[organization.Id]));
                }
            }
        }

        await transaction.CommitAsync(stop);
        await db.Database.CloseConnectionAsync();
    }
}
