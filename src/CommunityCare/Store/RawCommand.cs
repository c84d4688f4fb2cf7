using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityCare.Store;

/// <summary>Plain SQL, for what EF has no words for and where thousands of small rows are read.</summary>
internal static class RawCommand
{
    /// <summary>A command in the transaction that the context is in.</summary>
    public static DbCommand Command(this CareDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    /// <param name="db">The catalogue.</param>
    /// <param name="sql">Written by us; what others typed comes as a parameter.</param>
    /// <param name="stop">Ends the wait for a connection.</param>
    [SuppressMessage("Security", "CA2100", Justification = "No caller passes what somebody typed.")]
    public static async Task<DbCommand> CommandAsync(this CareDb db, string sql, CancellationToken stop)
    {
        if (db.Database.GetDbConnection().State != ConnectionState.Open)
        {
            await db.Database.OpenConnectionAsync(stop);
        }

        var command = db.Command();
        command.CommandText = sql;
        return command;
    }

    public static DbCommand With(this DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
        return command;
    }
}
