using CommunityCare.Store;

namespace CommunityCare.Backups;

/// <summary>Whether a name leads to the database that the site serves, by whichever way.</summary>
internal static class OwnFile
{
    public static bool Is(DataFolder data, string file)
    {
        var real = Real(file);
        return Real(data.Database) is var own && (real == own || real == own + "-wal" || real == own + "-shm");
    }

    // Links in the folders above are followed one by one.
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(full);
        var here = parent is null ? full : Path.Combine(Real(parent), Path.GetFileName(full));
        try
        {
            return (File.ResolveLinkTarget(here, returnFinalTarget: true) ?? Directory.ResolveLinkTarget(here, returnFinalTarget: true))?.FullName ?? here;
        }
        catch (IOException)
        {
            return here;
        }
    }
}
