using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

/// <summary>
/// Which version of the data that the program brings along is in the database. SQLite keeps one number for whoever made
/// the file, and changes it with the transaction; a database that nobody wrote it into says 0.
/// </summary>
internal static class ReferenceVersion
{
    public static Task<int> ReadAsync(CareDb db, CancellationToken stop) =>
        db.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(stop);

    public static async Task WriteAsync(CareDb db, int version, CancellationToken stop)
    {
        await using var command = db.Command();

        // A pragma takes no parameters.
#pragma warning disable CA2100
        command.CommandText = FormattableString.Invariant($"PRAGMA user_version = {version}");
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
    }
}
