using CommunityCare.Store;

namespace CommunityCare.Editing;

/// <summary>Brings a database to the shape and the index that this version of the program knows.</summary>
internal static class UpToDate
{
    /// <summary>To be called while holding the data folder's lock.</summary>
    /// <param name="db">The catalogue.</param>
    /// <param name="editor">Its door.</param>
    /// <param name="who">Who does it.</param>
    /// <param name="stop">Ends it; what was done of the index is then taken back.</param>
    /// <exception cref="StartException">The database was made by a newer version, or is not one.</exception>
    public static async Task BringAsync(CareDb db, CatalogEditor editor, string who, CancellationToken stop)
    {
        await Migrator.MigrateAsync(db, stop);
        if (!await CatalogIndex.IsCurrentAsync(db, stop))
        {
            await editor.WriteAsync(who, _ => CatalogIndex.RenewAsync(db, stop), stop);
        }
    }
}
