using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace CommunityCare.Bench.Bulk;

/// <summary>
/// One table of the model and the prepared statement that fills it, with the columns and conversions that EF itself writes,
/// and without its tracking. Columns that no property holds get what is given for them, or nothing.
/// </summary>
internal sealed class Table : IDisposable
{
    private readonly (IProperty Property, DbParameter Parameter)[] _columns;
    private readonly DbCommand _insert;

    public Table(DbConnection connection, IEntityType type)
    {
        var name = type.GetTableName()!;
        var store = StoreObjectIdentifier.Table(name, type.GetSchema());
        var properties = type.GetProperties().ToList();
        var columns = string.Join(", ", properties.Select(p => $"\"{p.GetColumnName(store)}\""));
        var values = string.Join(", ", properties.Select((_, at) => $"@p{at}"));
        _insert = connection.CreateCommand();
        _insert.CommandText = $"INSERT INTO \"{name}\" ({columns}) VALUES ({values})";
        _columns = [.. properties.Select((p, at) => (p, p.GetRelationalTypeMapping().CreateParameter(_insert, $"@p{at}", null, nullable: true)))];
        _insert.Parameters.AddRange(_columns.Select(c => c.Parameter).ToArray());
        _insert.Prepare();
    }

    /// <param name="row">An object of the table's class.</param>
    /// <param name="more">Keys, and other columns that only the database has.</param>
    public void Insert(object row, params ReadOnlySpan<(string Column, object? Value)> more)
    {
        foreach (var (property, parameter) in _columns)
        {
            parameter.Value = Converted(property, property.PropertyInfo is { } info ? info.GetValue(row) : Given(property, more));
        }

        _insert.ExecuteNonQuery();
    }

    public void Dispose() => _insert.Dispose();

    // What follows from an entry is computed when the index is built, and has to be something until then.
    private static object? Given(IProperty property, ReadOnlySpan<(string Column, object? Value)> more)
    {
        foreach (var (column, value) in more)
        {
            if (column == property.Name)
            {
                return value;
            }
        }

        return property.IsNullable ? null : property.ClrType == typeof(string) ? "" : Activator.CreateInstance(property.ClrType);
    }

    private static object Converted(IProperty property, object? value) =>
        value is null ? DBNull.Value : property.GetRelationalTypeMapping().Converter is { } converter ? converter.ConvertToProvider(value)! : value;
}
