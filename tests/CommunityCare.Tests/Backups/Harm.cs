using CommunityCare.Tests.Support;
using Microsoft.Data.Sqlite;

namespace CommunityCare.Tests.Backups;

/// <summary>What happens to files on bad disks.</summary>
internal static class Harm
{
    /// <summary>Writes over the middle of a database that nobody has open.</summary>
    public static void Scribble(string file)
    {
        Database.Run(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        var garbage = new byte[4096 * 40];
        new Random(1).NextBytes(garbage);
        stream.Position = 4096 * 10;
        stream.Write(garbage);
    }

    /// <summary>Writes over the beginning.</summary>
    public static void Behead(string file)
    {
        Database.Run(file, "PRAGMA wal_checkpoint(TRUNCATE)");
        SqliteConnection.ClearAllPools();
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Write(new byte[4096]);
        stream.Position = 0;
        stream.Write("This is not a database."u8);
    }

    public static void Truncate(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write);
        stream.SetLength(stream.Length / 2 / 4096 * 4096);
    }
}
