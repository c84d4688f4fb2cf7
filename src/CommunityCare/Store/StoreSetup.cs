using Microsoft.EntityFrameworkCore;

namespace CommunityCare.Store;

internal static class StoreSetup
{
    public static IServiceCollection AddStore(this IServiceCollection services, DataFolder folder) => services
        .AddSingleton(folder)
        .AddDbContextPool<CareDb>(options => options.UseCatalogue(folder.Database));

    /// <summary>
    /// Building the model is the longest single step of a start. It needs no database and no settings, so another processor
    /// can do it while the rest is put together; the model is kept for every context that comes after.
    /// </summary>
    public static void BuildModel()
    {
        using var db = new DesignTime().CreateDbContext([]);
        _ = db.Model;
    }
}
