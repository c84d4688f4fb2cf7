using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace CommunityCare.Store;

internal static class RawCommand
{
    /// <summary>For what EF has no words for: a command in the transaction that the context is in.</summary>
    public static DbCommand Command(this CareDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }
}
